import type { LocalDate } from '../../domain/local-date.ts'
import type { ReportEvent } from '../../domain/report/half-year-report.ts'
import type { ShownMonth, ShownReport } from '../../domain/report/shown-report.ts'
import { formatDate, formatDecimal, formatMonth, formatNumber, formatShortMonth } from '../../text/format.ts'
import type { ReportChart } from '../report-words.ts'
import { type ReportWords, say, sayCount, sayOpeningDays, sayRequests } from '../report-words.ts'
import { monthChart } from './chart-months.ts'
import { pageRoom, renderSvg } from './chart-svg.ts'

/** `events`: what happened at the desks meanwhile, printed under the months that they may explain. */
export function monthReportChart(
  report: ShownReport,
  words: ReportWords,
  events: readonly ReportEvent[] = [],
  room = pageRoom,
): ReportChart {
  const title = say(words, 'title.months')
  const sentence = monthSentence(report, words)
  const headings = ['months', 'requests', 'openingDays', 'perOpeningDay'].map((heading) =>
    say(words, `heading.${heading}`),
  )
  return {
    chart: 'months',
    title,
    sentence,
    unit: say(words, 'unit.requestsAndAverage'),
    base: say(words, 'base.openingDays', {
      all: sayRequests(words, report.total),
      days: sayOpeningDays(words, report.openingDays),
    }),
    svg: renderSvg(
      monthChart(
        report.months.map((figures, index) => monthColumn(figures, index === 0, words)),
        {
          name: say(words, 'chartName', { title, sentence }),
          requests: say(words, 'heading.requests'),
          perOpeningDay: say(words, 'heading.perOpeningDay'),
        },
        room,
      ),
    ),
    table: { headings, rows: report.months.map((figures) => monthRow(figures, words)), textColumns: 1 },
    notes: events.map((event) => eventLine(event, words)),
  }
}

function monthColumn(figures: ShownMonth, isFirst: boolean, { language }: ReportWords) {
  const [year = '', month] = figures.month.split('-')
  const name = formatShortMonth(language, figures.month)
  return {
    label: isFirst || month === '01' ? `${name}\n${year}` : name,
    yearLabel: month === '01' ? year : '',
    requests: figures.requests,
    perOpeningDay: figures.perOpeningDay,
    requestsText: figures.requests === null ? '' : formatNumber(language, figures.requests),
    perOpeningDayText: formatDecimal(language, figures.perOpeningDay),
  }
}

const monthRow = ({ month, requests, openingDays, perOpeningDay }: ShownMonth, words: ReportWords) => [
  formatMonth(words.language, month),
  sayCount(words, requests),
  formatNumber(words.language, openingDays),
  formatDecimal(words.language, perOpeningDay),
]

function eventLine({ from, to, title }: ReportEvent, words: ReportWords): string {
  const day = (date: LocalDate) => formatDate(words.language, date)
  const days = from === to ? day(from) : say(words, 'event.days', { from: day(from), to: day(to) })
  return say(words, 'event.line', { days, title })
}

/** Names the busiest and the quietest month only where one month alone is it. */
function monthSentence({ total, perOpeningDay, months }: ShownReport, words: ReportWords): string {
  const { language } = words
  if (perOpeningDay === null) return say(words, 'sentence.noOpeningDay')
  if (total === 0) return say(words, 'sentence.noRequests')
  const averages = months.flatMap((month) => (month.perOpeningDay === null ? [] : [month.perOpeningDay]))
  const [low, high] = [Math.min(...averages), Math.max(...averages)]
  const gaps = {
    average: formatDecimal(language, perOpeningDay),
    low: formatDecimal(language, low),
    high: formatDecimal(language, high),
  }
  if (low === high) return say(words, 'sentence.average', gaps)
  const [highest, ...alsoHighest] = months.filter((month) => month.perOpeningDay === high)
  const [lowest, ...alsoLowest] = months.filter((month) => month.perOpeningDay === low)
  if (!highest || !lowest || alsoHighest.length + alsoLowest.length > 0)
    return say(words, 'sentence.range', gaps)
  return say(words, 'sentence.busiest', {
    ...gaps,
    highMonth: formatMonth(language, highest.month),
    lowMonth: formatMonth(language, lowest.month),
  })
}
