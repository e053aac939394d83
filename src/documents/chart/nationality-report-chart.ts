import type { HalfYearReport, NationalityFigures } from '../../domain/report/half-year-report.ts'
import { percentOf } from '../../domain/report/rounding.ts'
import { formatNumber, formatPercent } from '../../text/format.ts'
import type { ReportChart } from '../report-words.ts'
import { type ReportWords, say, sayRequests } from '../report-words.ts'
import { type Bar, barChart } from './chart-bars.ts'
import { renderSvg } from './chart-svg.ts'

/** The ten nationalities noted most often, with both bases, and what is left added up. */
export function nationalityReportChart(report: HalfYearReport, words: ReportWords): ReportChart | undefined {
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
      barChart(nationalityBars(nationalities, words), say(words, 'chartName', { title, sentence })),
    ),
    table: {
      headings: ['nationalities', 'requests', 'percentOfTopTen', 'percentOfAll'].map((heading) =>
        say(words, `heading.${heading}`, { count }),
      ),
      rows: [...topTenRows(nationalities, words), ...restRows(report, words)],
    },
  }
}

function nationalityBars({ topTen, other }: NationalityFigures, words: ReportWords): Bar[] {
  const { language, label } = words
  const bars = topTen.map(({ country, requests, percentOfTopTen }) => ({
    label: label('nationality', country),
    requests,
    value: say(words, 'bar', {
      requests: formatNumber(language, requests),
      percent: formatPercent(language, { requests, percent: percentOfTopTen }),
    }),
  }))
  if (other.countries === 0) return bars
  const value = formatNumber(language, other.requests)
  return [...bars, { label: sayOthers(other.countries, words), requests: other.requests, value, quiet: true }]
}

const sayOthers = (countries: number, words: ReportWords): string =>
  countries === 1 ? say(words, 'otherCountry') : say(words, 'otherCountries', { count: countries })

const topTenRows = ({ topTen }: NationalityFigures, { language, label }: ReportWords): string[][] =>
  topTen.map(({ country, requests, percentOfTopTen, percentOfAll }) => [
    label('nationality', country),
    formatNumber(language, requests),
    formatPercent(language, { requests, percent: percentOfTopTen }),
    formatPercent(language, { requests, percent: percentOfAll }),
  ])

/** What makes the column add up to all requests: the other nationalities and those that were not noted. */
function restRows({ nationalities, total }: HalfYearReport, words: ReportWords): string[][] {
  const { topTenTotal, other } = nationalities
  const rest: [string, number][] = [
    [sayOthers(other.countries, words), other.requests],
    [say(words, 'noAnswer'), total - topTenTotal - other.requests],
  ]
  return rest
    .filter(([, requests]) => requests > 0)
    .map(([name, requests]) => [
      name,
      formatNumber(words.language, requests),
      say(words, 'none'),
      formatPercent(words.language, { requests, percent: percentOf(requests, total) }),
    ])
}

function nationalitySentence({ nationalities, total }: HalfYearReport, words: ReportWords): string {
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
    requests: formatNumber(words.language, first.requests),
    percent: formatPercent(words.language, { requests: first.requests, percent: first.percentOfAll }),
  }
  if (distinct === 1) return say(words, 'sentence.oneNationality', gaps)
  return say(words, tied > 1 ? 'sentence.tiedNationalities' : 'sentence.nationalities', gaps)
}
