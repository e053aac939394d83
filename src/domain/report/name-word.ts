/** A word of a text; `start` counts UTF-16 units from its beginning. */
export interface NameWord {
  readonly text: string
  readonly start: number
  /** As it is compared: without case and accents. */
  readonly folded: string
}

/** The words of a text, each by itself: Sint-Jansplein is two, d’une as well. */
export const nameWords = (text: string): NameWord[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    folded: foldName(word),
  }))

export const foldName = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const hasCapital = (text: string): boolean => /^\p{Lu}/u.test(text)

/** OCMW is an abbreviation. */
export const isAllCapitals = (text: string): boolean => /^\p{Lu}{2,}$/u.test(text)
