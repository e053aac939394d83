import { addDays, daysBetween, type LocalDate, type Month, monthOf } from '../local-date.ts'
import type { Period } from '../report/half-year-report.ts'
import { periodsOf } from '../report/period.ts'
import { averageOver } from '../report/rounding.ts'
import type { Calendar } from './opening-day.ts'
import { openingDays } from './opening-day.ts'

export interface MonthOutcome {
  readonly openingDays: number
  /** One decimal; null without an opening day, or for who may not see live figures. */
  readonly perOpeningDay: number | null
}

/** What a change does to one month. `requests` null: this reader may not see live figures. */
export interface MonthPreview {
  readonly month: Month
  readonly requests: number | null
  readonly before: MonthOutcome
  readonly after: MonthOutcome
}

export interface PreviewBasis {
  readonly today: LocalDate
  /** The days of the first and the newest request, where there are any. */
  readonly requests: Period | undefined
  /** The days that the change names. */
  readonly named: readonly LocalDate[]
}

const reachInDays = 30 * 366

/** Over which whole months a preview looks: those with requests, the half-year of today, and what the change names. */
export function previewWindow({ today, requests, named }: PreviewBasis): Period {
  const halfYear = halfYearOf(today)
  const isNear = (day: LocalDate) => Math.abs(daysBetween(today, day)) <= reachInDays
  const others = [...named, ...(requests ? [requests.from, requests.to] : [])].filter(isNear)
  const days = [halfYear.from, halfYear.to, ...others].toSorted()
  return { from: firstOfMonth(days[0] ?? halfYear.from), to: lastOfMonth(days.at(-1) ?? halfYear.to) }
}

/** The months whose number of opening days changes, in order. */
export function changedMonths(
  before: Calendar,
  after: Calendar,
  window: Period,
): Omit<ChangedMonth, 'requests'>[] {
  const [daysBefore, daysAfter] = [countByMonth(before, window), countByMonth(after, window)]
  const months = [...new Set([...daysBefore.keys(), ...daysAfter.keys()])].toSorted()
  return months
    .map((month) => ({ month, before: daysBefore.get(month) ?? 0, after: daysAfter.get(month) ?? 0 }))
    .filter((month) => month.before !== month.after)
}

export interface ChangedMonth {
  readonly month: Month
  readonly before: number
  readonly after: number
  readonly requests: number | null
}

/** Months that nobody asked about and that hold no request say nothing: they are left out. */
export function previewMonths(
  months: readonly ChangedMonth[],
  { today, named }: PreviewBasis,
): MonthPreview[] {
  const halfYear = halfYearOf(today)
  const asked = new Set(named.map(monthOf))
  const isNow = (month: Month) => month >= monthOf(halfYear.from) && month <= monthOf(halfYear.to)
  return months
    .filter(({ month, requests }) => requests !== 0 || isNow(month) || asked.has(month))
    .map(({ month, requests, before, after }) => ({
      month,
      requests,
      before: outcome(requests, before),
      after: outcome(requests, after),
    }))
}

const outcome = (requests: number | null, days: number): MonthOutcome => ({
  openingDays: days,
  perOpeningDay: requests === null ? null : averageOver(requests, days),
})

function countByMonth(calendar: Calendar, window: Period): Map<Month, number> {
  const days = Map.groupBy(openingDays(calendar, window), monthOf)
  return new Map([...days].map(([month, { length }]) => [month, length]))
}

function halfYearOf(today: LocalDate): Period {
  const halves = periodsOf('half_year', Number(today.slice(0, 4)))
  const half = halves.find(({ from, to }) => from <= today && today <= to)
  if (!half) throw new Error(`no half-year around ${today}`)
  return half
}

// because: the first of a month is a day
const firstOfMonth = (day: LocalDate): LocalDate => `${monthOf(day)}-01` as LocalDate

/** Four days after the 28th it is always the next month. */
function lastOfMonth(day: LocalDate): LocalDate {
  const inNext = addDays(addDays(firstOfMonth(day), 27), 4)
  return addDays(firstOfMonth(inNext), -1)
}
