import { useQuery } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ReportTable } from './report-table.tsx'

/** What the figures say now beside what was frozen. */
export const FrozenChanges = ({ id }: { readonly id: string }) => {
  const { t, language } = useText('publication')
  const { data, error, refetch } = useQuery({
    queryKey: ['snapshots', id, 'changes', language],
    queryFn: () => bodyOf(api.snapshots[':id'].changes.$get({ param: { id }, query: { language } })),
  })
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  const { sentence, table } = data
  return (
    <>
      <p>{sentence}</p>
      {table.rows.length === 0 ? null : <ReportTable caption={t('changes')} table={table} />}
    </>
  )
}
