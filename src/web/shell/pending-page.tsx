import { LoadingState } from '../ui/state.tsx'
import { useText } from '../use-text.ts'

export const PendingPage = () => {
  const { t } = useText()
  return <LoadingState sentence={t('state.loading')} />
}
