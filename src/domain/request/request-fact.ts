import { z } from 'zod'
import { deskId } from '../id.ts'
import { cleanCell } from '../import/import-text.ts'
import { localDate } from '../local-date.ts'
import { typedLine, writtenText } from '../written-text.ts'
import { mostCharacters, mostMinutes, type RequestField } from './request-field.ts'

const code = z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/)
const codes = z
  .array(code)
  .max(60)
  .transform((chosen) => [...new Set(chosen)])

/** One line as somebody typed it, in the form of a cell that was imported; an empty one is none. */
const line = (most: number) =>
  typedLine({ least: 0, most })
    .transform((text) => cleanCell(text) || null)
    .nullable()

/** What a guide registers about one help request, and what a correction may change of it. */
export const requestFacts = z.strictObject({
  receivedOn: localDate,
  /** HH:MM on the city's own clock; null = only the day is known. */
  receivedTime: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  deskId,
  channel: code,
  origin: code,
  clientKind: code,
  askedBy: code,
  status: code,
  nationality: code,
  contactLanguage: code,
  languageHelp: code,
  neighbourhood: line(mostCharacters.neighbourhood),
  firstVisit: z.boolean().nullable(),
  theme: code,
  subTheme: code.nullable(),
  actions: codes,
  whoDidIt: code,
  outcome: code,
  barriers: codes,
  minutes: z.int().min(0).max(mostMinutes).nullable(),
  referredTo: line(mostCharacters.referredTo),
  tip: line(mostCharacters.tip),
  /** What somebody said, as they said it. */
  ownWords: line(mostCharacters.ownWords),
  /** Whether they let the city quote it; null = not asked. Without words there is nothing to quote (own-words.ts). */
  mayQuote: z.boolean().nullable(),
} satisfies Record<RequestField, z.ZodType>)
export type RequestFacts = z.infer<typeof requestFacts>

/** What is left out stays as it is. */
export const requestChanges = requestFacts.partial()
export type RequestChanges = z.infer<typeof requestChanges>

export type FactValue = RequestFacts[RequestField]

/** Why a request is voided: a sentence, not a sigh. */
export const voidReason = writtenText({ least: 5, most: mostCharacters.reason })
