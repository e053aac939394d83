import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dueGroupOf, dueGroups } from '../../../domain/follow-up/due.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { useRefused } from '../../outbox/outbox-state.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { KeptNotice } from './kept-notice.tsx'
import { ToDoLine } from './to-do-line.tsx'
import { toDoQuery } from './to-do-query.ts'
import { useTickOff } from './use-tick-off.ts'

// Seldom: it travels when it is needed.
const RefusedToday = lazyPart(async () => (await import('./refused-today.tsx')).RefusedToday, 'refused')

/** What letters and others ask, and by when: what is late first. */
export const ToDoSection = ({ today }: { today: LocalDate }) => {
  const { t } = useText('today')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(toDoQuery)
  const refused = useRefused()
  const tickOff = useTickOff(() => queries.invalidateQueries({ queryKey: toDoQuery.queryKey }))
  const byGroup = Map.groupBy(data?.items ?? [], ({ dueOn }) => dueGroupOf(dueOn, today))
  return (
    <section className="today-part" aria-label={t('toDo.title')}>
      <h2>{t('toDo.title')}</h2>
      {refused.length > 0 ? <RefusedToday tickOff={tickOff} /> : null}
      {data?.saidAt === undefined ? null : <KeptNotice saidAt={data.saidAt} />}
      {data?.items?.length === 0 ? <p className="today-lead">{t('toDo.none')}</p> : null}
      {dueGroups.map((group) => {
        const ofGroup = byGroup.get(group)
        return ofGroup ? (
          <section key={group} aria-label={t(`toDo.${group}`)} className={`to-do to-do-${group}`}>
            <h3>{t(`toDo.${group}`)}</h3>
            <ul className="today-rows">
              {ofGroup.map((toDo) => (
                <ToDoLine key={toDo.id} toDo={toDo} tickOff={tickOff} isAway={data?.saidAt !== undefined} />
              ))}
            </ul>
          </section>
        ) : null
      })}
      {data ? null : error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </section>
  )
}
