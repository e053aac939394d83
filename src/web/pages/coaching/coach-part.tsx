import { ChatsCircleIcon } from '@phosphor-icons/react/dist/csr/ChatsCircle'
import { useQuery } from '@tanstack/react-query'
import { mostQuestionCharacters } from '../../../domain/coaching/coaching-limit.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { useText } from '../../use-text.ts'
import { CaseCard } from './case-card.tsx'
import { askCoach, casesQuery, useDoing } from './coaching-query.ts'
import { TypedWords } from './typed-words.tsx'
import './coaching.css'

interface CoachPartProps {
  readonly requestId: string
  readonly mayAsk: boolean
}

/** On a request: what is with the coach, and one tap to put it there. */
export const CoachPart = ({ requestId, mayAsk }: CoachPartProps) => {
  const { t } = useText('coaching')
  const { data: cases, error, refetch } = useQuery(casesQuery(requestId))
  const { act, isBusy, failure } = useDoing()
  if (!cases) return error ? <QueryError error={error} onRetry={() => void refetch()} /> : null
  const isOpen = cases.some(({ closedAt }) => !closedAt)
  const offers = mayAsk && !isOpen
  if (cases.length === 0 && !offers) return null
  return (
    <section className="coaching-part" aria-labelledby="coach-part">
      <h2 id="coach-part">{t('cases.part')}</h2>
      <ul className="coaching-list">
        {cases.map((one) => (
          <CaseCard key={one.id} one={one} isOnRequest />
        ))}
      </ul>
      {offers ? (
        <TypedWords
          label={t('ask.label')}
          hint={t('ask.hint')}
          most={mostQuestionCharacters}
          isBusy={isBusy}
          button={t('ask.button')}
          icon={<ChatsCircleIcon aria-hidden />}
          onSend={(text, done) => void act(() => askCoach(requestId, text || null), t('ask.done'), done)}
        />
      ) : null}
      <FailureNotice failure={failure} />
    </section>
  )
}
