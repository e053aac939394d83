import type { ReportEvent } from '../../domain/report/half-year-report.ts'
import type { ShownReport } from '../../domain/report/shown-report.ts'
import type { ReportChart, ReportWords } from '../report-words.ts'
import { pageRoom } from './chart-svg.ts'
import { monthReportChart } from './month-report-chart.ts'
import { nationalityReportChart } from './nationality-report-chart.ts'
import { populationReportChart } from './population-report-chart.ts'
import { shareReportChart, themeReportChart } from './share-report-chart.ts'
import { unansweredReportChart } from './unanswered-report-chart.ts'

/**
 * The charts of a report in the order in which an alderman reads them: how much, about what and what came of
 * it, who comes, and what was done. As in the chapters. A field without a single request has no chart.
 */
export async function reportCharts(
  report: ShownReport,
  words: ReportWords,
  events: readonly ReportEvent[] = [],
  room = pageRoom,
): Promise<ReportChart[]> {
  const share = (chart: Parameters<typeof shareReportChart>[0]) =>
    shareReportChart(chart, report, words, room)
  return [
    monthReportChart(report, words, events, room),
    themeReportChart(report, words, room),
    share('languages'),
    share('desks'),
    share('outcomes'),
    share('barriers'),
    share('clientKinds'),
    share('statuses'),
    nationalityReportChart(report, words, room),
    populationReportChart(report, words, room),
    share('firstVisits'),
    share('origins'),
    share('actions'),
    share('whoDidIt'),
    report.total === 0 ? undefined : unansweredReportChart(report, words, room),
  ].filter((chart) => chart !== undefined)
}
