import { isProblem, sayFailure } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'

/** Why it was not saved, and that nothing is lost. */
export const RequestProblem = ({ error }: { error: unknown }) => {
  const { t } = useText('request')
  return (
    <Notice kind="error" word={t('notSaved')}>
      {isProblem(error, 'signed_out') ? (
        <p>
          {t('signedOut')}{' '}
          <a href={paths.signIn} target="_blank" rel="noopener" className="link">
            {t('signIn.title')}
          </a>
        </p>
      ) : (
        <p>{sayFailure(error, t)}</p>
      )}
    </Notice>
  )
}
