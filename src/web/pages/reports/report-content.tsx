import type { ReportChart } from '../../../contract/report.ts'
import type { RowFilters } from '../../../domain/report/row-filter.ts'
import type { ShownReport } from '../../../domain/report/shown-report.ts'
import { KeyFigures } from './key-figures.tsx'
import { ReportFigure } from './report-figure.tsx'

interface ReportContentProps {
  readonly report: ShownReport
  readonly charts: readonly ReportChart[]
  /** From a number to the requests behind it, where these may be listed. */
  readonly filters?: RowFilters | undefined
  /** Other figures are on their way. */
  readonly isBusy: boolean
}

/** A report on the screen, live or frozen: its key figures and its charts. */
export const ReportContent = ({ report, charts, filters, isBusy }: ReportContentProps) => (
  <div className="report" aria-busy={isBusy}>
    <KeyFigures report={report} />
    <div className="report-figures">
      {charts.map((chart) => (
        <ReportFigure key={chart.chart} figure={chart} filters={filters?.[chart.chart]} />
      ))}
    </div>
  </div>
)
