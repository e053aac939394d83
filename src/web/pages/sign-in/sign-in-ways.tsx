import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { postSignIn, sayFailure } from '../../api.ts'
import { forgetDemands } from '../../pins-here.ts'
import { welcomeQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { DemoSignIn } from './demo-sign-in.tsx'
import { PasswordForm } from './password-form.tsx'
import './sign-in-page.css'

interface Attempt {
  readonly step: 'email' | 'demo'
  readonly body: Record<string, string>
}

/** Tries to sign in; the cookie comes with the answer. */
export const useSignIn = (onSignedIn: () => Promise<void>) =>
  useMutation({
    mutationFn: ({ step, body }: Attempt) => postSignIn(step, body),
    onSuccess: () => {
      forgetDemands()
      return onSignedIn()
    },
  })

interface SignInWaysProps {
  readonly signIn: ReturnType<typeof useSignIn>
  /** What comes before the password. */
  readonly children: ReactNode
}

/** The password, and in the demo town a button for each role; above them what went wrong. */
export const SignInWays = ({ signIn, children }: SignInWaysProps) => {
  const { t } = useText()
  const { data: welcome } = useQuery(welcomeQuery)
  return (
    <>
      {signIn.error ? (
        <Notice kind="error" word={t('signIn.failedWord')}>
          <p>{sayFailure(signIn.error, t)}</p>
        </Notice>
      ) : null}
      {children}
      <PasswordForm isBusy={signIn.isPending} onSubmit={(body) => signIn.mutate({ step: 'email', body })} />
      {welcome?.isDemo ? (
        <DemoSignIn
          roles={welcome.demoRoles}
          onChoose={(role) => signIn.mutate({ step: 'demo', body: { role } })}
        />
      ) : null}
    </>
  )
}
