import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayCodes, holidayOn } from '../../src/domain/calendar/holiday.ts'
import { keptAlways } from '../../src/domain/calendar/observed-holiday.ts'
import { type Calendar, openingDays, readCalendar } from '../../src/domain/calendar/opening-day.ts'
import { deskId } from '../../src/domain/id.ts'
import { addDays, daysBetween, daysFromTo, localDate, weekdayOf } from '../../src/domain/local-date.ts'
import { monthsOf, periodsOf } from '../../src/domain/report/period.ts'

const day = (text: string) => localDate.parse(text)
const reception = deskId.parse('01900000-0000-7000-8000-000000000001')
const cityHall = deskId.parse('01900000-0000-7000-8000-000000000002')
const oostdijk: Calendar = {
  desks: [
    { id: reception, weekdays: [1, 2, 4, 5] },
    { id: cityHall, weekdays: [3] },
  ],
  holidays: holidayCodes.map(keptAlways),
  closures: [],
}

describe('public holidays', () => {
  test('the ten Belgian ones fall where the date-holidays library puts them, 1990 to 2100', () => {
    const library = new Holidays('BE', { types: ['public'] })
    for (let year = 1990; year <= 2100; year++) {
      const theirs = library.getHolidays(year).map(({ date }) => date.slice(0, 10))
      const ours = holidayCodes
        .filter((code) => code !== 'flemish_community')
        .map((code) => holidayOn(code, year))
      expect([year, ...new Set(ours)].toSorted()).toEqual([year, ...new Set(theirs)].toSorted())
    }
  })

  test('the holiday of the Flemish Community is 11 July', () => {
    expect(holidayOn('flemish_community', 2016)).toBe('2016-07-11')
  })
})

describe('the desks of Oostdijk', () => {
  const stateOn = (calendar: Calendar, date: string) => readCalendar(calendar)(day(date))

  test('are open on a Wednesday because the city hall is', () => {
    expect(stateOn(oostdijk, '2016-03-02')).toEqual({ open: true })
  })

  test('are closed on a Sunday, when no desk has hours', () => {
    expect(stateOn(oostdijk, '2016-03-06')).toEqual({ open: false, because: 'no_hours' })
  })

  test('are closed on Easter Monday, and open on it where the city does not keep it', () => {
    expect(stateOn(oostdijk, '2016-03-28')).toEqual({
      open: false,
      because: 'holiday',
      holiday: 'easter_monday',
    })
    expect(stateOn({ ...oostdijk, holidays: [] }, '2016-03-28')).toEqual({ open: true })
  })

  test('are closed on a bridge day that closes every desk', () => {
    const closures = [{ deskId: null, closedOn: day('2016-05-06'), reason: 'brugdag' }]
    expect(stateOn({ ...oostdijk, closures }, '2016-05-06')).toEqual({
      open: false,
      because: 'closure',
      reason: 'brugdag',
    })
  })

  test('stay open when only a desk closes that has no hours that day', () => {
    const closures = [{ deskId: cityHall, closedOn: day('2016-05-06'), reason: 'verbouwing' }]
    expect(stateOn({ ...oostdijk, closures }, '2016-05-06')).toEqual({ open: true })
  })

  test('are closed when each desk that has hours that day closes by itself', () => {
    const desks = [
      ...oostdijk.desks,
      { id: deskId.parse('01900000-0000-7000-8000-000000000003'), weekdays: [5] as const },
    ]
    const closures = desks.map(({ id }) => ({ deskId: id, closedOn: day('2016-05-06'), reason: 'vorming' }))
    expect(stateOn({ ...oostdijk, desks, closures }, '2016-05-06').open).toBe(false)
    expect(stateOn({ ...oostdijk, desks, closures: closures.slice(0, 1) }, '2016-05-06')).toEqual({
      open: true,
    })
  })
})

describe('days', () => {
  const anyDay = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays(day('1970-01-01'), offset))

  test('the two clock changes, leap days and year ends neither skip nor repeat a day', () => {
    expect(daysFromTo(day('2016-03-26'), day('2016-03-28'))).toEqual([
      '2016-03-26',
      '2016-03-27',
      '2016-03-28',
    ])
    expect(daysFromTo(day('2016-10-29'), day('2016-10-31'))).toEqual([
      '2016-10-29',
      '2016-10-30',
      '2016-10-31',
    ])
    expect(addDays(day('2016-02-28'), 1)).toBe('2016-02-29')
    expect(addDays(day('2100-02-28'), 1)).toBe('2100-03-01')
    expect(addDays(day('2015-12-31'), 1)).toBe('2016-01-01')
  })

  test('counting on and back ends where it began, and weekdays follow each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1)
      }),
    )
  })

  test('opening days split at any day add up to those of the whole period', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 500 }), fc.nat({ max: 500 }), (from, a, b) => {
        const middle = addDays(from, a)
        const to = addDays(middle, b + 1)
        const parts = [
          ...openingDays(oostdijk, { from, to: middle }),
          ...openingDays(oostdijk, { from: addDays(middle, 1), to }),
        ]
        expect(parts).toEqual(openingDays(oostdijk, { from, to }))
      }),
      { numRuns: 40 },
    )
  })
})

describe('periods', () => {
  test('the halves and quarters of a year follow each other without a gap and make the year', () => {
    for (const year of [2015, 2016, 2100]) {
      const [whole] = periodsOf('year', year)
      for (const kind of ['half_year', 'quarter'] as const) {
        const parts = periodsOf(kind, year)
        expect(parts.flatMap(({ from, to }) => daysFromTo(from, to))).toEqual(
          daysFromTo(day(`${year}-01-01`), day(`${year}-12-31`)),
        )
      }
      expect([whole?.from, whole?.to]).toEqual([`${year}-01-01`, `${year}-12-31`])
    }
  })

  test('December to July has eight months and begins in the year before', () => {
    const [period] = periodsOf('december_july', 2016)
    expect(period).toMatchObject({ from: '2015-12-01', to: '2016-07-31' })
    expect(period && monthsOf(period)).toHaveLength(8)
  })
})
