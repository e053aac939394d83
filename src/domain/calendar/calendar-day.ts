import type { DeskId } from '../id.ts'
import { daysFromTo, type LocalDate, type Month, monthOf } from '../local-date.ts'
import type { Period } from '../report/half-year-report.ts'
import { monthsOf } from '../report/period.ts'
import { type Calendar, type DayState, readDesks, stateOf } from './opening-day.ts'

/** One day of the calendar: open or why not, and which of the desks that have hours that day are open. */
export interface CalendarDay {
  readonly date: LocalDate
  readonly state: DayState
  readonly openDesks: readonly DeskId[]
  readonly closedDesks: readonly DeskId[]
}

export function listDays(calendar: Calendar, { from, to }: Period): CalendarDay[] {
  const desksOn = readDesks(calendar)
  return daysFromTo(from, to).map((date) => {
    const desks = desksOn(date)
    const openDesks = desks.open
    const closedDesks = desks.withHours.filter((id) => !openDesks.includes(id))
    return { date, state: stateOf(desks), openDesks, closedDesks }
  })
}

/** "20 openingsdagen": for each month that the period touches, the opening days inside the period. */
export function countOpeningDays(
  days: readonly CalendarDay[],
  period: Period,
): { readonly month: Month; readonly openingDays: number }[] {
  const open = Map.groupBy(
    days.filter(({ state }) => state.open),
    ({ date }) => monthOf(date),
  )
  return monthsOf(period).map((month) => ({ month, openingDays: open.get(month)?.length ?? 0 }))
}
