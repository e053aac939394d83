import type { LocalDate } from '../domain/local-date.ts'
import type { Period } from '../domain/report/half-year-report.ts'

/**
 * What the address of a page holds. Whatever is not well formed is as good as absent, and says so by an explicit
 * undefined: the router lays this over the address as it came, so a key left out would come back as it was.
 */
export interface PeriodSearch {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

export interface RequestSearch extends PeriodSearch {
  readonly theme?: string | undefined
}

/** The step of an import that somebody looks back at; without it the step where it stands. */
export interface ImportSearch {
  readonly step?: 'columns' | 'values' | 'trial' | undefined
}

export const readImportSearch = ({ step }: Record<string, unknown>): ImportSearch => ({
  step: step === 'columns' || step === 'values' || step === 'trial' ? step : undefined,
})

export const readPeriodSearch = (search: Record<string, unknown>): PeriodSearch => ({
  from: readDate(search.from),
  to: readDate(search.to),
})

export const readRequestSearch = ({ theme, ...search }: Record<string, unknown>): RequestSearch => ({
  ...readPeriodSearch(search),
  theme: typeof theme === 'string' && /^[a-z0-9_]{1,60}$/.test(theme) ? theme : undefined,
})

/** Which of the code lists is open; the page knows which there are. */
export const readCodesSearch = ({ list }: Record<string, unknown>): { list?: string | undefined } => ({
  list: typeof list === 'string' && /^[a-z_]{1,40}$/.test(list) ? list : undefined,
})

export const periodOf = ({ from, to }: PeriodSearch): Period | undefined =>
  from && to ? { from, to } : undefined

const isInReach = (day: string) => day >= '1900-01-01' && day <= '2200-12-31'

/** A day that the calendar has; the server's schema says the same, but would travel along for one line. */
export function readDate(value: unknown): LocalDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const day = new Date(`${value}T00:00:00Z`)
  const isReal = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) && isInReach(value)
  // because: the two lines above are what a LocalDate is
  return isReal ? (value as LocalDate) : undefined
}
