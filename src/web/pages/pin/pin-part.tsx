import { useQuery } from '@tanstack/react-query'
import { listWaiting } from '../../outbox/outbox-store.ts'
import { useOnline } from '../../use-online.ts'
import { useText } from '../../use-text.ts'
import { PinSignIn } from './pin-sign-in.tsx'
import { useBeginSession } from './use-begin-session.ts'

/** Of the page for signing in: whoever has a code on this device needs no password, and no network. */
export const PinPart = () => {
  const { t } = useText('pin')
  const begin = useBeginSession()
  const isOnline = useOnline()
  const { data: waiting = [] } = useQuery({
    queryKey: ['waiting'],
    queryFn: listWaiting,
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <section className="pin-sign-in" aria-labelledby="pin-title">
      <h2 id="pin-title">{t('here')}</h2>
      {isOnline ? null : <p>{t('byCodeOnly')}</p>}
      {waiting.length > 0 ? <p>{t('waiting', { count: waiting.length })}</p> : null}
      <PinSignIn onSignedIn={begin} />
    </section>
  )
}
