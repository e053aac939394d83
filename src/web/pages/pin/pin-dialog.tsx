import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '../../../contract/session.ts'
import { pinDigits } from '../../../domain/people/pin.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { mayHavePasskey } from '../../drafts/passkey.ts'
import { endPin, setPasskey, setPin } from '../../drafts/pin.ts'
import { hasPinHere } from '../../pins-here.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { toDoQuery } from '../today/to-do-query.ts'
import './pin.css'

interface PinDialogProps {
  readonly session: Session
  readonly onClose: () => void
}

/** A code or passkey of one's own on this device: set, set anew, or taken away. */
export const PinDialog = ({ session, onClose }: PinDialogProps) => {
  const { t } = useText('pin')
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const [again, setAgain] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const change = async (work: ReturnType<typeof setPasskey | typeof setPin>, sentence: string) => {
    setBusy(true)
    try {
      const outcome = await work
      if (outcome === 'unable') setFailure(t('passkey.unable'))
      else if (outcome === 'refused') setFailure(t('passkey.notMade'))
      else {
        announce({ sentence })
        // because: what is to be done is kept from now on, and without an answer with the next one
        void queries.fetchQuery({ ...toDoQuery, staleTime: 0 }).catch(() => undefined)
        return onClose()
      }
    } catch (error) {
      setFailure(sayFailure(error, t))
    }
    setBusy(false)
  }
  const isLong = new RegExp(`^\\d{${pinDigits.least},${pinDigits.most}}$`).test(code)
  const field = {
    type: 'password',
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: pinDigits.most,
  } as const
  return (
    <TaskDialog
      title={t('title')}
      onClose={onClose}
      onSave={() => void change(setPin(session, code), t('isSet'))}
      canSave={isLong && again === code}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t('lead')}</p>
      <TextField
        {...field}
        label={t('code')}
        hint={t('codeHint', { least: pinDigits.least })}
        value={code}
        onChange={setCode}
      />
      <TextField
        {...field}
        label={t('again')}
        value={again}
        onChange={setAgain}
        error={again.length >= code.length && again !== code ? t('other') : undefined}
      />
      {mayHavePasskey() ? (
        <section className="passkey" aria-labelledby="passkey-title">
          <h3 id="passkey-title">{t('passkey.title')}</h3>
          <p>{t('passkey.lead')}</p>
          <p>{t('passkey.shared')}</p>
          <Button isDisabled={isBusy} onPress={() => void change(setPasskey(session), t('passkey.isSet'))}>
            {t('passkey.make')}
          </Button>
        </section>
      ) : null}
      {hasPinHere(session.member.id) ? (
        <Button
          look="bare"
          isDisabled={isBusy}
          onPress={() => void change(endPin(session.member.id), t('isGone'))}
        >
          {t('remove')}
        </Button>
      ) : null}
    </TaskDialog>
  )
}
