import { normalise } from './import-text.ts'

/**
 * The names that a city has for its desks, or an organisation for its people. A name that it does not have is new:
 * the import makes it. Names that differ only in case or accents are one; two of them make a cell ambiguous.
 */
export interface NameBook {
  /** What an empty cell means. */
  readonly whenEmpty: string
  readonly isAmbiguous: (name: string) => boolean
}

export function makeNameBook(names: readonly string[], whenEmpty: string): NameBook {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(normalise(name), (counts.get(normalise(name)) ?? 0) + 1)
  return { whenEmpty, isAmbiguous: (name) => (counts.get(normalise(name)) ?? 0) > 1 }
}
