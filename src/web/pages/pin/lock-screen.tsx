import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Session } from '../../../contract/session.ts'
import { postSignOut, sayFailure } from '../../api.ts'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { setLocked } from '../../pins-here.ts'
import { beginSession } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FullScreen } from '../../ui/full-screen.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { PinSignIn } from './pin-sign-in.tsx'
import { useBeginSession } from './use-begin-session.ts'

/** Nobody was here for a while. Whoever has a code goes on: with where they were, or with what is their own. */
export const LockScreen = ({ session }: { session: Session }) => {
  const { t } = useText('pin')
  const begin = useBeginSession(session.member.id)
  const queries = useQueryClient()
  const leaving = useMutation({
    mutationFn: postSignOut,
    onSuccess: () => {
      beginSession(queries, null)
      location.assign(paths.signIn)
    },
  })
  return (
    <FullScreen label={t('locked')}>
      <div className="lock-page">
        <Page title={t('locked')} lead={t('lockedLead', { name: session.member.name })}>
          <div className="lock">
            <PinSignIn
              first={session.member.id}
              onSignedIn={async (known) => {
                await begin(known)
                setLocked(false)
              }}
            />
            {leaving.error ? (
              <Notice kind="error" word={t('state.errorWord')}>
                <p>{sayFailure(leaving.error, t)}</p>
              </Notice>
            ) : null}
            <Button look="bare" isPending={leaving.isPending} onPress={() => leaving.mutate()}>
              {t('withPassword')}
            </Button>
          </div>
        </Page>
      </div>
    </FullScreen>
  )
}
