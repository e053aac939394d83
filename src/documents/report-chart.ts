import type { HalfYearReport } from '../domain/half-year-report.ts'
import { monthReportChart } from './month-report-chart.ts'
import { nationalityReportChart } from './nationality-report-chart.ts'
import type { ReportWords } from './report-words.ts'
import { shareReportChart, themeReportChart } from './share-report-chart.ts'

/** One figure as people read it: what it shows in a sentence, its unit and base, the picture and its table. */
export interface ReportChart {
  /** The field of the report that it shows. */
  chart: string
  title: string
  sentence: string
  unit: string
  base: string
  /** May stand inline in a page: presentation attributes only, text in the colour of the page. */
  svg: string
  table: { headings: string[]; rows: string[][] }
}

/**
 * The charts of a report in the order in which an alderman reads them: how much and about what, who comes, what was
 * done and what came of it. A field without a single request has no chart.
 */
export async function reportCharts(report: HalfYearReport, words: ReportWords): Promise<ReportChart[]> {
  const share = (chart: Parameters<typeof shareReportChart>[0]) => shareReportChart(chart, report, words)
  return [
    monthReportChart(report, words),
    themeReportChart(report, words),
    share('languages'),
    share('desks'),
    share('clientKinds'),
    share('statuses'),
    nationalityReportChart(report, words),
    share('origins'),
    share('actions'),
    share('whoDidIt'),
    share('outcomes'),
    share('barriers'),
  ].filter((chart) => chart !== undefined)
}
