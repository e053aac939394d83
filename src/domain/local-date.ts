import { z } from 'zod'

/** A calendar day in the city's own time zone, written YYYY-MM-DD, 1900 to 2200. It has no hour: no clock change moves it. */
export const localDate = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date <= '2200-12-31')
  .brand<'local_date'>()
export type LocalDate = z.infer<typeof localDate>

/** A calendar month, written YYYY-MM. */
export const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .brand<'month'>()
export type Month = z.infer<typeof month>

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const dayInMs = 86_400_000
const toEpoch = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`)
// because: slicing an ISO instant always leaves YYYY-MM-DD
const fromEpoch = (ms: number) => new Date(ms).toISOString().slice(0, 10) as LocalDate

export const addDays = (date: LocalDate, days: number): LocalDate => fromEpoch(toEpoch(date) + days * dayInMs)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (toEpoch(to) - toEpoch(from)) / dayInMs

// because: getUTCDay is 0–6, so the sum is 1–7
export const weekdayOf = (date: LocalDate): Weekday =>
  (((new Date(toEpoch(date)).getUTCDay() + 6) % 7) + 1) as Weekday

// because: the first seven characters of a LocalDate are its month
export const monthOf = (date: LocalDate): Month => date.slice(0, 7) as Month

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export const daysFromTo = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i))

/** The same day some months on; the last of that month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, inYear = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, inYear + months, 0)).getUTCDate()
  return fromEpoch(Date.UTC(year, inYear - 1 + months, Math.min(day, last)))
}
