import type { StaffLanguage } from '../domain/language.ts'
import type { LocalDate, Month, Weekday } from '../domain/local-date.ts'
import { isolate } from './isolate.ts'
import specialNames from './special-names.json' with { type: 'json' }

// The one module around Intl. Numbers and dates are Belgian; names of languages and countries come from CLDR.

export const locales: Readonly<Record<StaffLanguage, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

const once = <Made>(make: (language: StaffLanguage) => Made) => {
  const made = new Map<StaffLanguage, Made>()
  return (language: StaffLanguage): Made => {
    const ready = made.get(language) ?? make(language)
    made.set(language, ready)
    return ready
  }
}

const wholeNumbers = once(
  (language) => new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }),
)
const decimals = once((language) => new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }))

export const formatNumber = (language: StaffLanguage, value: number): string =>
  wholeNumbers(language).format(value)

/** "7,4" but "6": at most one decimal; "–" where there is no figure. */
export const formatDecimal = (language: StaffLanguage, value: number | null): string =>
  value === null ? '–' : decimals(language).format(value)

/** "41 %"; "< 1 %" where something was counted but rounds to nothing. */
export function formatPercent(
  language: StaffLanguage,
  { requests, percent }: { readonly requests: number; readonly percent: number },
): string {
  const shown =
    requests > 0 && percent === 0 ? `< ${formatNumber(language, 1)}` : formatNumber(language, percent)
  return language === 'en' ? `${shown}%` : `${shown}\u00a0%`
}

const atNoon = (date: LocalDate): Date => new Date(`${date}T12:00:00Z`)

const longDates = once(
  (language) =>
    new Intl.DateTimeFormat(locales[language], {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
)
const shortDates = once(
  (language) =>
    new Intl.DateTimeFormat(locales[language], {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'UTC',
    }),
)
const longMonths = once(
  (language) =>
    new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
const shortMonths = once(
  (language) => new Intl.DateTimeFormat(locales[language], { month: 'short', timeZone: 'UTC' }),
)

/** In French the first of a month is "1er", which CLDR does not say. */
const withFirst = (language: StaffLanguage, date: string): string =>
  language === 'fr' ? date.replace(/(?<!\d)1(?= \p{L})/u, '1er') : date

/** "1 december 2015"; "1er décembre 2015" */
export const formatDate = (language: StaffLanguage, date: LocalDate): string =>
  withFirst(language, longDates(language).format(atNoon(date)))

/** "01/12/2015" */
export const formatShortDate = (language: StaffLanguage, date: LocalDate): string =>
  shortDates(language).format(atNoon(date))

/** "december 2015" */
export const formatMonth = (language: StaffLanguage, month: Month): string =>
  longMonths(language).format(new Date(`${month}-15T12:00:00Z`))

const longDays = once(
  (language) =>
    new Intl.DateTimeFormat(locales[language], {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
)
const longWeekdays = once(
  (language) => new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }),
)
const shortWeekdays = once(
  (language) => new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' }),
)
// 1 January 2001 was a Monday.
const dayOfWeek = (weekday: Weekday): Date => new Date(Date.UTC(2001, 0, weekday, 12))

/** "dinsdag 1 maart 2016" */
export const formatDay = (language: StaffLanguage, date: LocalDate): string =>
  withFirst(language, longDays(language).format(atNoon(date)))

const moments = new Map<string, Intl.DateTimeFormat>()

/** "24 november 2026 om 10:42", by the clock of the city, wherever somebody reads it. */
export function formatMoment(language: StaffLanguage, moment: string, timeZone: string): string {
  const key = `${language} ${timeZone}`
  const known = moments.get(key)
  const format =
    known ?? new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone })
  if (!known) moments.set(key, format)
  return withFirst(language, format.format(new Date(moment)))
}

/** "maandag" */
/** HH:MM on the clock of whoever reads it. */
export const formatClock = (language: StaffLanguage, moment: Date): string => clocks(language).format(moment)

export const formatWeekday = (language: StaffLanguage, weekday: Weekday): string =>
  longWeekdays(language).format(dayOfWeek(weekday))

/** "ma" */
export const formatShortWeekday = (language: StaffLanguage, weekday: Weekday): string =>
  shortWeekdays(language).format(dayOfWeek(weekday)).replace('.', '')

/** "dec" */
export const formatShortMonth = (language: StaffLanguage, month: Month): string =>
  shortMonths(language)
    .format(new Date(`${month}-15T12:00:00Z`))
    .replace('.', '')

const lists = once((language) => new Intl.ListFormat(locales[language], { type: 'conjunction' }))

/** "brief uitgelegd, getelefoneerd en doorverwezen"; nothing for nothing. */
export const formatList = (language: StaffLanguage, words: readonly string[]): string =>
  lists(language).format(words.map(isolate))

const choices = once((language) => new Intl.ListFormat(locales[language], { type: 'disjunction' }))

/** "Arabisch of Russisch"; nothing for nothing. */
export const formatChoice = (language: StaffLanguage, words: readonly string[]): string =>
  choices(language).format(words.map(isolate))

/** The calendar day that it is in a time zone at a moment; undefined = in that of this machine. */
export const localDateIn = (moment: Date, timeZone: string | undefined): LocalDate =>
  // because: Swedes write a day as YYYY-MM-DD; a parse would bring the schema library to every page of the browser
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment) as LocalDate

const clocks = once(
  (language) => new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }),
)

const alternatives = once((language) => new Intl.ListFormat(locales[language], { type: 'disjunction' }))

/** "Wonen, Werk of Gezondheid" */
export const formatOr = (language: StaffLanguage, names: readonly string[]): string =>
  alternatives(language).format(names.map(isolate))

const collators = once((language) => new Intl.Collator(locales[language]))

/** The order in which a reader of the language looks names up. */
export const compareNames = (language: StaffLanguage) => collators(language).compare

const countryNames = once(
  (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
)
// `nl`, not `nl-BE`: CLDR calls Dutch in Belgium "Vlaams".
const languageNames = once(
  (language) => new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }),
)

type SpecialKind = 'country' | 'language' | 'unanswered' | 'first_visit'

const special = (language: StaffLanguage, kind: SpecialKind, code: string) => {
  const names: Readonly<Record<string, string>> = specialNames[language][kind]
  // A code can be a word that somebody typed: "constructor" is no name here.
  return Object.hasOwn(names, code) ? names[code] : undefined
}

/** What a field says that holds no answer; undefined for a code that is an answer. */
export const unansweredName = (language: StaffLanguage, code: string): string | undefined =>
  special(language, 'unanswered', code)

/** Whether somebody came for the first time: `first`, `again`, and what was not answered. */
export const firstVisitName = (language: StaffLanguage, code: string): string =>
  special(language, 'first_visit', code) ?? unansweredName(language, code) ?? code

/** The name of a country code (ISO 3166-1 alpha-2, XK), of `stateless`, and of what was not answered. */
export const countryName = (language: StaffLanguage, code: string): string =>
  special(language, 'country', code) ??
  unansweredName(language, code) ??
  (/^[A-Z]{2}$/.test(code) ? countryNames(language).of(code) : undefined) ??
  code

/** The name of a language code (ISO 639-3 or BCP 47), and of what was not answered. ICU has no data for ary and inh. */
export const languageName = (language: StaffLanguage, code: string): string =>
  special(language, 'language', code) ??
  unansweredName(language, code) ??
  (/^[a-z]{2,3}$/.test(code) ? languageNames(language).of(code) : undefined) ??
  code
