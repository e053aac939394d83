import { Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'

interface PasswordFormProps {
  readonly isBusy: boolean
  readonly onSubmit: (credentials: { email: string; password: string }) => void
}

export const PasswordForm = ({ isBusy, onSubmit }: PasswordFormProps) => {
  const { t } = useText()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    onSubmit({ email: String(form.get('email')), password: String(form.get('password')) })
  }
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" />
      <TextField
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
      />
      <Button look="primary" type="submit" isDisabled={isBusy}>
        {isBusy ? t('signIn.busy') : t('signIn.submit')}
      </Button>
      <Link to={paths.forgottenPassword} className="link">
        {t('signIn.forgotten')}
      </Link>
    </form>
  )
}
