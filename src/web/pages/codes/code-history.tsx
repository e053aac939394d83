import { useQuery } from '@tanstack/react-query'
import type { CodeListEntry, CodeVersion } from '../../../contract/code-list.ts'
import { formatShortDate } from '../../../text/format.ts'
import { isolate } from '../../../text/isolate.ts'
import { languages } from '../../language.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { type Text, useText } from '../../use-text.ts'
import { codeVersionsQuery } from './code-query.ts'

/** How a code read before, newest first: who changed what, and when. */
export const CodeHistory = ({ item }: { item: CodeListEntry }) => {
  const { t, language } = useText('code')
  const { data, error, refetch } = useQuery(codeVersionsQuery(item))
  const versions = data?.items ?? []
  return (
    <Disclosure label={t('history')}>
      {error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      <ol className="code-history">
        {versions.map((version, place) => (
          <li key={version.listVersion}>
            <p className="codes-quiet">
              {t('changedBy', {
                date: formatShortDate(language, version.changedOn),
                who: version.changedBy ?? t('product'),
              })}
            </p>
            <ul>
              {changesOf(version, versions[place + 1], t).map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

/** In sentences: what a version has otherwise than the one before it. */
function changesOf(now: CodeVersion, before: CodeVersion | undefined, t: Text<'code'>): string[] {
  if (!before)
    return [t('began', { labels: languages.map((language) => isolate(now.labels[language])).join(' · ') })]
  const words = languages.flatMap((language) => [
    ...sayChange(
      t('labelIn', { language: t(`languageName.${language}`) }),
      before.labels[language],
      now.labels[language],
      t,
    ),
    ...sayChange(
      t('definitionIn', { language: t(`languageName.${language}`) }),
      before.definitions[language],
      now.definitions[language],
      t,
    ),
  ])
  const synonyms = sayChange(t('synonyms'), before.synonyms.join(', '), now.synonyms.join(', '), t)
  const offered = before.active === now.active ? [] : [t(now.active ? 'historyRestored' : 'historyRetired')]
  const moved = before.position === now.position ? [] : [t('historyMoved', { place: now.position + 1 })]
  return [...words, ...synonyms, ...offered, ...moved]
}

const sayChange = (
  field: string,
  from: string | undefined,
  to: string | undefined,
  t: Text<'code'>,
): string[] => ((from ?? '') === (to ?? '') ? [] : [t('fromTo', { field, from: from || '–', to: to || '–' })])
