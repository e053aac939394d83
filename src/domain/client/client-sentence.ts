import { type ClientLanguage, readingOrder } from '../client-language.ts'

/** A sentence that a city wrote itself, and the Dutch one that stood beside it then. */
export interface OwnSentence {
  readonly words: string
  readonly source: string
}

/** Who says what: the city first, then the product. Undefined where nobody wrote it. */
export interface Sentences {
  readonly own: (language: ClientLanguage, key: string) => OwnSentence | undefined
  readonly product: (language: ClientLanguage, key: string) => string | undefined
}

export interface SaidSentence {
  readonly words: string
  readonly shownIn: ClientLanguage
  /** It was written beside other Dutch than holds now, so it may say something else. */
  readonly isStale: boolean
}

/** The Dutch sentence that counts: what the city made of it, else what the product says. Throws on a key that is none. */
export function dutchSentence(key: string, { own, product }: Sentences): string {
  const dutch = own('nl', key)?.words ?? product('nl', key)
  if (dutch === undefined) throw new Error(`nobody wrote ${key} in Dutch`)
  return dutch
}

/** The sentence in a language, or in the nearest one that anybody wrote it in. */
export function sayIn(language: ClientLanguage, key: string, sentences: Sentences): SaidSentence {
  const dutch = dutchSentence(key, sentences)
  for (const shownIn of readingOrder(language)) {
    const said = sentenceIn(shownIn, key, sentences)
    if (said) return { words: said.words, shownIn, isStale: shownIn !== 'nl' && said.source !== dutch }
  }
  throw new Error(`nobody wrote ${key} in Dutch`)
}

/** How long a sentence may be where it stands: on a card and a button there is less room than on a screen. */
export function mostCharacters(key: string): number {
  if (key.startsWith('first.sentences.')) return 600
  return { 'card.title': 30, 'card.show': 90, 'card.nameless': 66 }[key] ?? 60
}

/** The nearest language in which all of these are written: what stands together is not mixed. */
export function languageOfAll(
  language: ClientLanguage,
  keys: readonly string[],
  sentences: Sentences,
): ClientLanguage {
  const whole = readingOrder(language).find((one) =>
    keys.every((key) => sentenceIn(one, key, sentences) !== undefined),
  )
  return whole ?? 'nl'
}

/** Where the product wrote it, it wrote it beside its own Dutch. */
function sentenceIn(language: ClientLanguage, key: string, { own, product }: Sentences) {
  const mine = own(language, key)
  if (mine) return mine
  const words = product(language, key)
  return words === undefined ? undefined : { words, source: product('nl', key) }
}
