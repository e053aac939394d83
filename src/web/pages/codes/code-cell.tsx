import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple'
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import { isOffered } from '../../../domain/code-list/needed-code.ts'
import { languages } from '../../language.ts'
import { useText } from '../../use-text.ts'
import { missingDefinitions } from './code-draft.ts'

interface CellProps {
  readonly item: CodeListEntry
}

/** The word in the reader's language, and under it what it is called in the two others. */
export const CodeWord = ({ item }: CellProps) => {
  const { t, language } = useText('codes')
  return (
    <div className={item.parent === null ? 'code-word' : 'code-word code-sub'}>
      <span className={item.active ? 'code-label' : 'code-label codes-quiet'}>{item.labels[language]}</span>
      <ul className="code-others">
        {languages
          .filter((other) => other !== language)
          .map((other) => (
            <li key={other}>
              <span aria-hidden>{t(`short.${other}`)} </span>
              <span lang={other}>{item.labels[other]}</span>
            </li>
          ))}
      </ul>
      {item.sensitive ? (
        <p className="code-mark">
          <LockSimpleIcon aria-hidden size={16} />
          {t('sensitive')}
        </p>
      ) : null}
    </div>
  )
}

/** What stands beside the field in the reader's language; else in another, which is then marked. */
export const CodeDefinition = ({ item }: CellProps) => {
  const { t, language } = useText('codes')
  const shown = [language, ...languages].find((other) => item.definitions[other])
  const missing = missingDefinitions(item)
  return (
    <div className="code-definition">
      <p {...(shown ? { lang: shown } : {})}>{(shown && item.definitions[shown]) ?? '–'}</p>
      {missing.length > 0 ? (
        <p className="code-mark code-missing">
          <WarningIcon aria-hidden size={16} />
          {t('missing', { languages: missing.map((other) => t(`short.${other}`)).join(', ') })}
        </p>
      ) : null}
    </div>
  )
}

export const CodeState = ({ item, codes }: CellProps & { codes: readonly CodeListEntry[] }) => {
  const { t } = useText('codes')
  if (isOffered(item, codes)) return t('offered')
  return <strong className="code-retired">{item.active ? t('themeRetired') : t('retired')}</strong>
}
