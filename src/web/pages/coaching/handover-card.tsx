import { useQuery } from '@tanstack/react-query'
import type { Handover } from '../../../contract/handover.ts'
import { type HandoverState, handoverState } from '../../../domain/coaching/handover-state.ts'
import { sessionQuery } from '../../session.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { useDoing } from './coaching-query.ts'
import { acceptHandover, endHandover } from './handover-query.ts'
import { RequestHeading } from './request-heading.tsx'

const endings: Partial<Record<HandoverState, 'giveBack' | 'takeBack'>> = {
  asked: 'giveBack',
  followed: 'giveBack',
  offered: 'takeBack',
}

interface HandoverCardProps {
  readonly one: Handover
  readonly isOnRequest?: true
}

/** What became of a request that was offered to a colleague, for the one who offered it and the one who was asked. */
export const HandoverCard = ({ one, isOnRequest }: HandoverCardProps) => {
  const { t } = useText('coaching')
  const moment = useMoment()
  const { data: session } = useQuery(sessionQuery)
  const { act, isBusy, failure } = useDoing()
  if (!session) return null
  const state = handoverState(one, session.member.id)
  const ending = endings[state]
  const { from, to } = one
  const date = moment(one.endedAt ?? one.acceptedAt ?? one.offeredAt)
  return (
    <li className="coaching-card">
      {isOnRequest ? null : <RequestHeading {...one} />}
      <p className="coaching-who">{t(`handover.state.${state}`, { from, to, date })}</p>
      {one.reason ? <blockquote className="coaching-words">{one.reason}</blockquote> : null}
      <FailureNotice failure={failure} />
      {ending ? (
        <div className="coaching-foot">
          {state === 'asked' ? (
            <Button
              look="primary"
              isPending={isBusy}
              onPress={() => void act(() => acceptHandover(one), t('handover.accepted'))}
            >
              {t('handover.accept')}
            </Button>
          ) : null}
          <Button
            isPending={isBusy}
            onPress={() => void act(() => endHandover(one), t(`handover.${ending}Done`))}
          >
            {t(`handover.${ending}`)}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
