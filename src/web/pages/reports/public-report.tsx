import { useQuery } from '@tanstack/react-query'
import { nationalityNamedFrom } from '../../../domain/report/suppression/public-cube.ts'
import { formatMonth } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { previewQuery } from './publication-query.ts'
import { ReportContent } from './report-content.tsx'

/** A frozen report as everybody sees it, or would see it. */
export const PublicReport = ({ id }: { readonly id: string }) => {
  const { t, language } = useText('publication')
  const { data, error, refetch } = useQuery(previewQuery(id, language))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('planning')} />
  const months = data.keptMonths.map((month) => formatMonth(language, month)).join(', ')
  return (
    <>
      <p>{t('hiddenLead', { named: nationalityNamedFrom })}</p>
      {months === '' ? null : <p>{t('kept', { months })}</p>}
      <ReportContent report={data.report} charts={data.charts} isBusy={false} />
    </>
  )
}
