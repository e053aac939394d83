import { z } from 'zod'
import { hasRegisterNumber } from '../import/register-number.ts'
import { daysBetween, type LocalDate, localDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { writtenLines } from '../written-text.ts'
import { latestErasure, mostNoteCharacters } from './note-limit.ts'

const words = writtenLines({ most: mostNoteCharacters })
export const noteText = words.refine((text) => text !== '')

/** At the desk, where an empty one is none. */
export const deskNote = words.transform((text) => text || null).nullable()

/** A note as its writer gives it. Without a day it is erased as late as may be. */
export const note = z.strictObject({
  text: noteText,
  eraseOn: localDate.optional().describe('That day nobody can read it any more; six months on at the latest'),
})
export type Note = z.infer<typeof note>

/** Refuses a national register number (`register_number`) and a day that is not to come or too far (`erasure_day`). */
export function checkNote({ text, eraseOn }: Note, today: LocalDate): Refusal | undefined {
  if (hasRegisterNumber(text)) return refuse('register_number', { field: 'text' })
  if (eraseOn === undefined) return undefined
  const isWithin = daysBetween(today, eraseOn) > 0 && eraseOn <= latestErasure(today)
  return isWithin ? undefined : refuse('erasure_day', { field: 'eraseOn', latest: latestErasure(today) })
}
