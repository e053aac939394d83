import { localDate, type Month, month } from '../../src/domain/local-date.ts'
import type { Count, HalfYearReport, Period, ReportCounts } from '../../src/domain/report/half-year-report.ts'
import { monthsOf } from '../../src/domain/report/period.ts'
import { composeReport } from '../../src/domain/report/report-figures.ts'
import type { MonthCounts } from '../../src/domain/report/suppression/public-cube.ts'
import { sumCounts } from '../../src/domain/report/suppression/sum-counts.ts'

const listCodes = {
  clientKinds: ['woman', 'man', 'family', 'group'],
  statuses: ['newcomer', 'recognised', 'no_legal_stay', 'not_asked'],
  languages: ['ara', 'rus', 'nld'],
  whoDidIt: ['guide', 'together'],
  outcomes: ['solved', 'no_offer', 'referred'],
  origins: ['self', 'outreach'],
  desks: ['Onthaal', 'Stadhuis'],
  firstVisits: ['first', 'again', 'not_asked'],
} as const
const themes = [
  ['housing', null],
  ['housing', 'social_housing'],
  ['housing', 'eviction'],
  ['health', null],
  ['health', 'mental'],
  ['work', null],
] as const
const countries = ['SY', 'AF', 'UA', 'NP', 'CG', 'unknown', 'not_asked']

/**
 * A year of a small city, month by month: few enough requests that much has to be hidden. Some count first visits only
 * from a month on.
 */
export function randomCity(random: () => number): MonthCounts[] {
  const busy = [0.6, 1.5, 4, 9][Math.floor(random() * 4)] ?? 1
  const likes = new Map<string, number>()
  const choose = <T>(of: readonly T[], field: string): T => {
    const weights = of.map((_, place) => {
      const key = `${field} ${place}`
      const weight = likes.get(key) ?? random() ** 3 + 0.02
      likes.set(key, weight)
      return weight
    })
    const sums = weights.map((_, place) => weights.slice(0, place + 1).reduce((sum, weight) => sum + weight))
    const drawn = random() * (sums.at(-1) ?? 0)
    // because: the last sum is above what is drawn, so one place is found
    return of[sums.findIndex((sum) => drawn < sum)] as T
  }
  const firstCounted = random() < 0.5 ? 0 : Math.floor(random() * 6)
  return Array.from({ length: 12 }, (_, place) => {
    const inMonth = month.parse(`2026-${String(place + 1).padStart(2, '0')}`)
    const requests = Math.floor(random() * busy * 8)
    const { firstVisits, ...counts } = countsOf(inMonth, requests, choose, random)
    return { month: inMonth, counts: place < firstCounted ? counts : { ...counts, firstVisits } }
  })
}

function countsOf(
  inMonth: Month,
  requests: number,
  choose: <T>(of: readonly T[], field: string) => T,
  random: () => number,
): ReportCounts {
  const each = Array.from({ length: requests })
  const tally = (codes: readonly string[]): Count[] =>
    [...Map.groupBy(codes, (code) => code)].map(([code, alike]) => ({ code, requests: alike.length }))
  const list = (field: keyof typeof listCodes) =>
    tally(each.map(() => choose<string>(listCodes[field], field)))
  const several = (field: string, codes: readonly string[]) =>
    tally(each.flatMap(() => codes.filter((_, place) => random() < (place + 1) / 6 && field !== '')))
  return {
    months: [{ month: inMonth, requests }],
    clientKinds: list('clientKinds'),
    statuses: list('statuses'),
    languages: list('languages'),
    whoDidIt: list('whoDidIt'),
    outcomes: list('outcomes'),
    origins: list('origins'),
    desks: list('desks'),
    firstVisits: list('firstVisits'),
    nationalities: tally(each.map(() => choose(countries, 'nationality'))),
    themes: tally(
      each.map(() =>
        choose(
          themes.map(([theme, sub]) => `${theme}/${sub ?? ''}`),
          'theme',
        ),
      ),
    ).map(({ code, requests: noted }) => {
      const [theme = '', sub = ''] = code.split('/')
      return { theme, subTheme: sub || null, requests: noted }
    }),
    actions: several('actions', ['explain', 'call', 'form']),
    barriers: several('barriers', ['language', 'waiting_list']),
  }
}

/** What a city may publish: months, quarters, halves, or whatever it likes. */
export function randomPeriod(random: () => number): Period {
  const length = [1, 2, 3, 3, 6, 6, 12][Math.floor(random() * 7)] ?? 6
  const first = Math.floor(random() * (13 - length)) + 1
  const last = first + length - 1
  const two = (value: number) => String(value).padStart(2, '0')
  const days = new Date(Date.UTC(2026, last, 0)).getUTCDate()
  return { from: localDate.parse(`2026-${two(first)}-01`), to: localDate.parse(`2026-${two(last)}-${days}`) }
}

export function reportOf(city: readonly MonthCounts[], period: Period): HalfYearReport {
  const months = monthsOf(period)
  return composeReport({
    city: { code: 'oostdijk', name: 'Oostdijk' },
    period,
    counts: sumCounts(city.filter((part) => months.includes(part.month))),
    openingDays: [],
    definitionsVersion: '1',
  })
}
