import type { DeskId } from '../id.ts'
import type { FilterField } from '../request/request-filter.ts'
import type { HalfYearReport, Period } from './half-year-report.ts'
import { daysOfMonth } from './period.ts'

/** What the list of requests is narrowed to: the days of the report, or of one of its months, and a field. */
export type RowFilter = { readonly [Field in FilterField | keyof Period]?: string | undefined }

/** For each chart, in the order of its table, the filter that finds what a row counts; null where there is none. */
export type RowFilters = Readonly<Record<string, readonly (RowFilter | null)[]>>

/** By which filter the list finds what a field of the report counts. */
const filterFields = {
  languages: 'contactLanguage',
  clientKinds: 'clientKind',
  statuses: 'status',
  origins: 'origin',
  actions: 'action',
  whoDidIt: 'whoDidIt',
  outcomes: 'outcome',
  barriers: 'barrier',
} as const

/** A desk as the report has it, by its name, and as the list is narrowed to it. */
interface NamedDesk {
  readonly id: DeskId
  readonly name: string
}

/**
 * From the numbers of the coordinator's report to the requests behind them. A sensitive code has no filter; nor has a
 * status that was not asked, since the list shows sensitive ones as not asked (decision 0004).
 */
export function rowFilters(
  report: HalfYearReport,
  cityDesks: readonly NamedDesk[],
  isSensitive: (code: string) => boolean,
): RowFilters {
  const { period, months, themes, nationalities, desks, firstVisits = [] } = report
  const deskIds = new Map(cityDesks.map(({ id, name }) => [name, id]))
  const by = (field: FilterField, code: string, beside: RowFilter = {}): RowFilter | null =>
    isSensitive(code) || (field === 'status' && code === 'not_asked')
      ? null
      : { ...period, ...beside, [field]: code }
  const hasParts = themes.some(({ subThemes }) => subThemes.length > 0)
  return {
    months: months.map(({ month }) => cutTo(period, daysOfMonth(month))),
    themes: themes.flatMap(({ code, subThemes }) => [
      by('theme', code),
      ...(hasParts ? subThemes.map((part) => by('subTheme', part.code, { theme: code })) : []),
    ]),
    desks: desks.map(({ code }) => {
      const desk = deskIds.get(code)
      return desk ? { ...period, desk } : null
    }),
    firstVisits: firstVisits.map(({ code }) => by('firstVisit', code)),
    nationalities: nationalities.topTen.map(({ country }) => by('nationality', country)),
    ...Object.fromEntries(
      Object.entries(filterFields).map(([field, filter]) => [
        field,
        // because: the keys of the table above are fields of the report
        report[field as keyof typeof filterFields].map(({ code }) => by(filter, code)),
      ]),
    ),
  }
}

const cutTo = (period: Period, { from, to }: Period): Period => ({
  from: from < period.from ? period.from : from,
  to: to > period.to ? period.to : to,
})
