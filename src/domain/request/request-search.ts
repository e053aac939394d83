import { foldWords } from './folded-word.ts'
import type { Search, SearchTerm } from './request-filter.ts'
import type { SearchBook } from './search-book.ts'

/** What the words that somebody types may mean. */
export interface SearchBooks {
  /** The labels of codes in the reader's language and the names of desks and guides; never a sensitive code. */
  readonly labels: SearchBook
  /** Spellings that mean a code and are shown nowhere: Syrische, Congo-Brazza. */
  readonly spellings: SearchBook
  /** The words that the requests hold that the reader sees, as `word:sleutel`. */
  readonly texts: SearchBook
}

const mostWords = 12

/**
 * What somebody typed as a search: every word must match, each in any field, the last one also by its beginning. Only a
 * word that is nowhere as it is written is forgiven slips of the pen. Signs alone ("%") are in no request.
 */
export function searchOfWords(typed: string, books: SearchBooks): Search {
  const words = wordsOf(typed)
  const signs = typed.trim()
  if (words.length === 0 && signs !== '') return [[`word:${signs}`]]
  return words.map(({ word, isStart }) => termsOf(word, books, isStart))
}

/** Whether the books know every word as it is written. */
export const knowsWords = (typed: string, { labels, spellings, texts }: SearchBooks): boolean =>
  wordsOf(typed).every(
    ({ word, isStart }) =>
      lookUp(labels, word, isStart).length > 0 ||
      lookUp(texts, word, isStart).length > 0 ||
      spellings.exactly(word).length > 0,
  )

const wordsOf = (typed: string) =>
  foldWords(typed)
    .slice(0, mostWords)
    .map((word, place, words) => ({ word, isStart: place === words.length - 1 }))

const lookUp = (book: SearchBook, word: string, isStart: boolean) =>
  isStart ? book.beginning(word) : book.exactly(word)

function termsOf(word: string, { labels, spellings, texts }: SearchBooks, isStart: boolean): SearchTerm[] {
  const known = [...lookUp(labels, word, isStart), ...lookUp(texts, word, isStart)]
  const spelled = known.length > 0 ? known : spellings.exactly(word)
  const meant = spelled.length > 0 ? spelled : forgiven(word, [labels, texts], isStart)
  // The word itself too: it may have been noted a moment ago.
  return [...new Set([`word:${word}`, ...meant])]
}

/** What the nearest words of both books mean; those of one book alone when its words are nearer. */
function forgiven(word: string, books: readonly SearchBook[], isStart: boolean): string[] {
  const near = books
    .map((book) => book.nearest(word, { isStart }))
    .filter(({ lexemes }) => lexemes.length > 0)
  const least = Math.min(...near.map(({ slips }) => slips))
  return near.filter(({ slips }) => slips === least).flatMap(({ lexemes }) => [...lexemes])
}
