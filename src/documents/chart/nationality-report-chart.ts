import { percentOf } from '../../domain/report/rounding.ts'
import type { ShownNationalities, ShownReport } from '../../domain/report/shown-report.ts'
import type { ReportChart } from '../report-words.ts'
import { type ReportWords, say, sayCount, sayOthers, sayPercent, sayRequests } from '../report-words.ts'
import { type Bar, barChart } from './chart-bars.ts'
import { pageRoom, renderSvg } from './chart-svg.ts'

/** The ten nationalities noted most often, with both bases, and what is left added up. */
export function nationalityReportChart(
  report: ShownReport,
  words: ReportWords,
  room = pageRoom,
): ReportChart | undefined {
  const { nationalities, total } = report
  const count = nationalities.topTen.length
  if (count === 0) return undefined
  const title = say(words, 'title.nationalities')
  const sentence = nationalitySentence(report, words)
  return {
    chart: 'nationalities',
    title,
    sentence,
    unit: say(words, 'unit.requests'),
    base: say(words, 'base.topTen', {
      top: sayRequests(words, nationalities.topTenTotal),
      count,
      all: sayRequests(words, total),
    }),
    svg: renderSvg(
      barChart(nationalityBars(nationalities, words), say(words, 'chartName', { title, sentence }), room),
    ),
    table: {
      headings: ['nationalities', 'requests', 'percentOfTopTen', 'percentOfAll'].map((heading) =>
        say(words, `heading.${heading}`, { count }),
      ),
      rows: [...topTenRows(nationalities, words), ...restRows(report, words)],
      textColumns: 1,
    },
    notes: [],
  }
}

function nationalityBars({ topTen, other }: ShownNationalities, words: ReportWords): Bar[] {
  const bars = topTen.map(({ country, requests, percentOfTopTen }) => ({
    label: words.label('nationality', country),
    requests,
    value:
      percentOfTopTen === null
        ? sayCount(words, requests)
        : say(words, 'bar', {
            requests: sayCount(words, requests),
            percent: sayPercent(words, { requests, percent: percentOfTopTen }),
          }),
  }))
  const { countries, requests } = other
  if (countries === 0 || requests === null) return bars
  return [
    ...bars,
    { label: sayOthers(countries, words), requests, value: sayCount(words, requests), quiet: true },
  ]
}

const topTenRows = ({ topTen }: ShownNationalities, words: ReportWords): string[][] =>
  topTen.map(({ country, requests, percentOfTopTen, percentOfAll }) => [
    words.label('nationality', country),
    sayCount(words, requests),
    sayPercent(words, { requests, percent: percentOfTopTen }),
    sayPercent(words, { requests, percent: percentOfAll }),
  ])

interface RestOfNationalities {
  readonly code: 'other' | 'no_answer' | 'other_or_no_answer'
  readonly label: string
  readonly requests: number
  /** Of all requests; null where these are too few for a percentage. */
  readonly percent: number | null
}

/** What makes the column add up to all requests: the other nationalities and those that were not noted. */
export function restOfNationalities(
  { nationalities, total }: ShownReport,
  words: ReportWords,
): RestOfNationalities[] {
  const { topTen, topTenTotal, other } = nationalities
  const hasPercent = topTen.every(({ percentOfAll }) => percentOfAll !== null)
  const without = total - topTenTotal
  const rest =
    other.requests === null
      ? [{ code: 'other_or_no_answer', label: say(words, 'otherHidden'), requests: without } as const]
      : [
          { code: 'other', label: sayOthers(other.countries, words), requests: other.requests } as const,
          { code: 'no_answer', label: say(words, 'noAnswer'), requests: without - other.requests } as const,
        ]
  return rest
    .filter(({ requests }) => requests > 0)
    .map((part) => ({ ...part, percent: hasPercent ? percentOf(part.requests, total) : null }))
}

const restRows = (report: ShownReport, words: ReportWords): string[][] =>
  restOfNationalities(report, words).map(({ label, requests, percent }) => [
    label,
    sayCount(words, requests),
    say(words, 'none'),
    sayPercent(words, { requests, percent }),
  ])

function nationalitySentence({ nationalities, total }: ShownReport, words: ReportWords): string {
  const { distinct, topTen } = nationalities
  const [first] = topTen
  const all = sayRequests(words, total)
  if (!first) return say(words, 'sentence.unanswered', { all })
  const tied = topTen.filter(({ requests }) => requests === first.requests).length
  const gaps = {
    all,
    distinct,
    count: tied,
    country: words.label('nationality', first.country),
    label: words.label('nationality', first.country),
    requests: sayCount(words, first.requests),
    percent: sayPercent(words, { requests: first.requests, percent: first.percentOfAll }),
  }
  if (first.percentOfAll === null) return say(words, tied > 1 ? 'sentence.fewTied' : 'sentence.few', gaps)
  if (distinct === 1) return say(words, 'sentence.oneNationality', gaps)
  return say(words, tied > 1 ? 'sentence.tiedNationalities' : 'sentence.nationalities', gaps)
}
