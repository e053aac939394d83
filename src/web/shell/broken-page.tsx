import { useRouter } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { ErrorState } from '../ui/state.tsx'
import { useText } from '../use-text.ts'
import { QueryError } from './query-error.tsx'

/** A page that could not be made at all, frame and all. */
export const BrokenApp = ({ error }: { error: unknown }) => (
  <main className="shell-content">
    <BrokenPage error={error} />
  </main>
)

/** A page that could not be made, in its frame. */
export const BrokenPage = ({ error }: { error: unknown }) => {
  const router = useRouter()
  const { t } = useText()
  return (
    <>
      <title>{t('page', { page: t('state.errorWord') })}</title>
      <h1 className="visually-hidden">{t('state.errorWord')}</h1>
      {isFault(error) ? (
        <ErrorState
          word={t('state.errorWord')}
          sentence={t('state.fault')}
          retryLabel={t('notFound.back')}
          onRetry={() => location.assign(paths.start)}
        />
      ) : (
        <QueryError error={error} onRetry={() => void router.invalidate()} />
      )}
    </>
  )
}

/** A fault of ours, and not a server that did not answer (fetch says so by a TypeError). */
const isFault = (error: unknown): boolean =>
  error instanceof RangeError || error instanceof ReferenceError || error instanceof SyntaxError
