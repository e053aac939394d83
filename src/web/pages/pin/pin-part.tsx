import { useText } from '../../use-text.ts'
import { PinSignIn } from './pin-sign-in.tsx'
import { useBeginSession } from './use-begin-session.ts'

/** Of the page for signing in: whoever has a code on this device needs no password, and no network. */
export const PinPart = () => {
  const { t } = useText('pin')
  const begin = useBeginSession()
  return (
    <section className="pin-sign-in" aria-labelledby="pin-title">
      <h2 id="pin-title">{t('here')}</h2>
      {navigator.onLine ? null : <p>{t('byCodeOnly')}</p>}
      <PinSignIn onSignedIn={begin} />
    </section>
  )
}
