import type { ClosureId, DeskId } from '../id.ts'
import type { LocalDate, Weekday } from '../local-date.ts'
import { type ClosedSpan, closedDays } from './closure.ts'
import type { ObservedHoliday } from './observed-holiday.ts'
import type { Calendar } from './opening-day.ts'
import { heldTimetables, type Timetable } from './timetable.ts'

export interface PlannedDesk {
  readonly id: DeskId
  /** In order; the first hours that a desk ever had come first. */
  readonly timetables: readonly Timetable[]
  /** The last day of a retired desk. */
  readonly lastDay: LocalDate | null
}

export interface Closure extends ClosedSpan {
  readonly id: ClosureId
  /** Null: every desk is closed. */
  readonly deskId: DeskId | null
  readonly reason: string
}

/** What a city has settled about when its desks are open, as people change it. */
export interface CalendarPlan {
  readonly desks: readonly PlannedDesk[]
  readonly holidays: readonly ObservedHoliday[]
  readonly closures: readonly Closure[]
}

/** The plan as openingDays and readCalendar ask for it: which desk on which weekday, which day closed. */
export const calendarOf = ({ desks, holidays, closures }: CalendarPlan): Calendar => ({
  desks: desks.flatMap(deskWeeks),
  holidays,
  closures: closures.flatMap(({ deskId, reason, ...span }) =>
    closedDays(span).map((closedOn) => ({ deskId, closedOn, reason })),
  ),
})

function deskWeeks({ id, timetables, lastDay }: PlannedDesk): Calendar['desks'][number][] {
  return heldTimetables(timetables).flatMap(({ from, to, spans }) => {
    const weekdays: Weekday[] = [...new Set(spans.map(({ weekday }) => weekday))]
    const until = lastDay !== null && (to === null || lastDay < to) ? lastDay : to
    return weekdays.length === 0 || (until !== null && until < from)
      ? []
      : [{ id, weekdays, from, to: until }]
  })
}
