import { type LocalDate, localDate } from '../local-date.ts'
import type { LocalTime } from './clock.ts'
import { normalise } from './import-text.ts'

export interface ReadDate {
  readonly date: LocalDate
  /** A date cell may carry a time: `01/12/2015 08:00`. Midnight is how programs write "no time". */
  readonly time: LocalTime | null
}

const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(.+))?$/
const monthInWords = /^(?:[a-z]+[.,]* )?(\d{1,2})(?:er|e|ste|de)?\.? (?:de )?([a-z]+)\.? (\d{4}|\d{2})$/
const yearFirst = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T]+(.+))?$/
const clockTime =
  /^(?:om |à |at )?(\d{1,2})(?: ?(?:[:.]|uur|heures?|[uh]\.?) ?(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?(?:uur|heures?|[uh]\.?))?| ?(?:uur|heures?|[uh]\.?))$/i
const firstYear = 1900

/** By number, each as its first letters in Dutch, French and English; the shortest that can be no other month. */
const months = [
  'jan',
  'feb|fev',
  'maa|mrt|mars|march',
  'apr|avr',
  'mei|mai|may',
  'jun|juin',
  'jul|juil',
  'aug|aou',
  'sep',
  'okt|oct',
  'nov',
  'dec',
].map((starts) => new RegExp(`^(?:${starts})`))

/**
 * Reads `1/12/2015`, `01-12-15`, `1.12.2015` (the day before the month, two digits are 20yy) and ISO `2015-12-01`,
 * each with a time after it or not; and `di 1 december 2015`. Undefined when the calendar has no such day, or a year
 * before 1900.
 */
export function readDate(text: string): ReadDate | undefined {
  const dayMatch = dayFirst.exec(text)
  const match = dayMatch
    ? { year: dayMatch[4], month: dayMatch[3], day: dayMatch[1], rest: dayMatch[5] }
    : (orderYearFirst(yearFirst.exec(text)) ?? orderInWords(text))
  if (!match) return undefined
  const year = match.year?.length === 2 ? `20${match.year}` : match.year
  const parsed = localDate.safeParse(`${year}-${pad(match.month)}-${pad(match.day)}`)
  if (!parsed.success || Number(year) < firstYear) return undefined
  if (match.rest === undefined) return { date: parsed.data, time: null }
  const time = readTime(match.rest)
  if (!time) return undefined
  return { date: parsed.data, time: time.hours === 0 && time.minutes === 0 ? null : time }
}

const orderYearFirst = (match: RegExpExecArray | null) =>
  match && { year: match[1], month: match[3], day: match[4], rest: match[5] }

function orderInWords(text: string) {
  const match = monthInWords.exec(normalise(text))
  const month = months.findIndex((starts) => starts.test(match?.[2] ?? '')) + 1
  return match && month > 0 ? { year: match[3], month: `${month}`, day: match[1], rest: undefined } : null
}

const pad = (digits: string | undefined) => (digits ?? '').padStart(2, '0')

/** Reads `9:05`, `09:05`, `9u05`, `9h05`, `9.05`, `9.05 u`, `9 u 05`, `9u` and `9 uur`; undefined when no clock shows it. */
export function readTime(text: string): LocalTime | undefined {
  const match = clockTime.exec(text)
  if (!match) return undefined
  const [hours, minutes, seconds] = [match[1], match[2] ?? 0, match[3] ?? 0].map(Number)
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined
  return hours < 24 && minutes < 60 && seconds < 60 ? { hours, minutes } : undefined
}
