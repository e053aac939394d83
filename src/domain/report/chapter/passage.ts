import { z } from 'zod'
import { hasRegisterNumber } from '../../import/register-number.ts'
import type { StaffLanguage } from '../../language.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { ReportAudience } from '../report-format.ts'
import { type ChapterCode, chapterCodes } from './chapter.ts'

/** What the coordinator writes: one text in each chapter, and what the college is asked to decide, in the first. */
export type Passage = ChapterCode | 'ask'

/** In the order in which they are read. */
export const passages: readonly Passage[] = chapterCodes.flatMap((code) =>
  code === 'one_page' ? [code, 'ask' as const] : [code],
)
export const passage = z.enum(passages)

export const chapterOf = (each: Passage): ChapterCode => (each === 'ask' ? 'one_page' : each)

/** What is asked of the college is between the city and its council. */
export const isFor = (each: Passage, audience: ReportAudience): boolean =>
  each !== 'ask' || audience !== 'everybody'

/**
 * How far a text is. A proposal that rules made, and a draft, stay out of a frozen report until somebody has read them
 * and says that they are ready; `empty` is a chapter that is to have no text.
 */
export const textState = z.enum(['empty', 'proposed', 'ready'])
export type TextState = z.infer<typeof textState>

export interface WrittenPassage {
  /** Plain formatting (plain-format.ts). Empty: the proposal stands as it is. */
  readonly body: string
  readonly state: TextState
}

export const longestBody = 12_000

/** A text that is in a frozen report. */
export interface FrozenText {
  readonly language: StaffLanguage
  readonly passage: Passage
  readonly body: string
}

/**
 * How far a text is as soon as it is saved: with words in it, it is not empty. Refuses to call nothing ready
 * (`text_empty`) and a national register number (`register_number`).
 */
export function settlePassage({ body, state }: WrittenPassage): WrittenPassage | Refusal {
  if (hasRegisterNumber(body)) return refuse('register_number', { field: 'body' })
  if (body === '') return state === 'ready' ? refuse('text_empty') : { body, state }
  return { body, state: state === 'empty' ? 'proposed' : state }
}

/** How far a passage is, with what rules propose for it. */
export const stateOf = (written: WrittenPassage | undefined, hasProposal: boolean): TextState => {
  if (!written) return hasProposal ? 'proposed' : 'empty'
  return written.state === 'proposed' && written.body === '' && !hasProposal ? 'empty' : written.state
}

/** A colleague who saves again within it goes on with the same version; after it a new one is kept. */
export const sameVersionMinutes = 10
