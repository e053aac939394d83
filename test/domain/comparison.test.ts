import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, localDate } from '../../src/domain/local-date.ts'
import {
  compareReports,
  differenceOf,
  previousPeriod,
  yearBefore,
} from '../../src/domain/report/comparison.ts'
import type { HalfYearReport } from '../../src/domain/report/half-year-report.ts'
import { oostdijkReport } from '../documents/oostdijk-report.ts'

const period = (from: string, to: string) => ({ from: localDate.parse(from), to: localDate.parse(to) })

describe('two numbers', () => {
  test.each([
    [109, 100, 'about_as_many'],
    [110, 100, 'more'],
    [90, 100, 'fewer'],
    [91, 100, 'about_as_many'],
    [9, 0, 'about_as_many'],
    [10, 0, 'more'],
    [1050, 1000, 'about_as_many'],
    [5, 14, 'about_as_many'],
    [4, 14, 'fewer'],
  ])('%i after %i are called %s', (requests, before, difference) => {
    expect(differenceOf(requests, before)).toBe(difference)
  })

  test('are never called different below ten requests or ten percent, nor both ways at once', () => {
    const number = fc.nat({ max: 5000 })
    fc.assert(
      fc.property(number, number, (a, b) => {
        const difference = differenceOf(a, b)
        if (difference === 'about_as_many') return
        expect(Math.abs(a - b)).toBeGreaterThanOrEqual(Math.max(10, b / 10))
        expect(difference === 'more').toBe(a > b)
      }),
    )
  })
})

describe('the period before', () => {
  test.each([
    ['2016-01-01', '2016-06-30', '2015-07-01', '2015-12-31', '2015-01-01', '2015-06-30'],
    ['2015-12-01', '2016-07-31', '2015-04-01', '2015-11-30', '2014-12-01', '2015-07-31'],
    ['2016-02-01', '2016-02-29', '2016-01-01', '2016-01-31', '2015-02-01', '2015-02-28'],
    ['2017-02-01', '2017-02-28', '2017-01-01', '2017-01-31', '2016-02-01', '2016-02-29'],
    ['2016-02-10', '2016-02-29', '2016-01-21', '2016-02-09', '2015-02-10', '2015-02-28'],
  ])('%s to %s follows %s to %s, and a year earlier it was %s to %s', (...days) => {
    const [from, to, previousFrom, previousTo, yearFrom, yearTo] = days
    expect(previousPeriod(period(from, to))).toEqual(period(previousFrom, previousTo))
    expect(yearBefore(period(from, to))).toEqual(period(yearFrom, yearTo))
  })

  test('ends the day before, and is as long where no whole month is meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 27 }), fc.nat({ max: 400 }), (first, length) => {
        const from = localDate.parse(`2024-03-${String(first).padStart(2, '0')}`)
        const to = addDays(from, length)
        const before = previousPeriod({ from, to })
        expect(addDays(before.to, 1)).toBe(from)
        expect(daysBetween(before.from, before.to)).toBe(length)
      }),
    )
  })
})

test('a report compared with itself has about as many of everything, and with nothing more of what is many', () => {
  const report = oostdijkReport()
  const [total, ...lines] = compareReports(report, report)
  expect(total).toEqual({
    field: 'total',
    code: '',
    requests: report.total,
    before: report.total,
    difference: 'about_as_many',
  })
  expect(
    lines.every(({ requests, before, difference }) => requests === before && difference === 'about_as_many'),
  ).toBe(true)
  expect(lines.filter(({ field }) => field === 'themes').map(({ code }) => code)).toEqual(
    report.themes.map(({ code }) => code),
  )
  const none = { ...report, total: 0, themes: [] }
  const gone = compareReports(none, report).filter(({ field }) => field === 'themes')
  expect(gone.map(({ before }) => before)).toEqual(report.themes.map(({ requests }) => requests))
})

test('first visits are compared only where both reports counted them', () => {
  const counted = oostdijkReport({ firstVisits: [{ code: 'first', requests: 300 }] })
  const visits = (before: HalfYearReport) =>
    compareReports(counted, before).filter(({ field }) => field === 'firstVisits')
  expect(visits(oostdijkReport())).toEqual([])
  expect(visits(oostdijkReport({ firstVisits: [] }))).toMatchObject([
    { code: 'first', requests: 300, before: 0, difference: 'more' },
  ])
})
