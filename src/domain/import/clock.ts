import { addDays, type LocalDate, localDate } from '../local-date.ts'

/** A moment on the clock of a city's own day. */
export interface LocalTime {
  readonly hours: number
  readonly minutes: number
}

/** The clock on the wall of a city. */
export interface Clock {
  /**
   * The instant at which the wall shows this time. A time that a clock change skips counts on from before the change
   * (02:30 becomes 03:30); of one that it repeats it is the first (RFC 5545, section 3.3.5).
   */
  readonly instantOf: (date: LocalDate, time: LocalTime) => Date
  /** The calendar day in the city at this instant. */
  readonly dateAt: (instant: Date) => LocalDate
  /** What the wall shows at this instant: HH:MM. */
  readonly timeAt: (instant: Date) => string
}

/** The clock of an IANA time zone. Throws a RangeError when there is no such zone. Intl takes a while to make one. */
export const makeClock = memoise((timeZone: string): Clock => {
  const wallAt = wallReader(timeZone)
  const offsetAt = (ms: number) => wallAt(ms) - ms
  const midnight = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`)
  const offsets = memoise((date: LocalDate) => ({
    before: offsetAt(midnight(addDays(date, -1))),
    after: offsetAt(midnight(addDays(date, 2))),
  }))
  return {
    instantOf: (date, { hours, minutes }) => {
      const wall = midnight(date) + (hours * 60 + minutes) * 60_000
      const { before, after } = offsets(date)
      const changed = before !== after && wallAt(wall - before) !== wall && wallAt(wall - after) === wall
      return new Date(wall - (changed ? after : before))
    },
    dateAt: (instant) => localDate.parse(new Date(wallAt(instant.getTime())).toISOString().slice(0, 10)),
    timeAt: (instant) => new Date(wallAt(instant.getTime())).toISOString().slice(11, 16),
  }
})

/** What the wall shows, as if it were UTC; in milliseconds, to the second. */
function wallReader(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (ms) => {
    const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]))
    return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`)
  }
}

// A spreadsheet names the same few hundred days over and over, and Intl is slow.
function memoise<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = work(key)
    known.set(key, value)
    return value
  }
}
