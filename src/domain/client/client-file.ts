import { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'
import { checkTypedWords } from '../typed-words.ts'
import type { CodeRegister } from '../visit/visit-rule.ts'
import { writtenText } from '../written-text.ts'
import { explanationPoints } from './client-rule.ts'
import { checkLanguages, spokenLanguage } from './spoken-language.ts'

/** How somebody was told what a file is, before there is one. */
export const explanation = z.strictObject({
  /** In which it was told; ISO 639-3. */
  language: spokenLanguage,
  /** Who helped with the language; a code of the list of language help. */
  languageHelp: z.string().max(80),
  /** What was told. */
  points: z.array(z.enum(explanationPoints)),
})
export type Explanation = z.infer<typeof explanation>

/** Who somebody is, as far as they want us to know. */
export const fileIdentity = z.strictObject({
  /** A first name or a nickname. */
  name: writtenText({ most: 80 }),
  /** How to reach them: a number, an address of theirs, through whom. */
  reach: writtenText({ most: 120 }).nullable().default(null),
  /** ISO 639-3. */
  spoken: z.array(spokenLanguage).max(12).default([]),
  read: z.array(spokenLanguage).max(12).default([]),
})
export type FileIdentity = z.infer<typeof fileIdentity>

/** As it was kept: it passed the rules of its day. */
export const keptIdentity = z.object({
  name: z.string(),
  reach: z.string().nullable(),
  spoken: z.array(z.string()),
  read: z.array(z.string()),
})

/**
 * Refuses a file that was not explained in full (`explanation_incomplete`), a help or a language that is none
 * (`code_unknown`), and a national register number in what is typed (`register_number`).
 */
export function checkFile(
  { name, reach, spoken, read }: FileIdentity,
  { points, language, languageHelp }: Explanation,
  codes: CodeRegister,
): Refusal | undefined {
  if (!explanationPoints.every((point) => points.includes(point)))
    return refuse('explanation_incomplete', { field: 'explanation.points' })
  if (!codes.has('language_help', languageHelp))
    return refuse('code_unknown', { field: 'explanation.languageHelp' })
  return (
    checkLanguages({ 'explanation.language': [language], spoken, read }, codes) ??
    checkTypedWords(name, 'name') ??
    checkTypedWords(reach, 'reach')
  )
}

/**
 * A name or a number in the one form by which it is found again, exactly: without capitals, accents and signs; a telephone
 * number by its digits, from abroad or not. A text of signs alone is its own form.
 */
export function searchForm(text: string): string {
  const folded = text.normalize('NFKD').toLowerCase().normalize('NFKD')
  const plain = folded.replace(accent, '')
  if (telephone.test(plain))
    return plain
      .replace(/^\D*\+/, '00')
      .replace(/\D/g, '')
      .replace(/^(?:00)?320?(?=\d{8,9}$)/, '0')
  return plain.replace(/[^\p{L}\p{N}\p{M}@]+/gu, ' ').trim() || folded.trim()
}

// Of other scripts a mark is a vowel, or makes another letter: without it, it is another name.
const accent =
  /(?<!\p{L}\p{M}*)\p{M}|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu

const telephone = /^(?:[^\p{L}\p{N}\p{M}@]*\d){6,}[^\p{L}\p{N}\p{M}@]*$/u

/** So many months after the last contact a file is erased by itself. */
export const fileMonths = 12

/** So many months after it was laid, nothing says any longer of which client a help request was. */
export const linkMonths = 24

/** What was before this moment is so many months old. */
export function monthsBefore(now: Date, months: number): Date {
  const moment = new Date(now)
  moment.setUTCMonth(moment.getUTCMonth() - months)
  return moment
}
