import { describe, expect, test } from 'vitest'
import { localDate, monthOf } from '../../src/domain/local-date.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import type { Count, ReportCounts } from '../../src/domain/report/half-year-report.ts'
import { monthsOf } from '../../src/domain/report/period.ts'
import {
  askPublication,
  type EarlierPublication,
  publishedContent,
} from '../../src/domain/report/published-report.ts'
import { type MonthCounts, publicCubeOf } from '../../src/domain/report/suppression/public-cube.ts'
import { hideSmall } from '../../src/domain/report/suppression/public-report.ts'
import type { Publication } from '../../src/domain/report/suppression/publication.ts'
import { planPublication } from '../../src/domain/report/suppression/publication-plan.ts'
import { boundsFinder } from '../../src/jobs/report/find-bounds.ts'
import { publishAndAttack } from '../torture/publish-reports.ts'
import { randomFrom } from '../torture/random.ts'
import { randomCity, reportOf } from '../torture/random-city.ts'
import { attack } from '../torture/suppression-attack.ts'

const findBounds = await boundsFinder()
const seeds = Array.from({ length: 25 }, (_, seed) => seed)

describe('whoever holds every report that Oostdijk published', () => {
  test('finds none of the numbers that are hidden in them', () => {
    const outcomes = seeds.map((seed) => publishAndAttack(seed, findBounds))
    expect(outcomes.flatMap(({ found }) => found)).toEqual([])
    expect(outcomes.reduce((sum, { published }) => sum + published, 0)).toBeGreaterThan(40)
    expect(outcomes.reduce((sum, { hidden }) => sum + hidden, 0)).toBeGreaterThan(400)
  }, 180_000)

  test('would find them if only the small numbers themselves were hidden', () => {
    const outcomes = seeds.slice(0, 8).map((seed) => publishAndAttack(seed, findBounds, { spoil: onlySmall }))
    expect(outcomes.filter(({ found }) => found.length > 0).length).toBeGreaterThan(4)
  }, 60_000)

  test('would find them if the reports for the council and those for everybody had each a plan of their own', () => {
    const apart = (plans: readonly Publication[]) =>
      plans.filter((_, place) => place % 2 === plans.length % 2)
    const outcomes = seeds.map((seed) => publishAndAttack(seed, findBounds, { beside: apart }))
    expect(outcomes.filter(({ found }) => found.length > 0).length).toBeGreaterThan(0)
  }, 180_000)
})

describe('a report over whole months', () => {
  const city = randomCity(randomFrom(7))
  const period = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-12-31') }
  const report = reportOf(city, period)
  const plan = planPublication(publicCubeOf(city), monthsOf(period), [], findBounds)
  if (isRefusal(plan)) throw new Error(plan.code)
  const shown = hideSmall(report, plan)

  test('shows no number from 1 to 4, and no nationality below 10', () => {
    const lists = [
      shown.clientKinds,
      shown.statuses,
      shown.outcomes,
      shown.actions,
      shown.desks,
      shown.themes,
    ]
    for (const { requests } of lists.flat()) expect(requests === null || requests >= 5).toBe(true)
    for (const { requests } of shown.months)
      expect(requests === null || requests === 0 || requests >= 5).toBe(true)
    for (const { requests } of shown.nationalities.topTen) expect(requests).toBeGreaterThanOrEqual(10)
  })

  test('writes a hidden number as nothing at all, after the shown ones and in the order of the codes', () => {
    const hidden = shown.statuses.filter(({ requests }) => requests === null)
    for (const share of hidden)
      expect(share).toEqual({ code: share.code, requests: null, percent: null, hidden: true })
    const places = shown.statuses.map(({ requests }) => (requests === null ? 1 : 0))
    expect(places).toEqual(places.toSorted())
    expect(hidden.map(({ code }) => code)).toEqual(hidden.map(({ code }) => code).toSorted())
  })

  test('is refused a second time in parts that would tell them apart', () => {
    const months = monthsOf(period)
    const all = planPublication(publicCubeOf(city), months, [nothingHidden(months)], findBounds)
    expect(
      isRefusal(all) || Object.values(all.hidden).flat().length >= Object.values(plan.hidden).flat().length,
    ).toBe(true)
  })
})

describe('first visits, which Oostdijk did not count before April', () => {
  const first = (month: number, firstVisits?: readonly Count[]): MonthCounts => {
    const inMonth = monthOf(localDate.parse(`2026-0${month}-01`))
    return { month: inMonth, counts: { ...nothing, months: [{ month: inMonth, requests: 40 }], firstVisits } }
  }
  const visits = [
    { code: 'first', requests: 23 },
    { code: 'again', requests: 16 },
    { code: 'not_asked', requests: 1 },
  ]
  const counted = [1, 2, 3, 4, 5, 6].map((month) => first(month, month < 4 ? undefined : visits))
  const publishOver = (from: string, to: string, earlier: readonly EarlierPublication[]) => {
    const months = monthsOf({ from: localDate.parse(from), to: localDate.parse(to) })
    const monthCounts = counted.filter(({ month }) => months.includes(month))
    const content = {
      ...frozen,
      report: reportOf(counted, { from: localDate.parse(from), to: localDate.parse(to) }),
    }
    const asked = askPublication({ ...content, monthCounts }, earlier)
    if (isRefusal(asked)) throw new Error(asked.code)
    const plan = planPublication(asked.cube, asked.months, asked.earlier, findBounds)
    if (isRefusal(plan)) throw new Error(plan.code)
    return {
      earlier: [...earlier, { plan, monthCounts }],
      shown: publishedContent({ ...content, monthCounts }, earlier, plan).report,
    }
  }

  test('stand only in a report that counted them in each of its months, and hide small numbers there', () => {
    const winter = publishOver('2026-01-01', '2026-03-31', [])
    const half = publishOver('2026-01-01', '2026-06-30', winter.earlier)
    const spring = publishOver('2026-04-01', '2026-06-30', half.earlier)
    expect([winter, half].map(({ shown }) => 'firstVisits' in shown)).toEqual([false, false])
    expect(half.shown.definitions.bases).not.toHaveProperty('firstVisits')
    expect(spring.shown.firstVisits).toEqual([
      { code: 'first', requests: 69, percent: 58 },
      { code: 'again', requests: null, percent: null, hidden: true },
      { code: 'not_asked', requests: null, percent: null, hidden: true },
    ])
    const cube = publicCubeOf(counted)
    expect(attack(cube, [winter.shown, half.shown, spring.shown])).toEqual([])
  })
})

const nothing: ReportCounts = {
  ...{
    months: [],
    clientKinds: [],
    statuses: [],
    nationalities: [],
    themes: [],
    languages: [],
    whoDidIt: [],
  },
  ...{ outcomes: [], origins: [], desks: [], actions: [], barriers: [] },
}
const frozen = { codes: [], openingDays: [], events: [] }

/** What a careless report would do. */
function onlySmall(plan: Publication, report: ReturnType<typeof reportOf>): Publication {
  const small = (list: readonly { readonly code: string; readonly requests: number }[], from = 5) =>
    list.filter(({ requests }) => requests < from).map(({ code }) => code)
  return {
    months: plan.months,
    hidden: {
      clientKinds: small(report.clientKinds),
      statuses: small(report.statuses),
      languages: small(report.languages),
      outcomes: small(report.outcomes),
      desks: small(report.desks),
    },
  }
}

const nothingHidden = (months: Publication['months']): Publication => ({ months, hidden: {} })
