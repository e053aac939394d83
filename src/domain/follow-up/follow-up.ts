import { z } from 'zod'
import { followUpId, helpRequestId } from '../id.ts'
import { hasRegisterNumber } from '../import/register-number.ts'
import { localDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { typedLine } from '../written-text.ts'
import { letterSenders, mostFollowUpCharacters } from './sender.ts'

/** What still has to be done, and by when; of a letter from whom it is, and never the letter. */
export const followUpContent = z.strictObject({
  sender: z.enum(letterSenders).nullable(),
  what: typedLine({ most: mostFollowUpCharacters }),
  dueOn: localDate,
})
export type FollowUpContent = z.infer<typeof followUpContent>

/** As it comes with the request that it is about. */
export const newFollowUp = followUpContent.extend({ id: followUpId })
export type NewFollowUp = z.infer<typeof newFollowUp>

/** On a request that is there already. */
export const addedFollowUp = followUpContent.extend({ requestId: helpRequestId })

/** Refuses a national register number in what is typed (`register_number`). */
export const checkFollowUp = ({ what }: Pick<FollowUpContent, 'what'>): Refusal | undefined =>
  hasRegisterNumber(what) ? refuse('register_number', { field: 'what' }) : undefined
