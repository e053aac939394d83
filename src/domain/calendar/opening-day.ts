import type { DeskId } from '../id.ts'
import { daysFromTo, type LocalDate, type Weekday, weekdayOf } from '../local-date.ts'
import type { Period } from '../report/half-year-report.ts'
import { type HolidayCode, holidayOn } from './holiday.ts'

/** When a city's desks are open: the weekly hours of each, the holidays it keeps and the days it closed. */
export interface Calendar {
  readonly desks: readonly { readonly id: DeskId; readonly weekdays: readonly Weekday[] }[]
  readonly holidays: readonly HolidayCode[]
  /** `deskId` null closes every desk. */
  readonly closures: readonly {
    readonly deskId: DeskId | null
    readonly closedOn: LocalDate
    readonly reason: string
  }[]
}

export type DayState =
  | { readonly open: true }
  | { readonly open: false; readonly because: 'holiday'; readonly holiday: HolidayCode }
  | { readonly open: false; readonly because: 'closure'; readonly reason: string }
  | { readonly open: false; readonly because: 'no_hours' }

/** The days of the period on which any desk is open. A report divides by their number. */
export function openingDays(calendar: Calendar, period: Period): LocalDate[] {
  const stateOn = readCalendar(calendar)
  return daysFromTo(period.from, period.to).filter((date) => stateOn(date).open)
}

/**
 * Answers for one day whether any desk is open, or why not: no desk has hours that day, a holiday that the city keeps,
 * or a closure of each desk that would be open. Local dates have no hour, so no clock change can move one.
 */
export function readCalendar({ desks, holidays, closures }: Calendar): (date: LocalDate) => DayState {
  const closuresOn = Map.groupBy(closures, ({ closedOn }) => closedOn)
  const holidaysIn = new Map<number, Map<LocalDate, HolidayCode>>()
  const holidayOfDay = (date: LocalDate) => {
    const year = Number(date.slice(0, 4))
    const known = holidaysIn.get(year) ?? new Map(holidays.map((code) => [holidayOn(code, year), code]))
    holidaysIn.set(year, known)
    return known.get(date)
  }
  return (date) => {
    const weekday = weekdayOf(date)
    const withHours = desks.filter(({ weekdays }) => weekdays.includes(weekday))
    if (withHours.length === 0) return { open: false, because: 'no_hours' }
    const holiday = holidayOfDay(date)
    if (holiday) return { open: false, because: 'holiday', holiday }
    const closed = closuresOn.get(date) ?? []
    const isClosed = ({ id }: { id: DeskId }) => closed.some(({ deskId }) => deskId === null || deskId === id)
    if (!withHours.every(isClosed)) return { open: true }
    return { open: false, because: 'closure', reason: closed[0]?.reason ?? '' }
  }
}
