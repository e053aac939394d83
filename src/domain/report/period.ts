import { addDays, daysFromTo, type LocalDate, type Month, monthOf } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Period } from './half-year-report.ts'

/** The periods that people choose from; `december_july` is the half of a project year in which the first reports ran. */
export const periodKinds = ['half_year', 'quarter', 'year', 'december_july'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface NamedPeriod extends Period {
  readonly kind: PeriodKind
  readonly year: number
  /** 1 or 2 for a half-year, 1–4 for a quarter, 1 for the rest. */
  readonly part: number
}

/** No report covers more: the figures of a longer time are those of several reports. */
const longestReportYears = 10

/** Refuses a period that ends before it begins (`period_invalid`) or is longer than any report (`period_too_long`). */
export function checkPeriod({ from, to }: Period): Refusal | undefined {
  if (to < from) return refuse('period_invalid')
  const longest = addDays(from, longestReportYears * 366)
  return to > longest ? refuse('period_too_long', { years: longestReportYears }) : undefined
}

/** The periods of a kind that touch the calendar year, in order; December to July ends in that year. */
export function periodsOf(kind: PeriodKind, year: number): NamedPeriod[] {
  if (kind === 'december_july') return [{ kind, year, part: 1, ...between(year - 1, 12, year, 7) }]
  const monthsInPart = { half_year: 6, quarter: 3, year: 12 }[kind]
  return Array.from({ length: 12 / monthsInPart }, (_, index) => ({
    kind,
    year,
    part: index + 1,
    ...between(year, index * monthsInPart + 1, year, (index + 1) * monthsInPart),
  }))
}

/** The last half-year that is over on `today`. */
export function lastHalfYear(today: LocalDate): NamedPeriod {
  const year = Number(today.slice(0, 4))
  const over = [...periodsOf('half_year', year - 1), ...periodsOf('half_year', year)].filter(
    ({ to }) => to < today,
  )
  const last = over.at(-1)
  if (!last) throw new Error(`no half-year is over on ${today}`)
  return last
}

/** Every month that the period touches, in order. */
export const monthsOf = ({ from, to }: Period): Month[] => [...new Set(daysFromTo(from, to).map(monthOf))]

/** From its first to its last day. */
export function daysOfMonth(month: Month): Period {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return between(year, number, year, number)
}

const between = (fromYear: number, fromMonth: number, toYear: number, toMonth: number): Period => ({
  from: firstDay(fromYear, fromMonth),
  to: addDays(toMonth === 12 ? firstDay(toYear + 1, 1) : firstDay(toYear, toMonth + 1), -1),
})

// because: a year of four digits and a month of two make a date; a parse would bring the schema library to the browser
const firstDay = (year: number, month: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as LocalDate
