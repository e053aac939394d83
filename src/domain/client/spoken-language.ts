import { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'
import { isWorldLanguage } from '../request/request-rule.ts'
import type { CodeRegister } from '../visit/visit-rule.ts'

/** A language in which something was said to somebody, or that they speak or read; ISO 639-3. */
export const spokenLanguage = z.string().regex(/^[a-z]{3}$/)

/** Refuses a language that the city does not list and the world does not know (`code_unknown`), by the field it was given in. */
export function checkLanguages(
  given: Readonly<Record<string, readonly string[]>>,
  codes: CodeRegister,
): Refusal | undefined {
  for (const [field, languages] of Object.entries(given))
    if (!languages.every((one) => codes.has('contact_language', one) || isWorldLanguage(one)))
      return refuse('code_unknown', { field })
  return undefined
}
