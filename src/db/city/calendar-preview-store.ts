import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import { applyChange, type CalendarChange, daysNamed } from '../../domain/calendar/calendar-change.ts'
import { calendarOf } from '../../domain/calendar/calendar-plan.ts'
import {
  changedMonths,
  type MonthPreview,
  previewMonths,
  previewWindow,
} from '../../domain/calendar/calendar-preview.ts'
import { checkTimetables } from '../../domain/calendar/timetable.ts'
import { type LocalDate, localDate, type Month } from '../../domain/local-date.ts'
import { hasRight } from '../../domain/people/right.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'
import { listSnapshots, type SnapshotHead } from '../report/snapshot-store.ts'
import { readCalendarPlan } from './calendar-store.ts'

export interface CalendarPreview {
  readonly months: readonly MonthPreview[]
  /** The frozen reports over one of those months: they stay as they are. */
  readonly frozen: readonly SnapshotHead[]
}

/**
 * What the change would do to opening days and daily averages, without writing anything. Who may not see live figures
 * gets days only. Refuses what checkTimetables refuses.
 */
export async function previewChange(
  tx: Tx,
  actor: Actor,
  change: CalendarChange,
  today: LocalDate,
): Promise<CalendarPreview | Refusal> {
  const refusal = change.kind === 'desk' ? checkTimetables(change.timetables) : undefined
  if (refusal) return refusal
  const seesFigures = actor.kind === 'member' && hasRight(actor.roles, 'reports.live')
  const requests = seesFigures ? await findRequestDays(tx) : undefined
  const plan = await readCalendarPlan(tx, wholeCalendar)
  const basis = { today, requests, named: daysNamed(plan, change) }
  const window = previewWindow(basis)
  const changed = changedMonths(calendarOf(plan), calendarOf(applyChange(plan, change)), window)
  const counts = seesFigures ? await countRequests(tx, window) : undefined
  const months = changed.map((month) => ({
    ...month,
    requests: counts ? (counts.get(month.month) ?? 0) : null,
  }))
  const shown = previewMonths(months, basis)
  const frozen = (await listSnapshots(tx)).filter(({ from, to }) =>
    shown.some(({ month }) => from.slice(0, 7) <= month && month <= to.slice(0, 7)),
  )
  return { months: shown, frozen }
}

const wholeCalendar: Period = { from: localDate.parse('1900-01-01'), to: localDate.parse('2200-12-31') }

async function findRequestDays(tx: Tx): Promise<Period | undefined> {
  const { rows } = await sql<{ from: LocalDate | null; to: LocalDate | null }>`
    select min(received_on) as from, max(received_on) as to from help_request where voided_at is null`.execute(
    tx,
  )
  const { from, to } = rows[0] ?? {}
  return from && to ? { from, to } : undefined
}

async function countRequests(tx: Tx, { from, to }: Period): Promise<Map<Month, number>> {
  const { rows } = await sql<{ month: Month; requests: number }>`
    select to_char(received_on, 'YYYY-MM') as month, count(*) as requests from help_request
    where received_on between ${from} and ${to} and voided_at is null group by 1`.execute(tx)
  return new Map(rows.map(({ month, requests }) => [month, requests]))
}
