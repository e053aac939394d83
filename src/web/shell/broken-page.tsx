import { useRouter } from '@tanstack/react-router'
import { useText } from '../use-text.ts'
import { QueryError } from './query-error.tsx'

/** A page that could not be made at all; its frame may be missing too. */
export const BrokenPage = ({ error }: { error: unknown }) => {
  const router = useRouter()
  const { t } = useText()
  return (
    <div className="shell-content">
      <title>{t('page', { page: t('state.errorWord') })}</title>
      <QueryError error={error} onRetry={() => void router.invalidate()} />
    </div>
  )
}
