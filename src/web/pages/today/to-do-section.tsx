import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FollowUp } from '../../../contract/follow-up.ts'
import { dueGroupOf, dueGroups } from '../../../domain/follow-up/due.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { completeFollowUp, followUpsQuery, reopenFollowUp } from './follow-up-query.ts'
import { ToDoLine } from './to-do-line.tsx'

/** What letters and others ask, and by when: what is late first. */
export const ToDoSection = ({ today }: { today: LocalDate }) => {
  const { t } = useText('today')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(followUpsQuery)
  const { queryKey } = followUpsQuery
  const refresh = () => queries.invalidateQueries({ queryKey })
  const finish = async (followUp: FollowUp) => {
    await completeFollowUp(followUp)
    announce({ sentence: t('toDo.done'), undo: () => reopenFollowUp(followUp).then(refresh) })
    queries.setQueryData(queryKey, (all) => all?.filter(({ id }) => id !== followUp.id))
  }
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
                <ToDoLine
                  key={followUp.id}
                  followUp={followUp}
                  onDone={() =>
                    void finish(followUp).catch((failure: unknown) =>
                      announce({ sentence: sayFailure(failure, t) }),
                    )
                  }
                />
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
