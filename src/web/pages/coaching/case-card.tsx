import { useQuery } from '@tanstack/react-query'
import type { CoachingCase } from '../../../contract/coaching.ts'
import { mostAnswerCharacters } from '../../../domain/coaching/coaching-limit.ts'
import { formatDate } from '../../../text/format.ts'
import { sessionQuery } from '../../session.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { answerCase, closeCase, reopenCase, useDoing } from './coaching-query.ts'
import { RequestHeading } from './request-heading.tsx'
import { TypedWords } from './typed-words.tsx'

interface CaseCardProps {
  readonly one: CoachingCase
  /** On the page of the request itself its heading would say nothing new. */
  readonly isOnRequest?: true
}

/** A case between a guide and the coach, for these two. */
export const CaseCard = ({ one, isOnRequest }: CaseCardProps) => {
  const { t, language } = useText('coaching')
  const moment = useMoment()
  const { data: session } = useQuery(sessionQuery)
  const { act, isBusy, failure } = useDoing()
  const isCoach = session?.member.id === one.coachId
  const asked = { date: moment(one.askedAt) }
  return (
    <li className="coaching-card">
      {isOnRequest ? null : <RequestHeading {...one} />}
      <p className="coaching-who">
        {isCoach
          ? t('case.asks', { who: one.guide, ...asked })
          : t('case.asked', { who: one.coach, ...asked })}
        {one.closedAt ? ` ${t('case.closed')}` : ''}
      </p>
      {one.question ? <blockquote className="coaching-words">{one.question}</blockquote> : null}
      {one.answer && !(isCoach && !one.closedAt) ? (
        <>
          <p className="coaching-who">{t('case.answer', { who: one.coach })}</p>
          <blockquote className="coaching-words">{one.answer}</blockquote>
        </>
      ) : null}
      {isCoach && !one.closedAt ? (
        <TypedWords
          key={one.version}
          label={t('case.yourAnswer')}
          hint={t('case.answerHint', { who: one.guide })}
          isLong
          isNeeded
          most={mostAnswerCharacters}
          begin={one.answer ?? ''}
          isBusy={isBusy}
          button={one.answer ? t('case.answerAnew') : t('case.send')}
          onSend={(text) => void act(() => answerCase(one, text), t('case.sent'))}
        />
      ) : null}
      <FailureNotice failure={failure} />
      <div className="coaching-foot">
        <Button
          isPending={isBusy}
          onPress={() =>
            void act(
              () => (one.closedAt ? reopenCase(one) : closeCase(one)),
              one.closedAt ? t('case.reopened') : t('case.done'),
            )
          }
        >
          {one.closedAt ? t('case.reopen') : t('case.close')}
        </Button>
        <small>{t('erased', { date: formatDate(language, one.eraseOn) })}</small>
      </div>
    </li>
  )
}
