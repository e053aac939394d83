import { useQuery } from '@tanstack/react-query'
import type { FieldChange } from '../../../domain/request/request-difference.ts'
import type { RequestRecord } from '../../../domain/request/request-record.ts'
import { formatShortDate } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { useText } from '../../use-text.ts'
import { historyQuery } from './request-query.ts'
import { useFactWords } from './use-fact-words.ts'

/** Who corrected what, newest first, down to how the request came here. */
export const RequestHistory = ({ record }: { record: RequestRecord }) => {
  const { t, language } = useText('request')
  const history = useQuery(historyQuery(record.id))
  const { desks = [], guides = [] } = history.data ?? {}
  const { sentence } = useFactWords([...desks, ...guides])
  const heading = (who: string, { on, time }: { on: RequestRecord['receivedOn']; time: string }) =>
    t('history.heading', { who, date: formatShortDate(language, on), time })
  const begin = record.imported ? t('history.imported') : t('history.recorded')
  return (
    <section className="request-history" aria-labelledby="request-history">
      <h2 id="request-history">{t('history.title')}</h2>
      {history.error ? (
        <QueryError error={history.error} onRetry={() => void history.refetch()} />
      ) : (
        <ol className="request-timeline">
          {history.data?.items.map(({ version, by, changes, ...moment }) => (
            <li key={version}>
              <strong>{heading(by?.name ?? t('history.nobody'), moment)}</strong>
              <ul>
                {changes.map((change) => (
                  <li key={change.field}>{changeSentence(change, t, sentence)}</li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            <strong>
              {heading(record.imported ? t('history.import') : record.guide.name, record.recorded)}
            </strong>
            <p>{begin}</p>
          </li>
        </ol>
      )}
    </section>
  )
}

type Words = ReturnType<typeof useFactWords>['sentence']
type Say = ReturnType<typeof useText<'request'>>['t']

function changeSentence({ field, from, to }: FieldChange, t: Say, sentence: Words): string {
  const [before, after] = [sentence(field, from), sentence(field, to)]
  if (field === 'voided') return to === null ? t('history.restored') : t('history.voided', { reason: after })
  const name = t(`name.${field}`)
  if (before === '') return t('history.filled', { name, to: after })
  if (after === '') return t('history.emptied', { name, from: before })
  return t('history.changed', { name, from: before, to: after })
}
