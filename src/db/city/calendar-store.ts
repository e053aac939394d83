import { type CalendarPlan, calendarOf } from '../../domain/calendar/calendar-plan.ts'
import { type Calendar, openingDays } from '../../domain/calendar/opening-day.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'
import { listClosures } from './closure-store.ts'
import { listPlannedDesks } from './desk-hours-store.ts'
import { listHolidays } from './holiday-store.ts'

/** What the city has settled: desks and hours, holidays, and the closures that touch the period. */
export async function readCalendarPlan(tx: Tx, period: Period): Promise<CalendarPlan> {
  const desks = await listPlannedDesks(tx)
  const holidays = await listHolidays(tx)
  const closures = await listClosures(tx, period)
  return { desks, holidays, closures }
}

/** The city's desks, hours, holidays and the closures of a period. */
export const readCityCalendar = async (tx: Tx, period: Period): Promise<Calendar> =>
  calendarOf(await readCalendarPlan(tx, period))

export const listOpeningDays = async (tx: Tx, period: Period): Promise<LocalDate[]> =>
  openingDays(await readCityCalendar(tx, period), period)
