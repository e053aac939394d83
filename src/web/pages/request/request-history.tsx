import { useQuery } from '@tanstack/react-query'
import type { RequestHistory as History } from '../../../contract/request-record.ts'
import type { FieldChange } from '../../../domain/request/request-difference.ts'
import type { LocalMoment, RequestRecord } from '../../../domain/request/request-record.ts'
import { formatShortDate } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { useText } from '../../use-text.ts'
import { historyQuery } from './request-query.ts'
import { useFactWords } from './use-fact-words.ts'

/** Who corrected what and who took it over, newest first, down to how the request came here. */
export const RequestHistory = ({ record }: { record: RequestRecord }) => {
  const { t } = useText('request')
  const heading = useHeading()
  const history = useQuery(historyQuery(record.id))
  const { desks = [], guides = [] } = history.data ?? {}
  const { sentence } = useFactWords([...desks, ...guides])
  const begin = record.imported ? t('history.imported') : t('history.recorded')
  return (
    <section className="request-history" aria-labelledby="request-history">
      <h2 id="request-history">{t('history.title')}</h2>
      {history.error ? (
        <QueryError error={history.error} onRetry={() => void history.refetch()} />
      ) : (
        <ol className="request-timeline">
          {entriesOf(history.data).map((entry) =>
            'leave' in entry ? (
              <Handover key="leave" {...entry} />
            ) : (
              <li key={entry.version}>
                <strong>{heading(entry.by?.name ?? t('history.nobody'), entry)}</strong>
                <ul>
                  {entry.changes.map((change) => (
                    <li key={change.field}>{changeSentence(change, t, sentence)}</li>
                  ))}
                </ul>
              </li>
            ),
          )}
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

type TakingOver = NonNullable<History['takenOver']>

/** Since when nobody knows any more stands on top: it holds now. */
function entriesOf(history: History | undefined): readonly (History['items'][number] | TakingOver)[] {
  if (!history?.takenOver) return history?.items ?? []
  const { items, takenOver } = history
  const since = takenOver.leave && momentOf(takenOver.leave)
  const later = since === null ? [] : items.filter((item) => momentOf(item) > since)
  return [...later, takenOver, ...items.slice(later.length)]
}

const momentOf = ({ on, time }: LocalMoment) => `${on} ${time}`

/** Whoever looks after the request now, since a guide left. */
const Handover = ({ by, leave }: TakingOver) => {
  const { t, language } = useText('request')
  const who = by.name
  return (
    <li>
      <strong>
        {leave
          ? t('history.takenOver', {
              who,
              left: leave.of,
              date: formatShortDate(language, leave.on),
              time: leave.time,
            })
          : t('history.takenOverNow', { who })}
      </strong>
    </li>
  )
}

function useHeading() {
  const { t, language } = useText('request')
  return (who: string, { on, time }: LocalMoment) =>
    t('history.heading', { who, date: formatShortDate(language, on), time })
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
