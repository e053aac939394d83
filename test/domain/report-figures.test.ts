import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayCodes } from '../../src/domain/calendar/holiday.ts'
import { keptAlways } from '../../src/domain/calendar/observed-holiday.ts'
import { type Calendar, openingDays } from '../../src/domain/calendar/opening-day.ts'
import defaults from '../../src/domain/code-list/code-lists.json' with { type: 'json' }
import { deskId } from '../../src/domain/id.ts'
import { addDays, localDate, monthOf } from '../../src/domain/local-date.ts'
import type { Count, ReportCounts } from '../../src/domain/report/half-year-report.ts'
import { composeReport } from '../../src/domain/report/report-figures.ts'

const day = (text: string) => localDate.parse(text)
const none: ReportCounts = {
  months: [],
  clientKinds: [],
  statuses: [],
  nationalities: [],
  themes: [],
  languages: [],
  whoDidIt: [],
  outcomes: [],
  origins: [],
  desks: [],
  actions: [],
  barriers: [],
}
const oostdijk = { code: 'oostdijk', name: 'Oostdijk' }
const march = { from: day('2016-03-01'), to: day('2016-03-31') }
const report = (counts: Partial<ReportCounts>, period = march, days = openingDays(calendar, period)) =>
  composeReport({
    city: oostdijk,
    period,
    counts: { ...none, ...counts },
    openingDays: days,
    definitionsVersion: '1',
  })
const calendar: Calendar = {
  desks: [{ id: deskId.parse('01900000-0000-7000-8000-000000000001'), weekdays: [1, 2, 3, 4, 5] as const }],
  holidays: holidayCodes.map(keptAlways),
  closures: [],
}
const inMarch = (requests: number) => [{ month: monthOf(march.from), requests }]

describe('a report of Oostdijk', () => {
  test('shows every month of the period, also one without requests, and a cut month counts its own days', () => {
    const { months } = report({ months: inMarch(4) }, { from: day('2016-02-25'), to: day('2016-04-01') })
    expect(months).toEqual([
      { month: '2016-02', requests: 0, openingDays: 3, perOpeningDay: 0 },
      { month: '2016-03', requests: 4, openingDays: 22, perOpeningDay: 0.2 },
      { month: '2016-04', requests: 0, openingDays: 1, perOpeningDay: 0 },
    ])
  })

  test('has no average where no desk was open', () => {
    expect(report({ months: inMarch(3) }, march, [])).toMatchObject({
      total: 3,
      openingDays: 0,
      perOpeningDay: null,
    })
  })

  test('orders by count and then by plain code, and leaves out codes without requests', () => {
    const clientKinds = [
      { code: 'woman', requests: 3 },
      { code: 'family', requests: 5 },
      { code: 'X', requests: 3 },
      { code: 'man', requests: 0 },
    ]
    expect(report({ months: inMarch(11), clientKinds }).clientKinds).toEqual([
      { code: 'family', requests: 5, percent: 45 },
      { code: 'X', requests: 3, percent: 27 },
      { code: 'woman', requests: 3, percent: 27 },
    ])
  })

  test('keeps unknown, not asked and refused out of the nationalities, and stateless and Kosovo in', () => {
    const nationalities = [
      { code: 'unknown', requests: 50 },
      { code: 'not_asked', requests: 40 },
      { code: 'refused', requests: 30 },
      { code: 'stateless', requests: 2 },
      { code: 'XK', requests: 1 },
    ]
    expect(report({ months: inMarch(123), nationalities }).nationalities).toEqual({
      distinct: 2,
      topTenTotal: 3,
      topTen: [
        { country: 'stateless', requests: 2, percentOfTopTen: 67, percentOfAll: 2 },
        { country: 'XK', requests: 1, percentOfTopTen: 33, percentOfAll: 1 },
      ],
      other: { countries: 0, requests: 0 },
    })
  })

  test('cuts a tie at rank ten by code', () => {
    const nationalities = ['MA', 'SY', 'RU', 'AM', 'UA', 'BG', 'DZ', 'BE', 'GN', 'TR', 'IQ', 'AF'].map(
      (code) => ({ code, requests: 7 }),
    )
    const { topTen, other } = report({ months: inMarch(84), nationalities }).nationalities
    expect(topTen.map(({ country }) => country)).toEqual([
      'AF',
      'AM',
      'BE',
      'BG',
      'DZ',
      'GN',
      'IQ',
      'MA',
      'RU',
      'SY',
    ])
    expect(other).toEqual({ countries: 2, requests: 14 })
  })

  test('counts a request once for each of its actions, so these may exceed a hundred percent together', () => {
    const actions = [
      { code: 'inform', requests: 9 },
      { code: 'phone', requests: 8 },
    ]
    expect(report({ months: inMarch(10), actions }).actions.map(({ percent }) => percent)).toEqual([90, 80])
  })

  test('whatever was counted: months add up, lists add up, the top ten and the rest are all nationalities', () => {
    const monthCounts = fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 14 })
    const codes = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z]{2}$/), fc.nat({ max: 400 })), {
      selector: ([code]) => code,
      maxLength: 60,
    })
    fc.assert(
      fc.property(monthCounts, codes, (perMonth, perCountry) => {
        const from = day('2015-12-01')
        const to = addDays(from, 31 * perMonth.length - 40 < 0 ? 30 : 31 * perMonth.length - 40)
        const nationalities: Count[] = perCountry.map(([code, requests]) => ({ code, requests }))
        const months = [...new Set(openingDays(calendar, { from, to }).map(monthOf))].map((month, i) => ({
          month,
          requests: perMonth[i] ?? 0,
        }))
        const made = report({ months, nationalities }, { from, to })
        expect(made.months.reduce((sum, { requests }) => sum + requests, 0)).toBe(made.total)
        expect(made.months.reduce((sum, { openingDays }) => sum + openingDays, 0)).toBe(made.openingDays)
        const { topTen, topTenTotal, other, distinct } = made.nationalities
        expect(topTenTotal + other.requests).toBe(
          nationalities.reduce((sum, { requests }) => sum + requests, 0),
        )
        expect(topTen.length + other.countries).toBe(distinct)
      }),
    )
  })
})

describe('the demo file', () => {
  const read = (file: string) =>
    parse<Record<string, string>>(readFileSync(file), { delimiter: ';', bom: true, columns: true })
  const dateOf = (text = '') => day(text.split('/').reverse().join('-'))
  const codeOf =
    (list: readonly { code: string; nl: string; synonyms?: string[] }[]) =>
    (label = '') =>
      list.find(({ nl, synonyms }) => nl === label || synonyms?.includes(label))?.code ?? label
  const countries: Record<string, string> = {
    Rusland: 'RU',
    Marokko: 'MA',
    Syrië: 'SY',
    Armenië: 'AM',
    Oekraine: 'UA',
    Bulgarije: 'BG',
    België: 'BE',
    Algerije: 'DZ',
    Guinée: 'GN',
    Irak: 'IQ',
  }

  test('gives every number of the published report', () => {
    const rows = read('demo/help-requests.csv')
    const count = (field: string, code: (label?: string) => string): Count[] =>
      [...Map.groupBy(rows, (row) => code(row[field]))].map(([key, group]) => ({
        code: key,
        requests: group.length,
      }))
    const period = { from: day('2015-12-01'), to: day('2016-07-31') }
    const closures = read('demo/closures.csv').map(({ datum, reden = '' }) => ({
      deskId: null,
      closedOn: dateOf(datum),
      reason: reden,
    }))
    const desks = ([[1, 2, 4, 5], [3]] as const).map((weekdays, i) => ({
      id: deskId.parse(`01900000-0000-7000-8000-00000000000${i}`),
      weekdays,
    }))
    const months = count('datum', (label) => monthOf(dateOf(label)))
    const made = report(
      {
        months: months.map(({ code, requests }) => ({ month: monthOf(day(`${code}-01`)), requests })),
        clientKinds: count('type cliënt', codeOf(defaults.client_kinds)),
        statuses: count('statuut', codeOf(defaults.statuses)),
        nationalities: count('nationaliteit', (label = '') => countries[label] ?? label),
      },
      period,
      openingDays({ desks, holidays: holidayCodes.map(keptAlways), closures }, period),
    )
    const { note, ...expected } = JSON.parse(readFileSync('demo/expected-report.json', 'utf8'))
    expect(made).toMatchObject(expected)
  })
})
