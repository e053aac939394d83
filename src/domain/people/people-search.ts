import { foldWords } from '../request/folded-word.ts'
import type { Role } from './member.ts'

/** Whom somebody looks for. */
export interface PeopleSearch {
  /** Each is held by the name, the address or a role; empty = everybody. */
  readonly sought: readonly string[]
  /** What the reader calls each role, folded, a space before each word. */
  readonly roleWords: Readonly<Record<Role, string>>
  readonly role?: Role | undefined
}

const mostWords = 12
/** A shorter word is looked for at the beginning of words only: "an" is Ann, and not every Hassan. */
const shortestInside = 3

/**
 * What somebody typed, as it is looked for in words with a space before each. Signs alone ("%") stay as they are: no
 * word holds them, so they find nobody.
 */
export function soughtIn(typed: string): string[] {
  const words = foldWords(typed)
  const signs = typed.trim()
  if (words.length === 0 && signs !== '') return [signs]
  return words.slice(0, mostWords).map((word) => ([...word].length < shortestInside ? ` ${word}` : word))
}

export const spacedWords = (text: string): string =>
  foldWords(text)
    .map((word) => ` ${word}`)
    .join('')
