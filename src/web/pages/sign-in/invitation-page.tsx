import { useQuery } from '@tanstack/react-query'
import { passwordLength } from '../../../domain/people/sign-in.ts'
import { formatList } from '../../../text/format.ts'
import { bodyOf, done, door } from '../../api.ts'
import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'
import { ChoosePassword } from './choose-password.tsx'
import { LinkQuestion, useEntering } from './link-question.tsx'
import { useLinkToken } from './link-token.ts'
import './sign-in-page.css'

/** Behind the link of an invitation: who invites, as what, and one password to begin. */
export const InvitationPage = () => {
  const { t, language } = useText('joining')
  const token = useLinkToken()
  const found = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => bodyOf(door.invitation.$post({ json: { token } })),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const entering = useEntering((password) =>
    done(door.invitation.acceptance.$post({ json: { token, password } })),
  )
  return (
    <Page
      title={t('invitation.title')}
      lead={found.data ? t('invitation.lead', { city: found.data.city }) : ''}
    >
      <LinkQuestion token={token} found={found}>
        {({ name, email, city, roles, hasPassword }) => (
          <div className="joining">
            <p>
              {t('invitation.hello', {
                name,
                roles: formatList(
                  language,
                  roles.map((role) => t(`role.${role}`)),
                ),
              })}
            </p>
            <p>{hasPassword ? t('invitation.known', { email, city }) : t('invitation.account', { email })}</p>
            <ChoosePassword
              email={email}
              isNew={!hasPassword}
              label={hasPassword ? t('invitation.yours') : t('invitation.choose')}
              {...(hasPassword ? {} : { hint: t('password.hint', passwordLength) })}
              submitLabel={t('invitation.accept')}
              entering={entering}
            />
          </div>
        )}
      </LinkQuestion>
    </Page>
  )
}
