import { useQuery } from '@tanstack/react-query'
import type { PublishedAudience } from '../../../domain/report/report-format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { PublicContent } from './public-content.tsx'
import { previewQuery } from './publication-query.ts'

interface PublicReportProps {
  readonly id: string
  readonly audience: PublishedAudience
}

/** A frozen report as its readers see it, or would see it. */
export const PublicReport = ({ id, audience }: PublicReportProps) => {
  const { t, language } = useText('publication')
  const { data, error, refetch } = useQuery(previewQuery({ id, audience, language }))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  return data ? <PublicContent content={data} /> : <LoadingState sentence={t('planning')} />
}
