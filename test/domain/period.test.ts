import { expect, test } from 'vitest'
import { localDate } from '../../src/domain/local-date.ts'
import { checkPeriod, lastHalfYear, periodsOf } from '../../src/domain/report/period.ts'

const day = (text: string) => localDate.parse(text)

test('the four quarters are numbered and the third runs from July to September', () => {
  const quarters = periodsOf('quarter', 2016)
  expect(quarters.map(({ part }) => part)).toEqual([1, 2, 3, 4])
  expect(quarters[2]).toEqual({
    kind: 'quarter',
    year: 2016,
    part: 3,
    from: '2016-07-01',
    to: '2016-09-30',
  })
})

test('the first half of a year ends on 30 June and the second on 31 December', () => {
  expect(periodsOf('half_year', 2016).map(({ part, to }) => [part, to])).toEqual([
    [1, '2016-06-30'],
    [2, '2016-12-31'],
  ])
})

test.each([
  ['2016-06-30', '2015-07-01', '2015-12-31'],
  ['2016-07-01', '2016-01-01', '2016-06-30'],
  ['2016-12-31', '2016-01-01', '2016-06-30'],
  ['2017-01-01', '2016-07-01', '2016-12-31'],
])('on %s the last half-year that is over ran from %s to %s', (today, from, to) => {
  expect(lastHalfYear(day(today))).toMatchObject({ from, to })
})

test('a period of one day is a period, one that ends before it begins is refused', () => {
  expect(checkPeriod({ from: day('2016-02-29'), to: day('2016-02-29') })).toBeUndefined()
  expect(checkPeriod({ from: day('2016-02-29'), to: day('2016-02-28') })).toMatchObject({
    refused: true,
    code: 'period_invalid',
  })
})

test('ten years with their leap days are one report, eleven are refused', () => {
  expect(checkPeriod({ from: day('2008-01-01'), to: day('2017-12-31') })).toBeUndefined()
  expect(checkPeriod({ from: day('2008-01-01'), to: day('2018-12-31') })).toMatchObject({
    refused: true,
    code: 'period_too_long',
    details: { years: 10 },
  })
})
