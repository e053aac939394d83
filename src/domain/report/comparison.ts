import { addDays, addMonths, daysBetween, type LocalDate, monthOf } from '../local-date.ts'
import type { HalfYearReport, Period } from './half-year-report.ts'

/** What may be said of two numbers: only a difference that is large and lasts in words is called one. */
export type Difference = 'more' | 'fewer' | 'about_as_many'

/** Which earlier period a report is laid beside. */
export type Earlier = 'previous' | 'yearBefore'

export interface ComparedLine {
  /** The field of the report, `total` for all requests. */
  readonly field: ComparedField | 'total'
  /** Empty for the total. */
  readonly code: string
  readonly requests: number
  readonly before: number
  readonly difference: Difference
}

/** The lists of a report that can be laid beside those of another. */
export const comparedFields = [
  'themes',
  'languages',
  'desks',
  'clientKinds',
  'statuses',
  'firstVisits',
  'origins',
  'actions',
  'whoDidIt',
  'outcomes',
  'barriers',
] as const
export type ComparedField = (typeof comparedFields)[number]

const leastRequests = 10
const leastPercent = 10

/**
 * Below ten requests or ten percent nobody speaks of more or fewer (shared rule of the report). Both in whole numbers, of
 * which `perRequest` make one request.
 */
export function differenceOf(requests: number, before: number, perRequest = 1): Difference {
  const change = Math.abs(requests - before)
  if (change < leastRequests * perRequest || change * 100 < leastPercent * before) return 'about_as_many'
  return requests > before ? 'more' : 'fewer'
}

/**
 * Every line of either report beside that of the other; the total first, then each list in the order of `now`. A list that
 * only one of them counted has no lines.
 */
export function compareReports(now: HalfYearReport, before: HalfYearReport): ComparedLine[] {
  const total = { field: 'total' as const, code: '', requests: now.total, before: before.total }
  const lines = comparedFields.flatMap((field) => {
    if (!now[field] || !before[field]) return []
    const earlier = new Map(before[field].map(({ code, requests }) => [code, requests]))
    const later = new Map(now[field].map(({ code, requests }) => [code, requests]))
    return [...new Set([...later.keys(), ...earlier.keys()])].map((code) => ({
      field,
      code,
      requests: later.get(code) ?? 0,
      before: earlier.get(code) ?? 0,
    }))
  })
  return [total, ...lines].map((line) => ({ ...line, difference: differenceOf(line.requests, line.before) }))
}

export interface ChangedLine {
  readonly field: ComparedField | 'total' | 'openingDays' | 'months'
  readonly code: string
  readonly before: number
  readonly after: number
}

/** Every number of a period's report that is another in a later report of the same period. */
export function changesBetween(before: HalfYearReport, after: HalfYearReport): ChangedLine[] {
  const days = {
    field: 'openingDays' as const,
    code: '',
    before: before.openingDays,
    after: after.openingDays,
  }
  const lines = compareReports(after, before).map(({ field, code, requests, before: earlier }) => ({
    field,
    code,
    before: earlier,
    after: requests,
  }))
  const months = after.months.map(({ month, requests }) => ({
    field: 'months' as const,
    code: month,
    before: before.months.find((each) => each.month === month)?.requests ?? 0,
    after: requests,
  }))
  return [days, ...lines, ...months].filter((line) => line.before !== line.after)
}

/** Whole months compare with as many months before; any other period with as many days before. */
export function previousPeriod({ from, to }: Period): Period {
  if (!isWholeMonths({ from, to })) {
    const days = daysBetween(from, to) + 1
    return { from: addDays(from, -days), to: addDays(from, -1) }
  }
  return { from: addMonths(from, -monthsIn({ from, to })), to: addDays(from, -1) }
}

/** The same days of the year before; 29 February becomes the last of February. */
export function yearBefore({ from, to }: Period): Period {
  return isWholeMonths({ from, to })
    ? { from: addMonths(from, -12), to: addDays(addMonths(addDays(to, 1), -12), -1) }
    : { from: oneYearBack(from), to: oneYearBack(to) }
}

const isWholeMonths = ({ from, to }: Period): boolean =>
  from.endsWith('-01') && monthOf(addDays(to, 1)) !== monthOf(to)

const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

const monthsIn = ({ from, to }: Period): number => monthNumber(to) - monthNumber(from) + 1

function oneYearBack(date: LocalDate): LocalDate {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0')
  // because: the day is one of that year, but for 29 February
  return `${year}${date.endsWith('-02-29') ? '-02-28' : date.slice(4)}` as LocalDate
}
