import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FollowUp } from '../../../contract/follow-up.ts'
import { formatDay } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { useLabels } from '../../code-labels.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { today } from '../period/default-period.ts'
import { completeFollowUp, reopenFollowUp } from '../today/follow-up-query.ts'

/** What is still to be done for whoever shows this card, the soonest first; nothing where nothing is. */
export const ClientFollowUps = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useText('card')
  const queries = useQueryClient()
  const queryKey = ['client', clientId, 'follow-ups']
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () =>
      (await bodyOf(api.clients[':id']['follow-ups'].$get({ param: { id: clientId } }))).items,
    staleTime: 0,
    gcTime: 0,
  })
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data || data.length === 0) return null
  const refresh = () =>
    Promise.all(
      [queryKey, ['requests', 'follow-ups']].map((key) => queries.invalidateQueries({ queryKey: key })),
    )
  const finish = async (followUp: FollowUp) => {
    await completeFollowUp(followUp)
    announce({ sentence: t('toDo.finished'), undo: () => reopenFollowUp(followUp).then(refresh) })
    await refresh()
  }
  return (
    <section className="card-part" aria-label={t('toDo.title')}>
      <h2>{t('toDo.title')}</h2>
      <ul className="card-to-do">
        {data.map((followUp) => (
          <OpenFollowUp
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
  )
}

const OpenFollowUp = ({ followUp, onDone }: { readonly followUp: FollowUp; readonly onDone: () => void }) => {
  const { t, language } = useText('card')
  const label = useLabels()
  const { what, theme, sender, dueOn, guide } = followUp
  const day = formatDay(language, dueOn)
  return (
    <li>
      <div>
        <strong dir="auto">{what}</strong>
        <p>
          <span className={dueOn < today() ? 'card-late' : undefined}>
            {t(dueOn < today() ? 'toDo.late' : 'toDo.until', { day })}
          </span>
          {` · ${sender ? t('toDo.letter') : label('theme', theme)} · `}
          <bdi>{guide.name}</bdi>
        </p>
      </div>
      <Button onPress={onDone} aria-label={t('toDo.doneOf', { what })}>
        {t('toDo.done')}
      </Button>
    </li>
  )
}
