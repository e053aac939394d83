import type { ClientLanguage } from '../domain/client-language.ts'
import cardWords from './card-words.json' with { type: 'json' }
import ar from './client/ar.json' with { type: 'json' }
import ary from './client/ary.json' with { type: 'json' }
import en from './client/en.json' with { type: 'json' }
import fr from './client/fr.json' with { type: 'json' }
import nl from './client/nl.json' with { type: 'json' }
import ru from './client/ru.json' with { type: 'json' }

// For the server: every sentence that a city may say in its own words, under one key. The web app loads the same files
// one by one.

type Words = { readonly [key: string]: string | Words }

/** Those about languages have gaps to fill, and stay as they are. */
const ofProduct = ({ fallback: _, partly: __, ...words }: Words): Words => words

const flat = (words: Words, path = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(words).map(([key, value]) =>
      typeof value === 'string' ? { [path + key]: value } : flat(value, `${path}${key}.`),
    ),
  )

const written = { nl, ar, ary, fr, en, ru }
const cards: Words = cardWords

const sentences = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(written).map(([language, words]) => [
    language,
    new Map(Object.entries(flat({ ...ofProduct(words), card: cards[language] ?? {} }))),
  ]),
)

/** What the product says in a language; undefined where it says nothing. */
export const productSentence = (language: ClientLanguage, key: string): string | undefined =>
  sentences.get(language)?.get(key)

/** Every sentence that a city may write, in the order in which they are shown. */
export const sentenceKeys: readonly string[] = [...(sentences.get('nl')?.keys() ?? [])]

export const isSentence = (key: string): boolean => sentenceKeys.includes(key)

export const cardKeys = ['card.title', 'card.show', 'card.nameless'] as const

/** What can be read aloud: the first words as a whole, and the word for each theme. */
export const recordableParts: readonly string[] = [
  'first',
  ...sentenceKeys.filter((key) => key.startsWith('themes.')),
]

export const keysOfPart = (part: string): readonly string[] =>
  sentenceKeys.filter((key) => key === part || key.startsWith(`${part}.`))
