import type { HolidayCode } from './holiday.ts'

/** Whole years, both included; without a last one they go on. */
export interface YearSpan {
  readonly first: number
  readonly last: number | null
}

/** A holiday and the years in which the city keeps it. */
export interface ObservedHoliday {
  readonly code: HolidayCode
  readonly years: readonly YearSpan[]
}

/** The first year that a LocalDate can have. */
export const firstYear = 1900

export const keptAlways = (code: HolidayCode): ObservedHoliday => ({
  code,
  years: [{ first: firstYear, last: null }],
})

export const isKeptIn = ({ years }: Pick<ObservedHoliday, 'years'>, year: number): boolean =>
  years.some(({ first, last }) => first <= year && (last === null || year <= last))

/** The years when the city keeps the holiday, or no longer keeps it, from `year` on; the years before stay as they are. */
export function keepFrom(years: readonly YearSpan[], year: number, isKept: boolean): YearSpan[] {
  const before = years
    .filter(({ first }) => first < year)
    .map(({ first, last }) => ({ first, last: last === null || last >= year ? year - 1 : last }))
  if (!isKept) return before
  const joined = before.at(-1)
  if (joined?.last !== year - 1) return [...before, { first: year, last: null }]
  return [...before.slice(0, -1), { first: joined.first, last: null }]
}
