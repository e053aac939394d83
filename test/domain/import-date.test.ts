import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readTime } from '../../src/domain/import/import-date.ts'
import { addDays, localDate } from '../../src/domain/local-date.ts'

const anyDay = fc.integer({ min: 0, max: 36_523 }).map((days) => addDays(localDate.parse('2000-01-01'), days))
const parts = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month, day }
}

describe('a day written in Oostdijk', () => {
  test('is the same day in every way of writing it, the day before the month', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '-', '.'), (date, separator) => {
        const { year, month, day } = parts(date)
        const short = [String(Number(day)), String(Number(month)), year.slice(2)].join(separator)
        for (const text of [[day, month, year].join(separator), short, date])
          expect(readDate(text)).toEqual({ date, time: null })
      }),
    )
  })

  test.each([
    ['1 december 2015', '2015-12-01'],
    ['dinsdag 1 december 2015', '2015-12-01'],
    ['1-dec-15', '2015-12-01'],
    ['3 mrt. 2016', '2016-03-03'],
    ['1er août 2016', '2016-08-01'],
    ['mar. 3 février 2015', '2015-02-03'],
    ['5 May 2016', '2016-05-05'],
  ])('may be written with its month in words: %s', (text, date) => {
    expect(readDate(text)).toEqual({ date, time: null })
  })

  test.each([
    ['31 november 2026'],
    ['5 november'],
    ['5 brieven 2016'],
    ['31/02/2016'],
    ['12/31/2015'],
    ['29/02/2015'],
    ['1/12-2015'],
    ['01/12/215'],
    ['01/12/0015'],
    ['2015-13-01'],
    ['42339'],
    ['morgen'],
    ['1/12'],
    ['01/12/2015 25:00'],
    ['٠١/١٢/٢٠١٥'],
  ])('is not a day: %s', (text) => {
    expect(readDate(text)).toBeUndefined()
  })

  test('may carry its time, and midnight says that nobody noted one', () => {
    expect(readDate('01/12/2015 08:05')).toEqual({ date: '2015-12-01', time: { hours: 8, minutes: 5 } })
    expect(readDate('2015-12-01T08:05:00')?.time).toEqual({ hours: 8, minutes: 5 })
    expect(readDate('1/12/2015 00:00')).toEqual({ date: '2015-12-01', time: null })
  })

  test('in another time zone is refused: at half past ten of 30 June in Greenwich it is July in Oostdijk', () => {
    expect(readDate('2016-06-30T22:30:00Z')).toBeUndefined()
    expect(readDate('2016-06-30T22:30:00+00:00')).toBeUndefined()
  })

  test('exists on 29 February of a leap year', () => {
    expect(readDate('29/2/16')?.date).toBe('2016-02-29')
  })
})

describe('a time written in Oostdijk', () => {
  test('is the same time in every way of writing it', () => {
    const clock = fc.record({
      hours: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 0, max: 59 }),
    })
    fc.assert(
      fc.property(
        clock,
        fc.constantFrom(':', 'u', '.', 'h', 'U'),
        fc.boolean(),
        (time, separator, padded) => {
          const hours = String(time.hours).padStart(padded ? 2 : 1, '0')
          expect(readTime(`${hours}${separator}${String(time.minutes).padStart(2, '0')}`)).toEqual(time)
        },
      ),
    )
  })

  test('may be a whole hour or have seconds', () => {
    expect(readTime('9u')).toEqual({ hours: 9, minutes: 0 })
    expect(readTime('09:05:30')).toEqual({ hours: 9, minutes: 5 })
    for (const text of ['9 uur', '9 u', '9h', '9 h', 'om 9u', '9u.'])
      expect([text, readTime(text)]).toEqual([text, { hours: 9, minutes: 0 }])
  })

  test.each(['10u30', '10h30', '10.30 u', '10:30u', '10 u 30', '10 h 30', '10:30 uur', 'om 10u30', '10u30u'])(
    'is half past ten: %s',
    (text) => {
      expect(readTime(text)).toEqual({ hours: 10, minutes: 30 })
    },
  )

  test('with a day may say hour as people do', () => {
    expect(readDate('01/12/2015 10u30')).toEqual({ date: '2015-12-01', time: { hours: 10, minutes: 30 } })
  })

  test.each([
    ['24:00'],
    ['9:60'],
    ['9:5'],
    ['09:05:60'],
    ['voormiddag'],
    ['900'],
    ['9'],
    ['-1:00'],
    ['10 30'],
    ['10u3'],
    ['10:30 min'],
    ['25 uur'],
  ])('is not a time: %s', (text) => {
    expect(readTime(text)).toBeUndefined()
  })
})
