import { sayFailure } from '../../api.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'

/** Why the last press did nothing; what was filled in is still there. */
export const StepProblem = ({ error }: { error: unknown }) => {
  const { t } = useText()
  if (!error) return null
  return (
    <Notice kind="error" word={t('state.errorWord')}>
      <p>{sayFailure(error, t)}</p>
    </Notice>
  )
}
