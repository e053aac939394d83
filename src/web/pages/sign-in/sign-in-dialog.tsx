import { hasPinHere } from '../../pins-here.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { PinSignIn } from '../pin/pin-sign-in.tsx'
import { useBeginSession } from '../pin/use-begin-session.ts'
import { SignInWays, useSignIn } from './sign-in-ways.tsx'

interface SignInDialogProps {
  readonly memberId: string
  readonly onClose: () => void
  readonly onSignedIn: () => void
}

/** The session is over: whoever was noting signs in on top of the form, which stays as it is. */
export const SignInDialog = ({ memberId, onClose, onSignedIn }: SignInDialogProps) => {
  const { t } = useText('pin')
  const begin = useBeginSession(memberId)
  const finish = async (known?: Parameters<typeof begin>[0]) => {
    await begin(known)
    onSignedIn()
  }
  const signIn = useSignIn(() => finish())
  return (
    <Dialog
      title={t('signIn.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('action.close')}</Button>}
    >
      <div className="pin-sign-in">
        <p>{t('expired')}</p>
        <SignInWays signIn={signIn}>
          {hasPinHere(memberId) ? <PinSignIn only={memberId} onSignedIn={finish} /> : null}
        </SignInWays>
      </div>
    </Dialog>
  )
}
