import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import { livePageQuery } from '../reports/live-page-query.ts'
import type { Draft } from './draft-keeper.ts'
import { partsOf, type TextPart } from './own-words.ts'
import type { MadeReport } from './pages-query.ts'

interface SentenceListProps {
  readonly report: MadeReport
  readonly draft: Draft
}

/** What each sentence of a text comes from, with the way to the requests behind it. */
export const SentenceList = ({ report, draft }: SentenceListProps) => {
  const { t } = useText('making')
  const { body, saved } = draft
  const parts = partsOf(body === '' ? saved.proposal : body, saved.sentences)
  if (parts.length === 0) return <p>{t('noSentences')}</p>
  return (
    <ol className="sentence-list">
      {parts.map((part) => (
        <li key={part.text}>
          <Disclosure label={part.text}>
            {() =>
              part.isOwn ? <p>{t('ownWords')}</p> : <SourceList report={report} sources={part.sources} />
            }
          </Disclosure>
        </li>
      ))}
    </ol>
  )
}

interface SourceListProps {
  readonly report: MadeReport
  readonly sources: TextPart['sources']
}

const SourceList = ({ report, sources }: SourceListProps) => {
  const { t } = useText('making')
  const { data } = useQuery(livePageQuery(report, report.language))
  return (
    <ul>
      {sources.map(({ kind, label, field, code }) => {
        const rows = field === undefined ? undefined : data?.filters[field]
        const row = rows?.findIndex((filter) => filter && code && Object.values(filter).includes(code)) ?? -1
        const table = data?.charts.find(({ chart }) => chart === field)?.table
        const number = kind === 'figure' ? table?.rows[row]?.[table.textColumns] : undefined
        const filter = kind === 'figure' ? rows?.[row] : undefined
        return (
          <li key={`${kind} ${field} ${code} ${label}`}>
            {label}
            {number === undefined ? null : filter ? (
              <Link
                to={paths.requests}
                search={filter}
                className="number-link"
                aria-label={t('reports.showRows', { number, words: label })}
              >
                {number}
              </Link>
            ) : (
              <span>{number}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
