import type { ReportChart } from '../../../contract/report.ts'
import type { Month } from '../../../domain/local-date.ts'
import type { ShownReport } from '../../../domain/report/shown-report.ts'
import { nationalityNamedFrom } from '../../../domain/report/suppression/public-cube.ts'
import { formatMonth } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'
import { ReportContent } from './report-content.tsx'

interface PublicContentProps {
  readonly content: {
    readonly report: ShownReport
    readonly charts: readonly ReportChart[]
    readonly keptMonths: readonly Month[]
  }
}

/** The figures that may be shown, and why some are not. */
export const PublicContent = ({ content: { report, charts, keptMonths } }: PublicContentProps) => {
  const { t, language } = useText('publication')
  const months = keptMonths.map((month) => formatMonth(language, month)).join(', ')
  return (
    <>
      <p>{t('hiddenLead', { named: nationalityNamedFrom })}</p>
      {months === '' ? null : <p>{t('kept', { months })}</p>}
      <ReportContent report={report} charts={charts} isBusy={false} />
    </>
  )
}
