import { hasRegisterNumber } from '../import/register-number.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Names, reasons and titles stand on paper: refuses a national register number (`register_number`). */
export const checkWords = (words: string): Refusal | undefined =>
  hasRegisterNumber(words) ? refuse('register_number') : undefined
