import type { FollowUp } from '../../../contract/follow-up.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { completeFollowUp, reopenFollowUp } from './follow-up-query.ts'

/** Makes something done, with a way back; `onChanged` lets what is shown follow. What goes wrong is said. */
export function useCompletion(onChanged: () => Promise<unknown>): (followUp: FollowUp) => void {
  const { t } = useText('followups')
  const complete = async (followUp: FollowUp) => {
    await completeFollowUp(followUp)
    announce({ sentence: t('finished'), undo: () => reopenFollowUp(followUp).then(onChanged) })
    await onChanged()
  }
  return (followUp) =>
    void complete(followUp).catch((error: unknown) => announce({ sentence: sayFailure(error, t) }))
}
