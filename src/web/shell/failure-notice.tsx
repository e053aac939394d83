import { Notice } from '../ui/notice.tsx'
import { useText } from '../use-text.ts'

/** What did not work and what to do, beside the button that was pressed; nothing while all is well. */
export const FailureNotice = ({ failure }: { failure: string | undefined }) => {
  const { t } = useText()
  return failure ? (
    <Notice kind="error" word={t('state.errorWord')}>
      <p>{failure}</p>
    </Notice>
  ) : null
}
