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
import { checkOpenDays } from '../../domain/calendar/closure.ts'
import { checkTimetables } from '../../domain/calendar/timetable.ts'
import { type LocalDate, localDate, type Month, monthOf } from '../../domain/local-date.ts'
import { hasRight } from '../../domain/people/right.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'
import { listSnapshots, type SnapshotHead } from '../report/snapshot-store.ts'
import { readCalendarPlan } from './calendar-store.ts'
import { checkLastDay } from './desk-retirement-store.ts'

export interface CalendarPreview {
  readonly months: readonly MonthPreview[]
  /** The frozen reports over one of those months: they stay as they are. */
  readonly frozen: readonly SnapshotHead[]
}

/**
 * What the change would do to opening days and daily averages, without writing anything. Who may not see live figures
 * gets days only. Refuses what saving the change would refuse: the rules of the calendar itself.
 */
export async function previewChange(
  tx: Tx,
  actor: Actor,
  change: CalendarChange,
  today: LocalDate,
): Promise<CalendarPreview | Refusal> {
  const refusal = await checkChange(tx, change)
  if (refusal) return refusal
  const seesFigures = actor.kind === 'member' && hasRight(actor.roles, 'reports.live')
  const requests = seesFigures ? await findRequestDays(tx) : undefined
  const plan = await readCalendarPlan(tx, wholeCalendar)
  const basis = { today, requests, named: daysNamed(plan, change) }
  const window = previewWindow(basis)
  const changed = changedMonths(calendarOf(plan), calendarOf(applyChange(plan, change)), window)
  const counts = seesFigures ? await countRequests(tx, changed) : undefined
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

async function checkChange(tx: Tx, change: CalendarChange): Promise<Refusal | undefined> {
  switch (change.kind) {
    case 'desk':
      return checkTimetables(change.timetables)
    case 'retirement':
      return checkLastDay(tx, change.id, change.lastDay)
    case 'closure':
      return change.closure ? checkOpenDays(change.closure) : undefined
    case 'holiday':
      return undefined
  }
}

const wholeCalendar: Period = { from: localDate.parse('1900-01-01'), to: localDate.parse('2200-12-31') }

/** Both ends of the index: min() and max() under a policy read every row. */
async function findRequestDays(tx: Tx): Promise<Period | undefined> {
  const days = tx.selectFrom('help_request').select('received_on as day').where('voided_at', 'is', null)
  const first = await days.orderBy('received_on').limit(1).executeTakeFirst()
  const last = await days.orderBy('received_on', 'desc').limit(1).executeTakeFirst()
  return first && last ? { from: first.day, to: last.day } : undefined
}

/**
 * The requests of these months and whatever lies between them: one closed day costs one month, not the databank. Dates
 * are compared with dates, because under a policy an index serves leakproof operators only.
 */
async function countRequests(
  tx: Tx,
  months: readonly { readonly month: Month }[],
): Promise<Map<Month, number>> {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return new Map()
  const { rows } = await sql<{ day: LocalDate; requests: number }>`
    select received_on as day, count(*) as requests from help_request
    where received_on >= ${`${first.month}-01`}::date and voided_at is null
      and received_on < (${`${last.month}-01`}::date + interval '1 month')::date
    group by received_on`.execute(tx)
  const byMonth = Map.groupBy(rows, ({ day }) => monthOf(day))
  return new Map(
    [...byMonth].map(([month, days]) => [month, days.reduce((sum, { requests }) => sum + requests, 0)]),
  )
}
