import { useQuery } from '@tanstack/react-query'
import { passwordLength } from '../../../domain/people/sign-in.ts'
import { bodyOf, done, door } from '../../api.ts'
import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'
import { ChoosePassword } from './choose-password.tsx'
import { LinkQuestion, useEntering } from './link-question.tsx'
import { useLinkToken } from './link-token.ts'
import './sign-in-page.css'

/** Behind the link for who forgot the password. */
export const NewPasswordPage = () => {
  const { t } = useText('joining')
  const token = useLinkToken()
  const found = useQuery({
    queryKey: ['password-link', token],
    queryFn: () => bodyOf(door['password-link'].$post({ json: { token } })),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const entering = useEntering((password) => done(door['new-password'].$post({ json: { token, password } })))
  return (
    <Page title={t('password.title')} lead={found.data ? t('password.lead', found.data) : ''}>
      <LinkQuestion token={token} found={found}>
        {({ email }) => (
          <div className="joining">
            <p>{t('password.everywhere')}</p>
            <ChoosePassword
              email={email}
              isNew
              label={t('password.choose')}
              hint={t('password.hint', passwordLength)}
              submitLabel={t('password.save')}
              entering={entering}
            />
          </div>
        )}
      </LinkQuestion>
    </Page>
  )
}
