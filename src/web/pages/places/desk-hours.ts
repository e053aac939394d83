import type { Desk } from '../../../contract/desk.ts'
import type { TimeSpan, Timetable } from '../../../domain/calendar/timetable.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { type LocalDate, type Weekday, weekdayOf } from '../../../domain/local-date.ts'
import { formatShortWeekday } from '../../../text/format.ts'

/** The timetable that holds on a day. */
export const timetableOn = (
  { timetables }: Pick<Desk, 'timetables'>,
  date: LocalDate,
): Timetable | undefined => timetables.findLast(({ from }) => from <= date)

/** "08:30–12:00, 13:30–16:00" of one day. */
export const hoursOn = (desk: Desk, date: LocalDate): string =>
  timesOf(timetableOn(desk, date)?.spans.filter(({ weekday }) => weekday === weekdayOf(date)) ?? [])

const timesOf = (spans: readonly TimeSpan[]): string =>
  spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')

export interface WeekLine {
  readonly weekdays: readonly Weekday[]
  readonly times: string
}

/** The week in as few lines as it needs: days with the same hours are one line. */
export function weekLines(spans: readonly TimeSpan[]): WeekLine[] {
  const byDay = Map.groupBy(spans, ({ weekday }) => weekday)
  const days = [...byDay].map(([weekday, ofDay]) => ({ weekday, times: timesOf(ofDay) }))
  return [...Map.groupBy(days, ({ times }) => times)].map(([times, same]) => ({
    weekdays: same.map(({ weekday }) => weekday),
    times,
  }))
}

/** "ma, di, do" */
export const dayNames = (language: StaffLanguage, weekdays: readonly Weekday[]): string =>
  weekdays.map((weekday) => formatShortWeekday(language, weekday)).join(', ')
