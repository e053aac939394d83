import { z } from 'zod'
import { helpRequestId, memberId } from '../id.ts'
import { writtenLines, writtenText } from '../written-text.ts'
import {
  mostAnswerCharacters,
  mostQuestionCharacters,
  mostReasonCharacters,
  mostWishCharacters,
} from './coaching-limit.ts'

/** A case as a guide puts it to the coach; the question may be left for when they talk. */
export const newCase = z.strictObject({
  requestId: helpRequestId,
  question: writtenText({ most: mostQuestionCharacters }).nullable().default(null),
})

export const answer = z.strictObject({
  text: writtenLines({ most: mostAnswerCharacters }).refine((text) => text !== ''),
})

export const newWish = z.strictObject({ wish: writtenText({ most: mostWishCharacters }) })

/** A request that a colleague is asked to follow up, and why. */
export const newHandover = z.strictObject({
  requestId: helpRequestId,
  toId: memberId,
  reason: writtenText({ most: mostReasonCharacters }),
})
