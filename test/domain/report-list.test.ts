import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unanswered } from '../../src/domain/code-list/code-list.ts'
import { localDate, monthOf } from '../../src/domain/local-date.ts'
import type { Count, HalfYearReport, ReportCounts } from '../../src/domain/report/half-year-report.ts'
import { composeReport } from '../../src/domain/report/report-figures.ts'
import { percentOf } from '../../src/domain/report/rounding.ts'

const listNames = [
  'clientKinds',
  'statuses',
  'languages',
  'actions',
  'whoDidIt',
  'outcomes',
  'barriers',
  'origins',
  'desks',
] as const
const empty: Pick<ReportCounts, (typeof listNames)[number]> = {
  clientKinds: [],
  statuses: [],
  languages: [],
  actions: [],
  whoDidIt: [],
  outcomes: [],
  barriers: [],
  origins: [],
  desks: [],
}
const first = localDate.parse('2016-03-01')

const westdijk = (total: number, counts: Partial<ReportCounts>): HalfYearReport =>
  composeReport({
    city: { code: 'westdijk', name: 'Westdijk' },
    period: { from: first, to: first },
    counts: {
      ...empty,
      nationalities: [],
      themes: [],
      ...counts,
      months: [{ month: monthOf(first), requests: total }],
    },
    openingDays: [first],
    definitionsVersion: '7',
  })

const counted = fc.uniqueArray(
  fc.record({ code: fc.stringMatching(/^[A-Za-z_]{1,4}$/), requests: fc.nat({ max: 6 }) }),
  { selector: ({ code }) => code, maxLength: 25 },
)
const stands = (a: Count, b: Count) =>
  a.requests > b.requests ||
  (a.requests === b.requests && Buffer.compare(Buffer.from(a.code), Buffer.from(b.code)) < 0)
const isOrdered = (list: readonly Count[]) =>
  list.every((item, i) => {
    const before = list[i - 1]
    return before === undefined || stands(before, item)
  })
const sumOf = (list: readonly { readonly requests: number }[]) =>
  list.reduce((sum, { requests }) => sum + requests, 0)

describe('the lists of a report of Westdijk', () => {
  test('each hold what was counted for them, not for another', () => {
    const counts = Object.fromEntries(listNames.map((name) => [name, [{ code: `of_${name}`, requests: 3 }]]))
    const report = westdijk(4, counts)
    for (const name of listNames) {
      expect(report[name]).toEqual([{ code: `of_${name}`, requests: 3, percent: 75 }])
    }
  })

  test('each say of what their percentages are a share, and by which code lists', () => {
    const { definitions } = westdijk(4, {})
    expect(definitions).toMatchObject({ version: '7', unit: 'help_request' })
    const several = ['actions', 'barriers']
    for (const name of listNames) {
      const base = several.includes(name) ? 'all_requests_several_each' : 'all_requests'
      expect([name, definitions.bases[name]]).toEqual([name, base])
    }
    expect(definitions.bases).toMatchObject({
      perOpeningDay: 'opening_days',
      themes: 'all_requests',
      'nationalities.percentOfTopTen': 'top_ten',
      'nationalities.percentOfAll': 'all_requests',
    })
  })

  test('whatever was counted, in whatever order: highest first, equals by plain ASCII, nothing empty, nothing lost', () => {
    const shuffled = counted.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 300 }), ([list, other], total) => {
        const { statuses } = westdijk(total, { statuses: list })
        expect(isOrdered(statuses)).toBe(true)
        expect(statuses.every(({ requests }) => requests > 0)).toBe(true)
        expect(sumOf(statuses)).toBe(sumOf(list))
        expect(statuses.every(({ requests, percent }) => percent === percentOf(requests, total))).toBe(true)
        expect(westdijk(total, { statuses: other }).statuses).toEqual(statuses)
      }),
    )
  })

  test('of which each request has one answer hold its percentages within half a percent each of a hundred', () => {
    fc.assert(
      fc.property(counted, (list) => {
        const total = sumOf(list)
        fc.pre(total > 0)
        const { origins } = westdijk(total, { origins: list })
        const percents = origins.reduce((sum, { percent }) => sum + percent, 0)
        expect(Math.abs(percents - 100)).toBeLessThanOrEqual(origins.length / 2)
      }),
    )
  })
})

describe('the themes of Westdijk', () => {
  const themes = [
    { theme: 'housing', subTheme: 'rent', requests: 2 },
    { theme: 'housing', subTheme: null, requests: 5 },
    { theme: 'housing', subTheme: 'find', requests: 3 },
    { theme: 'health', subTheme: null, requests: 12 },
    { theme: 'work', subTheme: 'job', requests: 0 },
    { theme: 'family', subTheme: null, requests: 10 },
  ]

  test('count their sub-themes and what has none; shares are of all requests', () => {
    expect(westdijk(40, { themes }).themes).toEqual([
      { code: 'health', requests: 12, percent: 30, subThemes: [] },
      { code: 'family', requests: 10, percent: 25, subThemes: [] },
      {
        code: 'housing',
        requests: 10,
        percent: 25,
        subThemes: [
          { code: 'find', requests: 3, percent: 8 },
          { code: 'rent', requests: 2, percent: 5 },
        ],
      },
    ])
  })
})

describe('the nationalities of Westdijk', () => {
  const nationality = fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[A-Z]{2}$/) },
    fc.constantFrom('XK', 'stateless', ...unanswered),
  )
  const nationalities = fc.uniqueArray(fc.record({ code: nationality, requests: fc.nat({ max: 4 }) }), {
    selector: ({ code }) => code,
    maxLength: 40,
  })

  test('whatever was counted: unanswered are never named, every other is, and no one left out comes before one named', () => {
    fc.assert(
      fc.property(nationalities, (list) => {
        const { distinct, topTen, other, topTenTotal } = westdijk(sumOf(list), {
          nationalities: list,
        }).nationalities
        const named = list.filter(
          ({ code, requests }) => requests > 0 && !['unknown', 'not_asked', 'refused'].includes(code),
        )
        const inTop = topTen.map(({ country, requests }) => ({ code: country, requests }))
        const left = named.filter(({ code }) => !inTop.some((top) => top.code === code))
        expect(distinct).toBe(named.length)
        expect(inTop).toHaveLength(Math.min(10, named.length))
        expect(isOrdered(inTop)).toBe(true)
        expect(inTop.every((top) => left.every((out) => stands(top, out)))).toBe(true)
        expect(other).toEqual({ countries: left.length, requests: sumOf(left) })
        expect(topTenTotal).toBe(sumOf(inTop))
      }),
    )
  })
})
