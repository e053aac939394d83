import type { FormEvent } from 'react'
import { sayFailure } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'

interface ChoosePasswordProps {
  readonly email: string
  readonly label: string
  readonly hint?: string
  readonly isNew: boolean
  readonly submitLabel: string
  readonly entering: {
    readonly isPending: boolean
    readonly error: unknown
    readonly mutate: (password: string) => void
  }
}

/** One password and a button; a password manager finds the address beside it. */
export const ChoosePassword = ({ email, label, hint, isNew, submitLabel, entering }: ChoosePasswordProps) => {
  const { t } = useText('joining')
  const { error, isPending } = entering
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isPending) entering.mutate(String(new FormData(event.currentTarget).get('password')))
  }
  return (
    <form className="sign-in-form" onSubmit={submit}>
      {error ? (
        <Notice kind="error" word={t('failedWord')}>
          <p>{sayFailure(error, t)}</p>
        </Notice>
      ) : null}
      <input className="visually-hidden" type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={label}
        {...(hint ? { hint } : {})}
        name="password"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
      />
      <Button look="primary" type="submit" isDisabled={isPending}>
        {isPending ? t('invitation.busy') : submitLabel}
      </Button>
    </form>
  )
}
