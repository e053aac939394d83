import { countSlips } from '../import/import-suggestion.ts'
import { foldWords } from './folded-word.ts'

/** What stands in a list or on a request under a name: `{text: 'Wonen', lexeme: 'theme:housing'}`. */
export interface NamedLexeme {
  readonly text: string
  readonly lexeme: string
}

/** The words of a list of names, each with what it stands for, to be found exactly, by their beginning or nearly. */
export interface SearchBook {
  readonly exactly: (word: string) => readonly string[]
  /** What the words stand for that begin with this, the word itself too. */
  readonly beginning: (start: string) => readonly string[]
  /** What the words stand for that are nearest to it, and how many slips of the pen away they are. */
  readonly nearest: (word: string, options: { readonly isStart: boolean }) => Near
}

interface Near {
  readonly slips: number
  readonly lexemes: readonly string[]
}

const mostBeginnings = 60
const mostNear = 20

export function makeSearchBook(names: Iterable<NamedLexeme>): SearchBook {
  const lexemes = new Map<string, Set<string>>()
  for (const { text, lexeme } of names) {
    for (const word of foldWords(text)) {
      const known = lexemes.get(word)
      if (known) known.add(lexeme)
      else lexemes.set(word, new Set([lexeme]))
    }
  }
  const words = [...lexemes.keys()].sort().map((word) => ({ word, letters: lettersOf(word) }))
  const meant = (found: readonly string[]) => [
    ...new Set(found.flatMap((word) => [...(lexemes.get(word) ?? [])])),
  ]
  return {
    exactly: (word) => [...(lexemes.get(word) ?? [])],
    beginning: (start) => meant(wordsFrom(words, start)),
    nearest: (word, { isStart }) => {
      const { slips, found } = nearestWords(words, word, isStart)
      return { slips, lexemes: meant(found) }
    },
  }
}

interface KnownWord {
  readonly word: string
  readonly letters: number
}

/** The words that begin with `start`, from the sorted list. */
function wordsFrom(words: readonly KnownWord[], start: string): string[] {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.word ?? '') < start) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let place = low; found.length < mostBeginnings; place++) {
    const word = words[place]?.word
    if (!word?.startsWith(start)) break
    found.push(word)
  }
  return found
}

/** Short words mean something else when one letter changes: Iran is not Irak. */
const slipsForgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

function nearestWords(words: readonly KnownWord[], asked: string, isStart: boolean) {
  const letters = lettersOf(asked)
  let slips = slipsForgiven(asked)
  let found: string[] = []
  for (const { word, letters: held } of words) {
    // A look at the letters alone rules out nearly every word: a slip adds or takes one letter at most.
    if (slips === 0 || countBits(letters & ~held) > slips || word.length < asked.length - slips) continue
    const distance = slipsBetween(asked, word, isStart)
    if (distance > slips) continue
    if (distance < slips) found = []
    slips = distance
    if (found.length < mostNear) found.push(word)
  }
  return { slips, found }
}

function slipsBetween(asked: string, word: string, isStart: boolean): number {
  const whole = word.length - asked.length > 2 ? Number.POSITIVE_INFINITY : countSlips(asked, word)
  // Which letters are doubled is what people doubt most; however many they get wrong, that is one slip.
  if (whole > 1 && withoutDoubles(asked) === withoutDoubles(word)) return 1
  if (!isStart || word.length <= asked.length) return whole
  return Math.min(whole, countSlips(asked, word.slice(0, asked.length)))
}

const withoutDoubles = (word: string): string => word.replace(/(.)\1+/gu, '$1')

/** Which letters a word holds, as bits: two letters may share one, which rules out a little less. */
function lettersOf(word: string): number {
  let letters = 0
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) & 31)
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
