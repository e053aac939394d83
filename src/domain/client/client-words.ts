import { z } from 'zod'
import { clientLanguages } from '../client-language.ts'
import { hasRegisterNumber } from '../import/register-number.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { writtenText } from '../written-text.ts'
import { mostCharacters } from './client-sentence.ts'

export const clientLanguage = z.enum(clientLanguages)

/** A sentence as a city writes it itself. */
export const ownWords = writtenText({ most: 600 })

/** Refuses what has no room where it is shown (`client_words_long`), and words that name a person (`words_register_number`). */
export function refuseWords(key: string, words: string): Refusal | undefined {
  const most = mostCharacters(key)
  if (words.length > most) return refuse('client_words_long', { most })
  return hasRegisterNumber(words) ? refuse('words_register_number') : undefined
}

/** `first.title`, `themes.housing`: which there are is in text/client-words.ts. */
export const sentenceKey = z
  .string()
  .regex(/^[a-z_]+(\.[A-Za-z_]+){0,2}$/)
  .max(80)

/** SHA-256 in hexadecimal. */
export const checksum = z.string().regex(/^[0-9a-f]{64}$/)
