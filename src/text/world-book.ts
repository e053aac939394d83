import { countryCodes } from '../domain/import/import-country.ts'
import { languageCodes } from '../domain/import/import-language.ts'
import { namesOfSpellings } from '../domain/import/import-lookup.ts'
import { countrySpellings } from '../domain/import/spelling-country.ts'
import { languageSpellings } from '../domain/import/spelling-language.ts'
import { makeSearchBook, type NamedLexeme, type SearchBook } from '../domain/request/search-book.ts'
import ownNames from './own-names.json' with { type: 'json' }

/** In these languages people at a desk name countries and languages. */
const spoken = ['nl', 'fr', 'en', 'ar', 'ru'] as const

/** Names of countries in every spoken language, and the spellings that no list shows: Syrische, Wit-Rusland. */
export const countryBook = (): SearchBook =>
  makeSearchBook(
    function* (): Iterable<NamedLexeme> {
      for (const language of spoken) {
        const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
        for (const code of [...countryCodes, 'XK']) yield* named(names.of(code), code)
      }
      for (const { code, name } of namesOfSpellings(countrySpellings)) yield { text: name, lexeme: code }
    }.call(undefined),
  )

/** Names of languages in every spoken language and in themselves, and the spellings that no list shows: Farsi, Darija. */
export const languageBook = (): SearchBook =>
  makeSearchBook(
    function* (): Iterable<NamedLexeme> {
      // First: where two are called so, it is the one that people at a desk mean; Dari is Persian, hardly ever Zoroastrian Dari.
      for (const [code, names] of Object.entries(ownNames)) for (const name of names) yield* named(name, code)
      for (const language of spoken) {
        const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
        for (const { tag, code } of languageCodes) yield* named(names.of(tag), code)
      }
      for (const { tag, code } of languageCodes) yield* named(ownName(tag), code)
      for (const { code, name } of namesOfSpellings(languageSpellings))
        if (languageCodes.some((language) => language.code === code)) yield* named(name, code)
    }.call(undefined),
  )

/** What a language calls itself; ICU takes the machine's own language where it has no data, which is no name. */
function ownName(tag: string): string | undefined {
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' })
  return names.resolvedOptions().locale === tag ? names.of(tag) : undefined
}

function* named(name: string | undefined, code: string): Iterable<NamedLexeme> {
  if (name) yield { text: straightPalochka(name), lexeme: code }
}

/**
 * The palochka of Chechen and Ingush as one letter: few keyboards have it, so people write 1, I, l or | between
 * Cyrillic letters.
 */
export const straightPalochka = (text: string): string =>
  text.replace(/(?<=\p{Script=Cyrillic})[1Il|]|[1Il|](?=\p{Script=Cyrillic})/gu, 'Ӏ')
