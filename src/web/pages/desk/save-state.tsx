import { formatClock } from '../../../text/format.ts'
import { useOutbox } from '../../outbox/outbox-state.ts'
import { canSeal } from '../../outbox/seal.ts'
import { useText } from '../../use-text.ts'
import type { Register } from './use-register.ts'
import type { SignIn } from './use-sign-in.tsx'

interface SaveStateProps {
  readonly register: Register
  readonly signIn?: SignIn
}

/** When was saved last and the way back; what waits, and why. */
export const SaveState = ({ register: { last, undo }, signIn }: SaveStateProps) => {
  const { t, language } = useText('desk')
  const { waiting, ofOthers, unreadable, held } = useOutbox()
  return (
    <div role="status" className="visit-saved">
      {last ? (
        <>
          <span>{t('savedAt', { time: formatClock(language, last.at) })}</span>
          <button type="button" className="link visit-undo" onClick={undo}>
            {t('action.undo')}
          </button>
        </>
      ) : null}
      {waiting.size > 0 && held ? <span>{t(`held.${held}`, { count: waiting.size })}</span> : null}
      {signIn?.isNeeded ? (
        <button type="button" className="link visit-undo" onClick={signIn.ask}>
          {t('signIn.title')}
        </button>
      ) : null}
      {canSeal() ? null : <span>{t('needsHttps')}</span>}
      {ofOthers > 0 ? <span>{t('ofOthers', { count: ofOthers })}</span> : null}
      {unreadable > 0 ? <span>{t('unreadable', { count: unreadable })}</span> : null}
    </div>
  )
}
