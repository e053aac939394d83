import { sayFailure } from '../api.ts'
import { ErrorState } from '../ui/state.tsx'
import { useText } from '../use-text.ts'

/** What came instead of the data: the server's own sentence, or that it did not answer. */
export const QueryError = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { t } = useText()
  return (
    <ErrorState
      word={t('state.errorWord')}
      sentence={sayFailure(error, t)}
      retryLabel={t('state.retry')}
      onRetry={onRetry}
    />
  )
}
