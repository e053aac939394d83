import { foldWords } from '../../../domain/request/folded-word.ts'
import type { SearchBook } from '../../../domain/request/search-book.ts'
import { countryBook, languageBook, straightPalochka } from '../../../text/world-book.ts'

const mostFound = 7
const makers = { nationality: countryBook, contactLanguage: languageBook }
const books = new Map<keyof typeof makers, SearchBook>()

/**
 * Codes of countries or languages that these words may name, in Dutch, French, English, Arabic or Russian, slips of the pen
 * forgiven. Those in `first` come first, in that order.
 */
export function findInWorld(
  field: keyof typeof makers,
  words: string,
  first: readonly string[],
): readonly string[] {
  const book = books.get(field) ?? makers[field]()
  books.set(field, book)
  const typed = foldWords(straightPalochka(words))
  const [start = []] = typed.map((word) => book.beginning(word)).toSorted((a, b) => a.length - b.length)
  const all = start.filter((code) => typed.every((word) => book.beginning(word).includes(code)))
  const exact = typed.flatMap((word) => book.exactly(word))
  const near = all.length > 0 ? all : typed.flatMap((word) => book.nearest(word, { isStart: true }).lexemes)
  const place = (code: string) => {
    const at = first.indexOf(code)
    return exact.includes(code) ? -1 : at < 0 ? first.length : at
  }
  return [...new Set(near)].toSorted((a, b) => place(a) - place(b)).slice(0, mostFound)
}
