import { lazy, Suspense } from 'react'
import { mostFollowUps } from '../../../domain/follow-up/sender.ts'
import { openCatalogue } from '../../language.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { QuestionPart } from './question-part.ts'
import type { FollowUpDraft } from './visit-draft.ts'

const FollowUpFields = lazy(() =>
  Promise.all([import('./follow-up-fields.tsx'), openCatalogue('followups')]).then(([module]) => ({
    default: module.FollowUpFields,
  })),
)

interface FollowUpsProps extends QuestionPart {
  /** Somebody wanted to save what does not say enough. */
  readonly isChecked: boolean
}

/** What is still to be done for this question: of a letter what it asks, and by when. */
export const FollowUps = ({ question, onQuestion, isChecked }: FollowUpsProps) => {
  const { t } = useText('desk')
  const { followUps } = question
  const isLetter = question.theme === 'paperwork' || question.actions.includes('explain_letter')
  const put = (next: FollowUpDraft[]) => onQuestion({ ...question, followUps: next })
  return (
    <>
      {followUps.length > 0 ? (
        <Suspense>
          {followUps.map((followUp, place) => (
            <FollowUpFields
              key={followUp.id}
              followUp={followUp}
              isLetter={isLetter}
              isChecked={isChecked}
              onChange={(changed) => put(followUps.with(place, changed))}
              onRemove={() => put(followUps.toSpliced(place, 1))}
            />
          ))}
        </Suspense>
      ) : null}
      {followUps.length < mostFollowUps ? (
        <div className="follow-up-add">
          <Button
            look="bare"
            onPress={() => put([...followUps, { id: newId(), sender: null, what: '', dueOn: '' }])}
          >
            {t(isLetter && followUps.length === 0 ? 'followUp.letter' : 'followUp.add')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
