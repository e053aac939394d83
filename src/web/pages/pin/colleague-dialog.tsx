import type { Session } from '../../../contract/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { PinSignIn } from './pin-sign-in.tsx'
import { useBeginSession } from './use-begin-session.ts'

interface ColleagueDialogProps {
  readonly session: Session
  readonly onClose: () => void
}

/** Somebody else goes on at this desk: by their own code, with what they began themselves. */
export const ColleagueDialog = ({ session, onClose }: ColleagueDialogProps) => {
  const { t } = useText('pin')
  const begin = useBeginSession()
  return (
    <Dialog
      title={t('change')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('action.cancel')}</Button>}
    >
      <PinSignIn
        except={session.member.id}
        onSignedIn={async (known) => {
          onClose()
          await begin(known)
        }}
      />
    </Dialog>
  )
}
