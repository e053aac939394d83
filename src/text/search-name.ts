import type { CodeListItem, CodeListName } from '../domain/code-list/code-list.ts'
import { unanswered } from '../domain/code-list/code-list.ts'
import { countryCodes } from '../domain/import/import-country.ts'
import { languageCodes } from '../domain/import/import-language.ts'
import { namesOfSpellings } from '../domain/import/import-lookup.ts'
import { countrySpellings } from '../domain/import/spelling-country.ts'
import type { StaffLanguage } from '../domain/language.ts'
import type { NamedLexeme } from '../domain/request/search-book.ts'
import { countryName, languageName, unansweredName } from './format.ts'

const fields: Record<CodeListName, string> = {
  theme: 'theme',
  action: 'action',
  who_did_it: 'whoDidIt',
  outcome: 'outcome',
  barrier: 'barrier',
  client_kind: 'clientKind',
  status: 'status',
  contact_language: 'contactLanguage',
  channel: 'channel',
  origin: 'origin',
  asked_by: 'askedBy',
  language_help: 'languageHelp',
}

/** What a reader calls the codes of a city's lists. A sensitive code has no name here: nothing may find it. */
export const codeNames = (items: readonly CodeListItem[], language: StaffLanguage): NamedLexeme[] =>
  items
    .filter(({ sensitive }) => !sensitive)
    .map(({ list, code, parent, labels }) => ({
      text: labels[language],
      lexeme: `${list === 'theme' && parent !== null ? 'subTheme' : fields[list]}:${code}`,
    }))

/** What a reader calls every country and language, and what says that there is no answer. */
export const worldLexemes = (language: StaffLanguage): NamedLexeme[] => [
  ...[...countryCodes, 'stateless', 'XK'].map((code) => ({
    text: countryName(language, code),
    lexeme: `nationality:${code}`,
  })),
  ...languageCodes.map(({ tag, code }) => ({
    text: languageName(language, tag),
    lexeme: `contactLanguage:${code}`,
  })),
  ...['nationality', ...Object.values(fields)].flatMap((field) =>
    unanswered.map((code) => ({ text: unansweredName(language, code) ?? code, lexeme: `${field}:${code}` })),
  ),
]

/** Spellings of countries and nationalities that no list shows: Syrische, Wit-Rusland. */
export const spelledLexemes = (): NamedLexeme[] =>
  namesOfSpellings(countrySpellings).map(({ code, name }) => ({ text: name, lexeme: `nationality:${code}` }))
