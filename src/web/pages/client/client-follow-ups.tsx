import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FollowUp } from '../../../contract/follow-up.ts'
import { dueGroupOf } from '../../../domain/follow-up/due.ts'
import { formatDay } from '../../../text/format.ts'
import { api, bodyOf } from '../../api.ts'
import { useLabels } from '../../code-labels.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { TickButton } from '../today/tick-button.tsx'
import { type TickOff, useTickOff } from '../today/use-tick-off.ts'

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
  const tickOff = useTickOff(() =>
    Promise.all(
      [queryKey, ['requests', 'follow-ups']].map((key) => queries.invalidateQueries({ queryKey: key })),
    ),
  )
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data || data.length === 0) return null
  return (
    <section className="card-part" aria-label={t('toDo.title')}>
      <h2>{t('toDo.title')}</h2>
      <ul className="card-to-do">
        {data.map((followUp) => (
          <OpenFollowUp key={followUp.id} followUp={followUp} tickOff={tickOff} />
        ))}
      </ul>
    </section>
  )
}

interface OpenFollowUpProps {
  readonly followUp: FollowUp
  readonly tickOff: TickOff
}

const OpenFollowUp = ({ followUp, tickOff }: OpenFollowUpProps) => {
  const { t, language } = useText('followups')
  const label = useLabels()
  const { what, theme, sender, dueOn, guide } = followUp
  const isLate = dueGroupOf(dueOn, useToday()) === 'overdue'
  return (
    <li>
      <div>
        <strong dir="auto">{what}</strong>
        <p>
          <span className={isLate ? 'card-late' : undefined}>
            {t(isLate ? 'late' : 'until', { day: formatDay(language, dueOn) })}
          </span>
          {` · ${sender ? t(`sender.${sender}`) : label('theme', theme)} · `}
          <bdi>{guide.name}</bdi>
        </p>
      </div>
      <TickButton toDo={followUp} tickOff={tickOff} />
    </li>
  )
}
