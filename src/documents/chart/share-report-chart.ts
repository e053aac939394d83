import { type ShareField, shareFields, sharesIn } from '../../domain/report/share-field.ts'
import type { ShownReport, ShownShare } from '../../domain/report/shown-report.ts'
import { formatNumber } from '../../text/format.ts'
import type { ReportChart } from '../report-words.ts'
import { isAnswer, type ReportWords, say, sayCount, sayPercent, sayRequests } from '../report-words.ts'
import { type Bar, barChart } from './chart-bars.ts'
import { type ChartRoom, pageRoom, renderSvg } from './chart-svg.ts'
import { shareSentence } from './share-sentence.ts'

/** What one request may have several of, so that the shares may exceed a hundred percent together. */
const severalEach: readonly ShareField[] = ['actions', 'barriers']

export function shareReportChart(
  field: ShareField,
  report: ShownReport,
  words: ReportWords,
  room = pageRoom,
): ReportChart | undefined {
  const { total } = report
  const base = say(words, severalEach.includes(field) ? 'base.severalEach' : 'base.allRequests', {
    all: sayRequests(words, total),
  })
  return sharesChart({ chart: field, field, shares: sharesIn(report, field), total, base }, words, room)
}

interface ChartedShares {
  readonly chart: string
  /** The field of the report whose codes these are. */
  readonly field: ShareField
  readonly shares: readonly ShownShare[]
  readonly total: number
  readonly base: string
}

export function sharesChart(
  { chart, field, shares, total, base }: ChartedShares,
  words: ReportWords,
  room: ChartRoom,
): ReportChart | undefined {
  if (shares.length === 0) return undefined
  const title = say(words, `title.${chart}`)
  const label = (code: string) => shareLabel(field, code, words)
  const sentence = shareSentence({ field, shares, total, label }, words)
  return {
    chart,
    title,
    sentence,
    unit: say(words, 'unit.requests'),
    base,
    svg: renderSvg(
      barChart(
        shareBars(field, shares, words, room.mostBars),
        say(words, 'chartName', { title, sentence }),
        room,
      ),
    ),
    table: {
      headings: [field, 'requests', 'percent'].map((heading) => say(words, `heading.${heading}`)),
      rows: shares.map((share) => [shareLabel(field, share.code, words), ...shareCells(share, words)]),
      textColumns: 1,
    },
    notes: [],
  }
}

/** The themes with their sub-themes below them in the table, where any was noted. */
export function themeReportChart(
  report: ShownReport,
  words: ReportWords,
  room = pageRoom,
): ReportChart | undefined {
  const chart = shareReportChart('themes', report, words, room)
  if (!chart || report.themes.every(({ subThemes }) => subThemes.length === 0)) return chart
  const [theme = '', ...figures] = chart.table.headings
  const label = (code: string) => shareLabel('themes', code, words)
  const rows = report.themes.flatMap(({ subThemes, ...whole }) => [
    [label(whole.code), say(words, 'wholeTheme'), ...shareCells(whole, words)],
    ...subThemes.map((part) => [label(whole.code), label(part.code), ...shareCells(part, words)]),
  ])
  const headings = [theme, say(words, 'heading.subThemes'), ...figures]
  return { ...chart, table: { headings, rows, textColumns: 2 } }
}

export function shareLabel(field: ShareField, code: string, { label }: ReportWords): string {
  const list = shareFields[field]
  return list === undefined ? code : label(list, code)
}

const shareCells = (share: ShownShare, words: ReportWords): string[] => [
  sayCount(words, share.requests),
  sayPercent(words, share),
]

type KnownShare = Extract<ShownShare, { requests: number }>

/** What is hidden has no bar: the table says that it is there. */
function shareBars(
  field: ShareField,
  all: readonly ShownShare[],
  words: ReportWords,
  mostBars: number,
): Bar[] {
  const shares = all.filter((share) => share.requests !== null)
  const shown = shares.length > mostBars ? shares.slice(0, mostBars - 1) : shares
  const rest = shares.slice(shown.length)
  const bars = shown.map((share) => ({
    label: shareLabel(field, share.code, words),
    requests: share.requests,
    value: barValue(share, words),
    quiet: !isAnswer(share.code),
  }))
  return rest.length === 0 ? bars : [...bars, restBar(rest, words)]
}

const barValue = (share: KnownShare, words: ReportWords): string => {
  const [requests = '', percent = ''] = shareCells(share, words)
  return share.percent === null ? requests : say(words, 'bar', { requests, percent })
}

/** No percentage: where one request counts several times, the shares of the rest cannot be added up. */
function restBar(rest: readonly KnownShare[], words: ReportWords): Bar {
  const requests = rest.reduce((sum, share) => sum + share.requests, 0)
  return {
    label: say(words, 'otherRows', { count: rest.length }),
    requests,
    value: formatNumber(words.language, requests),
    quiet: true,
  }
}
