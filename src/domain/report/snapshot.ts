import type { ClosedDay } from '../calendar/opening-day.ts'
import type { CodeListItem } from '../code-list/code-list.ts'
import { addDays, type LocalDate, monthOf } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { FrozenText } from './chapter/passage.ts'
import type { HalfYearReport, Period, ReportEvent } from './half-year-report.ts'
import type { InsideFigures } from './inside-figures.ts'
import { checkPeriod } from './period.ts'
import type { ReportedProject } from './project.ts'
import type { MonthCounts } from './suppression/public-cube.ts'

/** A report as it was frozen: its figures, and everything that gave them their meaning that day. */
export interface SnapshotContent extends Partial<InsideFigures> {
  readonly report: HalfYearReport
  /** The city's words for its codes on that day. */
  readonly codes: readonly Omit<CodeListItem, 'synonyms'>[]
  readonly openingDays: readonly LocalDate[]
  readonly events: readonly ReportEvent[]
  /** What was counted in each month: what may be published depends on it. The first frozen reports have it not. */
  readonly monthCounts?: readonly MonthCounts[]
  /** The project that it is a part of; most reports are of none. */
  readonly project?: ReportedProject
  /** The texts that somebody called ready, in every language. The first frozen reports have no texts. */
  readonly texts?: readonly FrozenText[]
  readonly closedDays?: readonly ClosedDay[]
}

/**
 * Refuses what no report may cover, a period that cuts a month (`period_not_months`) and one that is not over
 * (`period_not_over`): what is frozen stays for ever.
 */
export function checkSnapshotPeriod({ from, to }: Period, today: LocalDate): Refusal | undefined {
  const isWhole = from.endsWith('-01') && monthOf(addDays(to, 1)) !== monthOf(to)
  const refusal = checkPeriod({ from, to }) ?? (isWhole ? undefined : refuse('period_not_months'))
  return refusal ?? (to < today ? undefined : refuse('period_not_over', { to }))
}

/** One way to write the same JSON (RFC 8785): keys in order, no spaces. For data of our own: strings, numbers, lists. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  const ordered = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${ordered.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}
