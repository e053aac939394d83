import { useMutation, useQuery } from '@tanstack/react-query'
import { postSignIn, sayFailure } from '../../api.ts'
import { hasPinHere } from '../../pins-here.ts'
import { welcomeQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { PinSignIn } from '../pin/pin-sign-in.tsx'
import { useBeginSession } from '../pin/use-begin-session.ts'
import { DemoSignIn } from './demo-sign-in.tsx'
import { PasswordForm } from './password-form.tsx'
import './sign-in-page.css'

interface SignInDialogProps {
  readonly memberId: string
  readonly onClose: () => void
  readonly onSignedIn: () => void
}

/** The session is over: whoever was noting signs in on top of the form, which stays as it is. */
export const SignInDialog = ({ memberId, onClose, onSignedIn }: SignInDialogProps) => {
  const { t } = useText('pin')
  const { data: welcome } = useQuery(welcomeQuery)
  const begin = useBeginSession(memberId)
  const finish = async (known?: Parameters<typeof begin>[0]) => {
    await begin(known)
    onSignedIn()
  }
  const signIn = useMutation({
    mutationFn: ({ step, body }: { step: 'email' | 'demo'; body: Record<string, string> }) =>
      postSignIn(step, body),
    onSuccess: () => finish(),
  })
  return (
    <Dialog title={t('signIn.title')} onClose={onClose}>
      <div className="pin-sign-in">
        <p>{t('expired')}</p>
        {signIn.error ? (
          <Notice kind="error" word={t('signIn.failedWord')}>
            <p>{sayFailure(signIn.error, t)}</p>
          </Notice>
        ) : null}
        {hasPinHere(memberId) ? <PinSignIn only={memberId} onSignedIn={finish} /> : null}
        <PasswordForm isBusy={signIn.isPending} onSubmit={(body) => signIn.mutate({ step: 'email', body })} />
        {welcome?.isDemo ? (
          <DemoSignIn
            roles={welcome.demoRoles}
            onChoose={(role) => signIn.mutate({ step: 'demo', body: { role } })}
          />
        ) : null}
      </div>
    </Dialog>
  )
}
