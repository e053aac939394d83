import { hasRegisterNumber } from './import/register-number.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Refuses a national register number in what is typed: `register_number`. */
export const checkTypedWords = (text: string | null, field: string): Refusal | undefined =>
  hasRegisterNumber(text ?? '') ? refuse('register_number', { field }) : undefined
