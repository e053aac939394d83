import type { NumberForm } from './xlsx-number-format.ts'

/** What a cell holds, as it stands in the file. */
export interface RawCell {
  /** The attribute t: `s`, `inlineStr`, `str`, `b`, `e`, `d` or `n`. */
  readonly type: string
  readonly value: string
  readonly form: NumberForm
}

export interface ValueRules {
  /** The workbook's table of texts. */
  readonly strings: readonly string[]
  readonly is1904: boolean
}

/** What a cell says, as text: dates as 2015-12-01, times as 08:05, both as 2015-12-01 08:05, numbers with a point. */
export function textOfCell({ type, value, form }: RawCell, { strings, is1904 }: ValueRules): string {
  if (type === 's') return value === '' ? '' : (strings[Number(value)] ?? '')
  if (type === 'inlineStr' || type === 'str') return unescapeText(value)
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE'
  if (type === 'd') return textOfIsoDate(value)
  if (type === 'e' || value.trim() === '') return value.trim()
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (form === 'percent') return `${withoutNoise(number * 100)}%`
  return (form === 'number' ? undefined : textOfMoment(number, form, is1904)) ?? withoutNoise(number)
}

/** Office writes what XML cannot hold as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text

/** Excel itself shows fifteen digits: the rest is what binary fractions leave behind. */
const withoutNoise = (number: number): string => String(Number(number.toPrecision(15)) + 0)

const iso = /^(\d{4}-\d\d-\d\d)?T?(?:(\d\d:\d\d)(:\d\d)?)?/

// A time of day written out has the day from which the workbook counts.
const dayZero = /^(1899-12-3[01]|1904-01-01)$/

function textOfIsoDate(value: string): string {
  const [, date, time, seconds = ''] = iso.exec(value) ?? []
  const moment = time && `${time}${seconds === ':00' ? '' : seconds}`
  if (date === undefined || (moment && dayZero.test(date))) return moment ?? value
  return moment === undefined || moment === '00:00' ? date : `${date} ${moment}`
}

const daySeconds = 86_400
// 31 December 9999, the last day that a spreadsheet knows.
const lastDay = 2_958_465

/** A serial number of days as the moment that its form shows; undefined when no calendar has it. */
function textOfMoment(serial: number, form: NumberForm, is1904: boolean): string | undefined {
  const seconds = Math.round(serial * daySeconds)
  const day = Math.floor(seconds / daySeconds)
  if (seconds < 0 || day > lastDay) return undefined
  if (form === 'hours') return clockText(seconds)
  if (form === 'minutes' || form === 'seconds')
    return String(form === 'minutes' ? Math.floor(seconds / 60) : seconds)
  const time = clockText(seconds % daySeconds)
  if (form === 'time' || (form === 'date_time' && serial < 1 && !is1904)) return time
  const date = is1904 ? isoDay(Date.UTC(1904, 0, 1), day) : dayOf1900(day)
  return form === 'date' || date === undefined || time === '00:00' ? date : `${date} ${time}`
}

function clockText(seconds: number): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? clock : `${clock}:${pad(seconds % 60)}`
}

/** Day 1 is 1 January 1900; Lotus and so Excel took 1900 for a leap year, hence a day 60 that never was. */
function dayOf1900(day: number): string | undefined {
  if (day === 0) return undefined
  return day === 60 ? '1900-02-29' : isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30), day)
}

const isoDay = (epoch: number, day: number) =>
  new Date(epoch + day * daySeconds * 1000).toISOString().slice(0, 10)
