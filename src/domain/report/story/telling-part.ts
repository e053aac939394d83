import { mailPattern, phonePattern } from '../../request/personal-text.ts'
import { foldName, hasCapital, isAllCapitals, type NameWord, nameWords } from '../name-word.ts'
import {
  belgianPlaces,
  firstNames,
  harmlessCapitals,
  months,
  monthsBesideNumber,
  numberWords,
  titles,
  weekdays,
} from './telling-words.ts'

export const tellingKinds = ['mail', 'phone', 'date', 'place', 'name', 'number'] as const
export type TellingKind = (typeof tellingKinds)[number]

/** A part of a text that may tell who it is about; `start` counts UTF-16 units from its beginning. */
export interface TellingPart {
  readonly kind: TellingKind
  readonly text: string
  readonly start: number
}

/** What a city is known by: its own guides and organisations, its own places, and the countries of the world. */
export interface KnownNames {
  readonly people: readonly string[]
  /** Recognised without a capital too: "het stadhuis". */
  readonly places: readonly string[]
  readonly countries: readonly string[]
}

/**
 * Finds what in a text may tell who it is about, in its order and never one within another: e-mail, phone, dates and
 * numbers by their form; names and places by what the city knows, and every capital within a sentence. It is a help for
 * whoever reads, no proof: a story told in every detail needs no name.
 */
export function tellingFinder(known: KnownNames): (text: string) => TellingPart[] {
  const phrases = phraseBook(known)
  return (text) => {
    const found: TellingPart[] = []
    const add = (parts: readonly TellingPart[]) => {
      for (const part of parts) if (!found.some((other) => overlaps(part, other))) found.push(part)
    }
    for (const { kind, pattern } of forms) add(partsOf(text, pattern, kind))
    const words = nameWords(text)
    add(knownIn(text, words, phrases))
    const free = words.filter((word) => !found.some((part) => overlaps(part, word)))
    add(capitalsIn(text, free))
    return found.toSorted((one, other) => one.start - other.start)
  }
}

type Span = Pick<TellingPart, 'text' | 'start'>

const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.start + other.text.length && other.start < one.start + one.text.length

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})(?![\\p{L}\\p{N}])`
const noLetterBefore = '(?<![\\p{L}\\p{N}])'
const day = '\\d{1,2}(?:er|ste?|nd|rd|th|de)?'
const year = '(?:,?\\s+\\d{4})?'
const anyMonth = anyOf([...months, ...monthsBesideNumber])

/** In the order in which they are looked for: a date is no phone number, a phone number more than a number. */
const forms: readonly { readonly kind: TellingKind; readonly pattern: RegExp }[] = [
  { kind: 'mail', pattern: mailPattern },
  {
    kind: 'date',
    pattern: /(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|(\d{1,2})([/.-])\d{1,2}\2(?:19|20)\d{2})(?!\d)/gu,
  },
  { kind: 'phone', pattern: phonePattern },
  {
    kind: 'date',
    pattern: new RegExp(
      [
        `${noLetterBefore}${day}\\s+(?:of\\s+|de\\s+)?${anyMonth}${year}`,
        `${noLetterBefore}${anyMonth}\\s+${day}(?![\\d])${year}`,
        `${noLetterBefore}${anyOf([...months, ...weekdays])}(?:\\s+\\d{4})?`,
        '(?<!\\d)\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2})?(?!\\d)',
        '(?<!\\d)(?:19|20)\\d{2}(?!\\d)',
      ].join('|'),
      'giu',
    ),
  },
  {
    kind: 'number',
    pattern: new RegExp(`\\p{N}+(?:[.,:u]\\p{N}+)*|${noLetterBefore}${anyOf(numberWords)}`, 'giu'),
  },
]

const partsOf = (text: string, pattern: RegExp, kind: TellingKind): TellingPart[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, text: found, start: index }))

interface Phrase {
  readonly kind: TellingKind
  readonly words: readonly string[]
  readonly needsCapital: boolean
}

/** By first word, the longest first. */
function phraseBook({ people, places, countries }: KnownNames): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = [
    ...phrasesOf('place', places, false),
    ...phrasesOf('place', [...countries.filter((name) => !isShort(name)), ...belgianPlaces], true),
    ...phrasesOf('name', [...people.flatMap(withItsParts), ...firstNames], true),
  ].toSorted((one, other) => other.words.length - one.words.length)
  return Map.groupBy(phrases, ({ words }) => words[0] ?? '')
}

const phrasesOf = (kind: TellingKind, names: readonly string[], needsCapital: boolean): Phrase[] =>
  names
    .map((name) => nameWords(name).map(({ folded }) => folded))
    .filter((words) => words.length > 0 && !words.every((word) => harmless.has(word)))
    .map((words) => ({ kind, words, needsCapital }))

/** CAR is a country, car is why. */
const isShort = (name: string): boolean => /^(?:.{1,3}|[\p{Lu}. ]+)$/u.test(name)

/** Fatima El Amrani is Fatima, and El Amrani; somebody A or B is nobody. */
function withItsParts(name: string): string[] {
  const parts = name.split(/\s+/)
  return parts.some((part) => part.length < 2) ? [name] : [name, ...parts.filter((part) => part.length > 3)]
}

function knownIn(
  text: string,
  words: readonly NameWord[],
  book: ReadonlyMap<string, readonly Phrase[]>,
): TellingPart[] {
  return words.flatMap((word, at) => {
    const isCapital = hasCapital(word.text)
    const found = book
      .get(word.folded)
      ?.find(
        ({ words: wanted, needsCapital }) =>
          (isCapital || !needsCapital) && wanted.every((each, next) => words[at + next]?.folded === each),
      )
    const last = found && words[at + found.words.length - 1]
    return found && last ? [spanOf(found.kind, text, word, last)] : []
  })
}

const spanOf = (kind: TellingKind, text: string, first: NameWord, last: NameWord): TellingPart => ({
  kind,
  text: text.slice(first.start, last.start + last.text.length),
  start: first.start,
})

/** Capitals within a sentence, those that stand together as one. Abbreviations, which are all capitals, are none. */
function capitalsIn(text: string, words: readonly NameWord[]): TellingPart[] {
  const names: [first: NameWord, last: NameWord][] = []
  for (const word of words) {
    if (!hasCapital(word.text) || isAllCapitals(word.text)) continue
    if (harmless.has(word.folded) || beginsSentence(text.slice(0, word.start))) continue
    const [, last] = names.at(-1) ?? []
    const isNext = last && /^[ '’-]$/.test(text.slice(last.start + last.text.length, word.start))
    if (isNext) names[names.length - 1] = [names.at(-1)?.[0] ?? word, word]
    else names.push([word, word])
  }
  return names.map(([first, last]) => spanOf('name', text, first, last))
}

const harmless = new Set(harmlessCapitals.map(foldName))
const title = new RegExp(`${noLetterBefore}(?:${titles.join('|')})\\.$`, 'iu')

/** Whether a sentence begins behind this: a line, an opening quote, or a sign that ended the one before. */
function beginsSentence(before: string): boolean {
  const gap = /[\s"“”„«»‘’'(*>•–—-]*$/u.exec(before)?.[0] ?? ''
  if (/[\n"“„«‘(>•]/u.test(gap)) return true
  const rest = before.slice(0, before.length - gap.length)
  return rest === '' || (/[.!?…:]$/u.test(rest) && !title.test(rest))
}
