import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { lazyPart } from '../../lazy-part.tsx'
import { knownDevices } from '../../outbox/device.ts'
import { Page } from '../../page.tsx'
import { hasPinsHere } from '../../pins-here.ts'
import { beginSession, sessionQuery, shutOutQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useOnline } from '../../use-online.ts'
import { useText } from '../../use-text.ts'
import { SignInWays, useSignIn } from './sign-in-ways.tsx'

const PinPart = lazyPart(async () => (await import('../pin/pin-part.tsx')).PinPart, 'pin')

export const SignInPage = () => {
  const { t } = useText()
  const { next, revoked } = useSearch({ from: '/sign-in' })
  const { data: isShutOut } = useQuery(shutOutQuery)
  const queries = useQueryClient()
  const router = useRouter()
  // The page's own guard then leads on to where the person was going.
  const signIn = useSignIn(async () => {
    beginSession(queries, await queries.fetchQuery({ ...sessionQuery, staleTime: 0 }))
    await router.invalidate()
  })
  const isOnline = useOnline()
  const { data: session } = useQuery(sessionQuery)
  // Whoever came here without a network may be known to the server once there is one.
  useEffect(() => {
    if (session) void router.invalidate()
  }, [session, router])
  useHandOver()
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      <div className="sign-in">
        {revoked && !signIn.error ? (
          <Notice kind="signal" word={t('signIn.revokedWord')}>
            <p>{t('signIn.revoked')}</p>
          </Notice>
        ) : isShutOut && !signIn.error ? (
          <Notice kind="signal" word={t('signIn.shutOutWord')}>
            <p>{t('signIn.shutOut')}</p>
          </Notice>
        ) : next && !signIn.error && isOnline ? (
          <Notice kind="info" word={t('state.infoWord')}>
            <p>{t('signIn.expired')}</p>
          </Notice>
        ) : null}
        <SignInWays signIn={signIn}>{hasPinsHere() ? <PinPart /> : null}</SignInWays>
      </div>
    </Page>
  )
}

/** A device on which somebody worked may hold what nobody can send any more: it goes to the coordinator from here too. */
function useHandOver() {
  useEffect(() => {
    // because: without a network, or where nothing can be kept, there is nothing to hand over now
    if (knownDevices().length > 0)
      void import('../../outbox/hand-over.ts').then(({ handOver }) => handOver()).catch(() => undefined)
  }, [])
}
