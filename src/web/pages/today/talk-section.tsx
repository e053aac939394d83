import { useQuery } from '@tanstack/react-query'
import { handoverState } from '../../../domain/coaching/handover-state.ts'
import { sessionQuery } from '../../session.ts'
import { useText } from '../../use-text.ts'
import { CaseCard } from '../coaching/case-card.tsx'
import { casesQuery } from '../coaching/coaching-query.ts'
import { HandoverCard } from '../coaching/handover-card.tsx'
import { handoversQuery } from '../coaching/handover-query.ts'
import '../coaching/coaching.css'

/** What waits for whoever is signed in: a colleague who asks, and what the coach answered. */
export const TalkSection = () => {
  const { t } = useText('coaching')
  const { data: session } = useQuery(sessionQuery)
  const { data: handovers = [] } = useQuery(handoversQuery())
  const { data: cases = [] } = useQuery(casesQuery())
  const me = session?.member.id ?? ''
  const asked = handovers.filter((one) => handoverState(one, me) === 'asked')
  const answered = cases.filter(({ guideId, answer, closedAt }) => guideId === me && answer && !closedAt)
  if (asked.length + answered.length === 0) return null
  return (
    <section className="today-part" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ul className="coaching-part">
        {asked.map((one) => (
          <HandoverCard key={one.id} one={one} />
        ))}
        {answered.map((one) => (
          <CaseCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}
