import { useQuery } from '@tanstack/react-query'
import type { ImportDetail } from '../../../contract/import.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { valuesQuery } from './import-query.ts'
import { ValueQuestions } from './value-questions.tsx'
import { isWorking, WorkProgress } from './work-progress.tsx'

/** Step three: what values mean that nothing knows, one question at a time. */
export const ValuesStep = ({ detail }: { detail: ImportDetail }) => {
  const { t, language } = useText('imports')
  const { data, error, refetch } = useQuery({
    ...valuesQuery(detail.id, language),
    enabled: !isWorking(detail),
  })
  if (isWorking(detail)) return <WorkProgress detail={detail} />
  if (!data && error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  return <ValueQuestions detail={detail} values={data.items} />
}
