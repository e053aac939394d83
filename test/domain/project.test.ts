import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, localDate, monthOf } from '../../src/domain/local-date.ts'
import { daysOfMonth, monthsOf } from '../../src/domain/report/period.ts'
import {
  checkProjectDays,
  checkProjectWords,
  partialReportOver,
  partialReportsOf,
} from '../../src/domain/report/project.ts'
import { checkSnapshotPeriod } from '../../src/domain/report/snapshot.ts'

const day = (text: string) => localDate.parse(text)
const days = (...texts: string[]) => texts.map(day)

/** The two years of Oostdijk: eight months, four, and so again. */
const project = {
  from: day('2015-12-01'),
  to: day('2017-11-30'),
  reportingMoments: days('2016-07-31', '2016-11-30', '2017-07-31', '2017-11-30'),
}

test('the partial reports of two years follow from the moments on which they are due', () => {
  expect(partialReportsOf(project)).toEqual([
    { number: 1, of: 4, from: '2015-12-01', to: '2016-07-31' },
    { number: 2, of: 4, from: '2016-08-01', to: '2016-11-30' },
    { number: 3, of: 4, from: '2016-12-01', to: '2017-07-31' },
    { number: 4, of: 4, from: '2017-08-01', to: '2017-11-30' },
  ])
  expect(partialReportOver(project, { from: day('2016-08-01'), to: day('2016-11-30') })?.number).toBe(2)
  expect(partialReportOver(project, { from: day('2016-08-01'), to: day('2016-12-31') })).toBeUndefined()
})

/** A project of some whole months, parted somewhere. */
const projects = fc
  .record({
    from: fc.integer({ min: 0, max: 2400 }).map((months) => monthAfter('1990-01', months)),
    parts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 }),
  })
  .map(({ from, parts }) => {
    const ends = parts.map((_, place) => parts.slice(0, place + 1).reduce((sum, months) => sum + months))
    const reportingMoments = ends.map((months) => daysOfMonth(monthAfter(from, months - 1)).to)
    return {
      from: daysOfMonth(from).from,
      to: reportingMoments.at(-1) ?? day('1990-01-31'),
      reportingMoments,
    }
  })

const monthAfter = (first: string, months: number) => {
  const [year = 0, month = 0] = first.split('-').map(Number)
  const moment = new Date(Date.UTC(year, month - 1 + months, 1))
  return monthOf(day(moment.toISOString().slice(0, 10)))
}

test('together they cover each day of a project once, in whole months that can be frozen', () => {
  fc.assert(
    fc.property(projects, (any) => {
      expect(checkProjectDays(any)).toBeUndefined()
      const partials = partialReportsOf(any)
      expect(partials.map(({ number, of }) => [number, of])).toEqual(
        any.reportingMoments.map((_, place) => [place + 1, any.reportingMoments.length]),
      )
      expect([partials[0]?.from, partials.at(-1)?.to]).toEqual([any.from, any.to])
      for (const [place, partial] of partials.entries()) {
        const before = partials[place - 1]
        if (before) expect(partial.from).toBe(addDays(before.to, 1))
        expect(checkSnapshotPeriod(partial, day('2200-12-31'))).toBeUndefined()
        expect(partialReportOver(any, partial)).toEqual(partial)
      }
      const covered = partials.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)
      expect(covered).toBe(daysBetween(any.from, any.to) + 1)
      expect(partials.flatMap(monthsOf)).toEqual(monthsOf(any))
    }),
    { numRuns: 200 },
  )
})

describe('days that make no project', () => {
  test.each([
    ['ends before it begins', { to: day('2015-11-30') }, 'period_invalid'],
    ['lasts eleven years', { to: day('2026-11-30') }, 'period_too_long'],
    ['begins in the middle of a month', { from: day('2015-12-02') }, 'project_not_months'],
    ['ends in the middle of a month', { to: day('2017-11-29') }, 'project_not_months'],
    [
      'has a report that cuts a month',
      { reportingMoments: days('2016-07-30', '2017-11-30') },
      'project_not_months',
    ],
    [
      'has reports out of order',
      { reportingMoments: days('2016-11-30', '2016-07-31', '2017-11-30') },
      'project_moments',
    ],
    [
      'has the same report twice',
      { reportingMoments: days('2016-07-31', '2016-07-31', '2017-11-30') },
      'project_moments',
    ],
    [
      'has a report from before it',
      { reportingMoments: days('2015-11-30', '2017-11-30') },
      'project_moments',
    ],
    ['has no report at its end', { reportingMoments: days('2016-07-31') }, 'project_moments'],
    ['has a report after its end', { reportingMoments: days('2016-07-31', '2017-12-31') }, 'project_moments'],
    ['has no report at all', { reportingMoments: [] }, 'project_moments'],
  ])('it %s', (_, change, code) => {
    expect(checkProjectDays({ ...project, ...change })).toMatchObject({ refused: true, code })
  })
})

test('a register number is refused wherever in a project it stands', () => {
  const words = {
    ...project,
    name: 'De Brug',
    funders: ['Fonds Oostdijk'],
    partners: [{ name: 'School Oostdijk', role: 'brugfiguur' }],
    goals: [{ goal: 'a', indicator: 'b', target: 'c', reached: 'd', comment: 'e' }],
  }
  const number = '85.07.30-033.28'
  expect(checkProjectWords(words)).toBeUndefined()
  for (const wrong of [
    { name: number },
    { funders: ['Fonds Oostdijk', number] },
    { partners: [{ name: 'School Oostdijk', role: number }] },
    { goals: [{ goal: 'a', indicator: 'b', target: 'c', reached: 'd', comment: `van ${number}` }] },
  ])
    expect(checkProjectWords({ ...words, ...wrong })).toMatchObject({ code: 'register_number' })
})
