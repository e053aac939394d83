import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dueGroupOf, dueGroups } from '../../../domain/follow-up/due.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { followUpsQuery } from './follow-up-query.ts'
import { ToDoLine } from './to-do-line.tsx'
import { useCompletion } from './use-completion.ts'

/** What letters and others ask, and by when: what is late first. */
export const ToDoSection = ({ today }: { today: LocalDate }) => {
  const { t } = useText('today')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(followUpsQuery)
  const complete = useCompletion(() => queries.invalidateQueries({ queryKey: followUpsQuery.queryKey }))
  const byGroup = Map.groupBy(data ?? [], ({ dueOn }) => dueGroupOf(dueOn, today))
  return (
    <section className="today-part" aria-label={t('toDo.title')}>
      <h2>{t('toDo.title')}</h2>
      {data?.length === 0 ? <p className="today-lead">{t('toDo.none')}</p> : null}
      {dueGroups.map((group) => {
        const ofGroup = byGroup.get(group)
        return ofGroup ? (
          <section key={group} aria-label={t(`toDo.${group}`)} className={`to-do to-do-${group}`}>
            <h3>{t(`toDo.${group}`)}</h3>
            <ul className="today-rows">
              {ofGroup.map((followUp) => (
                <ToDoLine key={followUp.id} followUp={followUp} onDone={() => complete(followUp)} />
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
