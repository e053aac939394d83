import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeClock } from '../../src/domain/import/clock.ts'
import { addDays, localDate } from '../../src/domain/local-date.ts'

const oostdijk = makeClock('Europe/Brussels')
const instant = (date: string, hours: number, minutes = 0) =>
  oostdijk.instantOf(localDate.parse(date), { hours, minutes }).toISOString()

describe('the clock on the wall of Oostdijk', () => {
  test('is an hour ahead of UTC in winter and two in summer', () => {
    expect(instant('2016-01-15', 9, 5)).toBe('2016-01-15T08:05:00.000Z')
    expect(instant('2016-07-15', 9, 5)).toBe('2016-07-15T07:05:00.000Z')
  })

  test('reads 03:30 when somebody wrote 02:30 in the hour that spring skips', () => {
    expect(instant('2016-03-27', 2, 30)).toBe('2016-03-27T01:30:00.000Z')
    expect(instant('2016-03-27', 1, 59)).toBe('2016-03-27T00:59:00.000Z')
    expect(instant('2016-03-27', 3)).toBe('2016-03-27T01:00:00.000Z')
  })

  test('means the first 02:30 of the two that autumn has', () => {
    expect(instant('2015-10-25', 2, 30)).toBe('2015-10-25T00:30:00.000Z')
    expect(instant('2015-10-25', 1, 30)).toBe('2015-10-24T23:30:00.000Z')
    expect(instant('2015-10-25', 3)).toBe('2015-10-25T02:00:00.000Z')
  })

  test('shows every written moment on its own day, whatever the clock does', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(localDate.parse('1980-01-01'), n))
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(
        days,
        minutes,
        fc.constantFrom('Europe/Brussels', 'UTC', 'Europe/London'),
        (date, minute, zone) => {
          const clock = makeClock(zone)
          const time = { hours: Math.floor(minute / 60), minutes: minute % 60 }
          expect(clock.dateAt(clock.instantOf(date, time))).toBe(date)
        },
      ),
    )
  })

  test('turns the page at midnight in Oostdijk, not in London', () => {
    expect(oostdijk.dateAt(new Date('2015-12-31T22:59:59Z'))).toBe('2015-12-31')
    expect(oostdijk.dateAt(new Date('2015-12-31T23:00:00Z'))).toBe('2016-01-01')
  })
})
