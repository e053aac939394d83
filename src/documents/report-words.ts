import { unanswered } from '../domain/code-list/code-list.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { formatNumber, formatPercent } from '../text/format.ts'
import type { LabelReader } from '../text/label.ts'
import { translator } from '../text/translate.ts'

/** In which words a report is written: the language of the reader and the city's own names for its codes. */
export interface ReportWords {
  readonly language: StaffLanguage
  readonly label: LabelReader
}

type Gaps = Readonly<Record<string, string | number>>

export const say = ({ language }: Pick<ReportWords, 'language'>, key: string, gaps?: Gaps): string =>
  translator(language)(`report:${key}`, gaps)

/** "866 hulpvragen", "1 hulpvraag" */
export const sayRequests = (words: Pick<ReportWords, 'language'>, requests: number): string =>
  say(words, requests === 1 ? 'count.oneRequest' : 'count.requests', {
    count: formatNumber(words.language, requests),
  })

/** "148 openingsdagen", "1 openingsdag" */
export const sayOpeningDays = (words: Pick<ReportWords, 'language'>, days: number): string =>
  say(words, days === 1 ? 'count.oneDay' : 'count.days', { count: formatNumber(words.language, days) })

/** A number, or that it is not shown. */
export const sayCount = (words: Pick<ReportWords, 'language'>, requests: number | null): string =>
  requests === null ? say(words, 'hidden') : formatNumber(words.language, requests)

/** A percentage; a dash where there is none. */
export const sayPercent = (
  words: Pick<ReportWords, 'language'>,
  { requests, percent }: { readonly requests: number | null; readonly percent: number | null },
): string =>
  requests === null || percent === null
    ? say(words, 'none')
    : formatPercent(words.language, { requests, percent })

/** What is added up below the top of a list of countries. */
export const sayOthers = (countries: number, words: Pick<ReportWords, 'language'>): string =>
  countries === 1 ? say(words, 'otherCountry') : say(words, 'otherCountries', { count: countries })

// because: includes() of a list of three words does not take just any string
export const isAnswer = (code: string): boolean => !(unanswered as readonly string[]).includes(code)

/** One figure as people read it: what it shows in a sentence, its unit and base, the picture and its table. */
export interface ReportChart {
  /** The field of the report that it shows. */
  chart: string
  title: string
  sentence: string
  unit: string
  base: string
  /** May stand inline in a page: presentation attributes only, text in the colour of the page. */
  svg: string
  table: {
    headings: string[]
    rows: string[][]
    /** How many columns, from the first, hold words; the rest hold numbers. */
    textColumns: number
  }
  /** What stands under it: events that may explain a month. */
  notes: string[]
}
