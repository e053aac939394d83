import { useState } from 'react'
import { mostFollowUps } from '../../../domain/follow-up/sender.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { QuestionPart } from './question-part.ts'
import type { FollowUpDraft } from './visit-draft.ts'

const FollowUpFields = lazyPart(
  async () => (await import('./follow-up-fields.tsx')).FollowUpFields,
  'followups',
  'typed',
)

interface FollowUpsProps extends QuestionPart {
  /** Somebody wanted to save what does not say enough. */
  readonly isChecked: boolean
}

/** What is still to be done for this question: of a letter what it asks, and by when. */
export const FollowUps = ({ question, onQuestion, isChecked }: FollowUpsProps) => {
  const { t } = useText('desk')
  const { followUps } = question
  const [added, setAdded] = useState<string>()
  const isLetter = question.theme === 'paperwork' || question.actions.includes('explain_letter')
  const put = (next: FollowUpDraft[]) => onQuestion({ ...question, followUps: next })
  const add = () => {
    const id = newId()
    setAdded(id)
    put([...followUps, { id, sender: null, what: '', dueOn: '' }])
  }
  return (
    <>
      {followUps.map((followUp, place) => (
        <FollowUpFields
          key={followUp.id}
          followUp={followUp}
          isLetter={isLetter}
          isNew={followUp.id === added}
          isChecked={isChecked}
          onChange={(changed) => put(followUps.with(place, changed))}
          onRemove={() => put(followUps.toSpliced(place, 1))}
        />
      ))}
      {followUps.length < mostFollowUps ? (
        <div className="follow-up-add">
          <Button look="bare" onPress={add}>
            {t(isLetter && followUps.length === 0 ? 'followUp.letter' : 'followUp.add')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
