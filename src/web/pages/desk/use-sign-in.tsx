import { type ReactNode, useEffect, useState } from 'react'
import { lazyPart } from '../../lazy-part.tsx'
import type { Author } from '../../outbox/outbox.ts'
import { useOutbox } from '../../outbox/outbox-state.ts'

const SignInDialog = lazyPart(async () => (await import('../sign-in/sign-in-dialog.tsx')).SignInDialog, 'pin')

/** Asks to sign in once the session is over, on top of the form; whoever is busy closes it and asks for it later. */
export interface SignIn {
  readonly isNeeded: boolean
  readonly ask: () => void
  readonly dialog: ReactNode
}

export function useSignIn(
  { memberId }: Author,
  { isSignedOut, send }: { readonly isSignedOut: boolean; readonly send: () => Promise<void> },
): SignIn {
  const { held } = useOutbox()
  const isNeeded = isSignedOut || held === 'signed_out'
  const [isAsked, setAsked] = useState(false)
  useEffect(() => setAsked(isNeeded), [isNeeded])
  const close = () => setAsked(false)
  const dialog = isAsked ? (
    <SignInDialog
      memberId={memberId}
      onClose={close}
      onSignedIn={() => {
        close()
        void send()
      }}
    />
  ) : null
  return { isNeeded, ask: () => setAsked(true), dialog }
}
