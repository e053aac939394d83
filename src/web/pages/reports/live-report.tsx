import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { EmptyReport } from './empty-report.tsx'
import { livePageQuery } from './live-page-query.ts'
import { ReportComparisons } from './report-comparisons.tsx'
import { ReportContent } from './report-content.tsx'

interface LiveReportProps {
  readonly period: Period
  readonly isDemo: boolean
  readonly onPeriod: (period: Period) => void
}

/** The figures of a period as they stand now. */
export const LiveReport = ({ period, isDemo, onPeriod }: LiveReportProps) => {
  const { t, language } = useText()
  const { data: session } = useQuery(sessionQuery)
  const queries = useQueryClient()
  const { data, error, isPlaceholderData } = useQuery(livePageQuery(period, language))
  // One sentence for the whole page, so one press for all of it.
  const retry = () =>
    queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  if (error) return <QueryError error={error} onRetry={() => void retry()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  if (data.report.total === 0) return <EmptyReport isDemo={isDemo} onPeriod={onPeriod} />
  return (
    <>
      <ReportContent
        report={data.report}
        charts={data.charts}
        filters={session?.rights.includes('requests.read') ? data.filters : undefined}
        isBusy={isPlaceholderData}
      />
      <ReportComparisons period={period} />
    </>
  )
}
