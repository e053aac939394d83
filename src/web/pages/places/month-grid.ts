import {
  addDays,
  daysBetween,
  type LocalDate,
  type Month,
  monthOf,
  type Weekday,
  weekdayOf,
} from '../../../domain/local-date.ts'

export interface Week {
  /** ISO 8601: the week of the year that holds its Thursday. */
  readonly number: number
  /** Monday to Sunday; null outside the month. */
  readonly days: readonly { readonly weekday: Weekday; readonly date: LocalDate | null }[]
}

/** The weeks that the month touches, Monday first. */
export function weeksOf(month: Month): Week[] {
  const { from, to } = monthDays(month)
  const monday = addDays(from, 1 - weekdayOf(from))
  const count = Math.floor(daysBetween(monday, to) / 7) + 1
  return Array.from({ length: count }, (_, week) => {
    const first = addDays(monday, week * 7)
    const days = Array.from({ length: 7 }, (_, day) => addDays(first, day))
    return {
      number: weekNumber(first),
      days: days.map((day) => ({ weekday: weekdayOf(day), date: monthOf(day) === month ? day : null })),
    }
  })
}

function weekNumber(monday: LocalDate): number {
  const thursday = addDays(monday, 3)
  // because: 1 January of a year is a day
  const newYear = `${thursday.slice(0, 4)}-01-01` as LocalDate
  return Math.floor(daysBetween(newYear, thursday) / 7) + 1
}

/** The first and the last day of the month. */
export function monthDays(month: Month): { readonly from: LocalDate; readonly to: LocalDate } {
  // because: the first of a month is a day
  const from = `${month}-01` as LocalDate
  return { from, to: addDays(firstOf(nextMonth(month)), -1) }
}

/** The month so many months later, or earlier when negative. */
export function nextMonth(month: Month, by = 1): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  const [year, place] = [Math.floor(months / 12), (months % 12) + 1]
  // because: a year of four digits and a month of two
  return `${String(year).padStart(4, '0')}-${String(place).padStart(2, '0')}` as Month
}

// because: as above
const firstOf = (month: Month) => `${month}-01` as LocalDate

/** 1 January to 31 December of the year of this month. */
export function yearDays(month: Month): { readonly from: LocalDate; readonly to: LocalDate } {
  const year = month.slice(0, 4)
  // because: both are days of every year
  return { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate }
}
