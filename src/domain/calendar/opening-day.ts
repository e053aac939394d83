import type { DeskId } from '../id.ts'
import { daysFromTo, type LocalDate, type Weekday, weekdayOf } from '../local-date.ts'
import type { Period } from '../report/half-year-report.ts'
import { type HolidayCode, holidayOn } from './holiday.ts'
import { isKeptIn, type ObservedHoliday } from './observed-holiday.ts'

/** When a city's desks are open: the weekly hours of each, the holidays it keeps and the days it closed. */
export interface Calendar {
  /** A desk is here once for each of its timetables; one without days holds always. */
  readonly desks: readonly {
    readonly id: DeskId
    readonly weekdays: readonly Weekday[]
    readonly from?: LocalDate
    readonly to?: LocalDate | null
  }[]
  readonly holidays: readonly ObservedHoliday[]
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

/** What is known of one day: the desks that have hours, those of them that are open, and what closes the others. */
export interface DayDesks {
  readonly withHours: readonly DeskId[]
  readonly open: readonly DeskId[]
  readonly holiday: HolidayCode | undefined
  readonly reason: string | undefined
}

/** The days of the period on which any desk is open. A report divides by their number. */
export function openingDays(calendar: Calendar, period: Period): LocalDate[] {
  const desksOn = readDesks(calendar)
  return daysFromTo(period.from, period.to).filter((date) => desksOn(date).open.length > 0)
}

/** A day on which a desk has hours and none was open: for a holiday that the city keeps, or in the words of whoever closed. */
export interface ClosedDay {
  readonly day: LocalDate
  readonly because: { readonly holiday: HolidayCode } | { readonly reason: string }
}

/** The days of the period on which every desk was closed that would have been open, in order. */
export function closedDaysIn(calendar: Calendar, period: Period): ClosedDay[] {
  const desksOn = readDesks(calendar)
  return daysFromTo(period.from, period.to).flatMap((day) => {
    const state = stateOf(desksOn(day))
    if (state.open || state.because === 'no_hours') return []
    const { because } = state
    return [{ day, because: because === 'holiday' ? { holiday: state.holiday } : { reason: state.reason } }]
  })
}

/**
 * Answers for one day whether any desk is open, or why not: no desk has hours that day, a holiday that the city keeps,
 * or a closure of each desk that would be open. Local dates have no hour, so no clock change can move one.
 */
export function readCalendar(calendar: Calendar): (date: LocalDate) => DayState {
  const desksOn = readDesks(calendar)
  return (date) => stateOf(desksOn(date))
}

export function stateOf({ withHours, open, holiday, reason }: DayDesks): DayState {
  if (open.length > 0) return { open: true }
  if (withHours.length === 0) return { open: false, because: 'no_hours' }
  return holiday
    ? { open: false, because: 'holiday', holiday }
    : { open: false, because: 'closure', reason: reason ?? '' }
}

/** Answers for one day which desks have hours and which of them are open. */
export function readDesks({ desks, holidays, closures }: Calendar): (date: LocalDate) => DayDesks {
  const closuresOn = Map.groupBy(closures, ({ closedOn }) => closedOn)
  const holidayOfDay = readHolidays(holidays)
  return (date) => {
    const weekday = weekdayOf(date)
    const holds = ({ weekdays, from, to }: Calendar['desks'][number]) =>
      weekdays.includes(weekday) && (!from || from <= date) && (!to || date <= to)
    const withHours = desks.filter(holds).map(({ id }) => id)
    const holiday = holidayOfDay(date)
    const closed = closuresOn.get(date) ?? []
    const isOpen = (id: DeskId) => !closed.some(({ deskId }) => deskId === null || deskId === id)
    const open = holiday ? [] : withHours.filter(isOpen)
    return { withHours, open, holiday, reason: closed[0]?.reason }
  }
}

function readHolidays(holidays: readonly ObservedHoliday[]): (date: LocalDate) => HolidayCode | undefined {
  const daysOf = new Map<number, Map<LocalDate, HolidayCode>>()
  return (date) => {
    const year = Number(date.slice(0, 4))
    const kept = () => holidays.filter((holiday) => isKeptIn(holiday, year))
    const days = daysOf.get(year) ?? new Map(kept().map(({ code }) => [holidayOn(code, year), code]))
    daysOf.set(year, days)
    return days.get(date)
  }
}
