import type { Share } from '../../domain/report/half-year-report.ts'
import type { HelpLevel, InsideFigures } from '../../domain/report/inside-figures.ts'
import { helpLevelCodes } from '../../domain/report/inside-figures.ts'
import { formatNumber, formatPercent } from '../../text/format.ts'
import { type ReportChart, type ReportWords, say, sayRequests } from '../report-words.ts'
import { barChart } from './chart-bars.ts'
import { type ChartRoom, renderSvg } from './chart-svg.ts'
import { shareLabel, sharesChart } from './share-report-chart.ts'

/** The charts of what only its coordinator sees; a figure without a single request has none. */
export const insideCharts = (
  { afterThemes = [], helpLevels = [] }: Partial<InsideFigures>,
  words: ReportWords,
  room: ChartRoom,
): ReportChart[] =>
  [helpLevelChart(helpLevels, words, room), afterReportChart(afterThemes, words, room)].filter(
    (chart) => chart !== undefined,
  )

/** What the requests of whoever has had the integration programme, or came before it, are about. */
function afterReportChart(
  shares: readonly Share[],
  words: ReportWords,
  room: ChartRoom,
): ReportChart | undefined {
  const total = shares.reduce((sum, { requests }) => sum + requests, 0)
  const base = say(words, 'base.after', { all: sayRequests(words, total) })
  return sharesChart({ chart: 'afterThemes', field: 'themes', shares, total, base }, words, room)
}

/** How much people did themselves, theme by theme: a bar is those requests, the table has every level. */
function helpLevelChart(
  themes: readonly HelpLevel[],
  words: ReportWords,
  room: ChartRoom,
): ReportChart | undefined {
  const total = themes.reduce((sum, { requests }) => sum + requests, 0)
  if (total === 0) return undefined
  const own = themes.reduce((sum, theme) => sum + theme.own, 0)
  const number = (requests: number) => formatNumber(words.language, requests)
  const title = say(words, 'title.helpLevels')
  const all = sayRequests(words, total)
  const sentence = say(words, 'sentence.helpLevels', { own: number(own), all })
  const bars = themes.slice(0, room.mostBars).map((theme) => ({
    label: shareLabel('themes', theme.code, words),
    requests: theme.own,
    value: say(words, 'helpLevelBar', { own: number(theme.own), all: number(theme.requests) }),
  }))
  return {
    chart: 'helpLevels',
    title,
    sentence,
    unit: say(words, 'unit.requests'),
    base: say(words, 'base.helpLevels', { all }),
    svg: renderSvg(barChart(bars, say(words, 'chartName', { title, sentence }), room)),
    table: {
      headings: [
        say(words, 'heading.themes'),
        ...helpLevelCodes.map((level) => say(words, `helpLevel.${level}`)),
        say(words, 'helpLevel.own'),
      ],
      rows: themes.map(({ code, levels, percent, own: requests }) => [
        shareLabel('themes', code, words),
        ...levels.map((level) => number(level.requests)),
        formatPercent(words.language, { requests, percent }),
      ]),
      textColumns: 1,
    },
    notes: [],
  }
}
