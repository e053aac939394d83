import { useQuery } from '@tanstack/react-query'
import { handoverState } from '../../../domain/coaching/handover-state.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { sessionQuery } from '../../session.ts'
import { casesQuery } from '../coaching/coaching-query.ts'
import { handoversQuery } from '../coaching/handover-query.ts'

const TalkList = lazyPart(async () => (await import('./talk-list.tsx')).TalkList, 'coaching')

/** What waits for whoever is signed in: a colleague who asks, and what the coach answered. On most days nothing does. */
export const TalkSection = () => {
  const { data: session } = useQuery(sessionQuery)
  const { data: handovers = [] } = useQuery(handoversQuery())
  const { data: cases = [] } = useQuery(casesQuery())
  const me = session?.member.id ?? ''
  const asked = handovers.filter((one) => handoverState(one, me) === 'asked')
  const answered = cases.filter(({ guideId, answer, closedAt }) => guideId === me && answer && !closedAt)
  return asked.length + answered.length === 0 ? null : <TalkList asked={asked} answered={answered} />
}
