import type { LocalDate } from '../domain/local-date.ts'
import type { Period } from '../domain/report/half-year-report.ts'

/** What the address of a page holds. Whatever is not well formed is as good as absent. */
export interface PeriodSearch {
  readonly from?: LocalDate
  readonly to?: LocalDate
}

export interface RequestSearch extends PeriodSearch {
  readonly theme?: string
}

export function readPeriodSearch(search: Record<string, unknown>): PeriodSearch {
  const from = readDate(search.from)
  const to = readDate(search.to)
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

export function readRequestSearch(search: Record<string, unknown>): RequestSearch {
  const { theme } = search
  return { ...readPeriodSearch(search), ...(typeof theme === 'string' && theme ? { theme } : {}) }
}

export const periodOf = ({ from, to }: PeriodSearch): Period | undefined =>
  from && to ? { from, to } : undefined

/** A day that the calendar has; the server's schema says the same, but would travel along for one line. */
export function readDate(value: unknown): LocalDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const day = new Date(`${value}T00:00:00Z`)
  const isReal = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
  // because: the two lines above are what a LocalDate is
  return isReal ? (value as LocalDate) : undefined
}
