import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Session } from '../../../contract/session.ts'
import { pinDigits } from '../../../domain/people/pin.ts'
import { sayFailure } from '../../api.ts'
import type { KeptPin } from '../../drafts/draft-store.ts'
import { type Entry, enter, enterByPasskey } from '../../drafts/pin.ts'
import { listPins } from '../../drafts/pin-store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import './pin.css'

interface PinSignInProps {
  /** Of whom; undefined: of everybody who has a code here. */
  readonly only?: string
  /** Who is left out: whoever works here already. */
  readonly except?: string
  /** Who is asked first: whoever was here. */
  readonly first?: string
  /** `known` where the server does not answer. */
  readonly onSignedIn: (known?: Session) => Promise<void>
}

/** Who has a code on this device, and the way in. */
export const PinSignIn = ({ only, except, first, onSignedIn }: PinSignInProps) => {
  const { t } = useText('pin')
  const { data = [], refetch } = useQuery({ queryKey: ['pins'], queryFn: listPins, staleTime: 0, gcTime: 0 })
  const offered = data.filter(({ memberId }) => memberId !== except && (!only || memberId === only))
  const [chosenId, setChosenId] = useState(first)
  const chosen =
    offered.find(({ memberId }) => memberId === (chosenId ?? only)) ??
    (offered.length === 1 ? offered[0] : undefined)
  const Way = chosen?.passkey ? PasskeyButton : PinForm
  const [said, setSaid] = useState<string>()
  if (offered.length === 0) return said ? <Failure sentence={said} /> : <p>{t('nobody')}</p>
  const finish = async (entry: Entry) => {
    if (entry.kind === 'in') return onSignedIn()
    if (entry.kind === 'away') return onSignedIn(entry.session)
    if (entry.kind === 'wrong') setSaid(t('wrong', { count: entry.left }))
    else setSaid(t(entry.kind === 'refused' ? 'passkey.refused' : entry.kind))
    await refetch()
  }
  return (
    <div className="pin-sign-in">
      {said ? <Failure sentence={said} /> : null}
      {chosen && offered.length === 1 ? null : (
        <ul className="pin-names">
          {offered.map(({ memberId, name }) => (
            <li key={memberId}>
              <Button aria-pressed={memberId === chosen?.memberId} onPress={() => setChosenId(memberId)}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen ? (
        <Way
          key={chosen.memberId}
          pin={chosen}
          onEntry={finish}
          onFailure={(error) => setSaid(sayFailure(error, t))}
        />
      ) : null}
    </div>
  )
}

const Failure = ({ sentence }: { sentence: string }) => {
  const { t } = useText('pin')
  return (
    <Notice kind="error" word={t('state.errorWord')}>
      <p>{sentence}</p>
    </Notice>
  )
}

interface WayProps {
  readonly pin: KeptPin
  readonly onEntry: (entry: Entry) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

const PinForm = ({ pin, onEntry, onFailure }: WayProps) => {
  const { t } = useText('pin')
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('pin'))
    setBusy(true)
    try {
      const entry = await enter(pin, code)
      // Before anything is said of it: whoever types on already types the next one.
      form.current?.reset()
      await onEntry(entry)
    } catch (error) {
      onFailure(error)
    }
    setBusy(false)
  }
  return (
    <form ref={form} className="pin-form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('codeOf', { name: pin.name })}
        name="pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={pinDigits.most}
      />
      <Button look="primary" type="submit" isDisabled={isBusy}>
        {isBusy ? t('busy') : t('go')}
      </Button>
    </form>
  )
}

/** The browser asks for the finger, the face or the key. */
const PasskeyButton = ({ pin, onEntry, onFailure }: WayProps) => {
  const { t } = useText('pin')
  const [isBusy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    try {
      await onEntry(await enterByPasskey(pin))
    } catch (error) {
      onFailure(error)
    }
    setBusy(false)
  }
  return (
    <Button look="primary" isDisabled={isBusy} onPress={() => void ask()}>
      {isBusy ? t('busy') : t('passkey.go', { name: pin.name })}
    </Button>
  )
}
