import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { passwordLinkMinutes } from '../../../domain/people/invitation.ts'
import { done, door, sayFailure } from '../../api.ts'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { welcomeQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import './sign-in-page.css'

export const ForgottenPasswordPage = () => {
  const { t } = useText('joining')
  const { data: welcome } = useQuery(welcomeQuery)
  return (
    <Page title={t('forgotten.title')} {...(welcome?.sendsMail ? { lead: t('forgotten.lead') } : {})}>
      <div className="joining">
        {welcome?.sendsMail === false ? (
          <Notice kind="info" word={t('state.infoWord')}>
            <p>{t('forgotten.off')}</p>
          </Notice>
        ) : (
          <AddressForm />
        )}
        <Link to={paths.signIn} className="link">
          {t('back')}
        </Link>
      </div>
    </Page>
  )
}

const AddressForm = () => {
  const { t } = useText('joining')
  const asking = useMutation({
    mutationFn: (email: string) => done(door['forgotten-password'].$post({ json: { email } })),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!asking.isPending) asking.mutate(String(new FormData(event.currentTarget).get('email')).trim())
  }
  if (asking.isSuccess)
    return (
      <div role="status">
        <Notice kind="info" word={t('forgotten.sentWord')}>
          <p>{t('forgotten.sent', { email: asking.variables, minutes: passwordLinkMinutes })}</p>
        </Notice>
      </div>
    )
  return (
    <form className="sign-in-form" onSubmit={submit}>
      {asking.error ? (
        <Notice kind="error" word={t('failedWord')}>
          <p>{sayFailure(asking.error, t)}</p>
        </Notice>
      ) : null}
      <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" />
      <Button look="primary" type="submit" isDisabled={asking.isPending}>
        {asking.isPending ? t('invitation.busy') : t('forgotten.send')}
      </Button>
    </form>
  )
}
