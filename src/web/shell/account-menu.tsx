import { SignOutIcon } from '@phosphor-icons/react/dist/csr/SignOut'
import { UserCircleIcon } from '@phosphor-icons/react/dist/csr/UserCircle'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Session } from '../../contract/session.ts'
import { api, bodyOf, postSignOut } from '../api.ts'
import { lazyPart } from '../lazy-part.tsx'
import { paths } from '../paths.ts'
import { atDesk, beginSession, isAway } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Dropdown } from '../ui/dropdown.tsx'
import { Notice } from '../ui/notice.tsx'
import { Select } from '../ui/select.tsx'
import { useText } from '../use-text.ts'
import './account-menu.css'

const ColleagueDialog = lazyPart(
  async () => (await import('../pages/pin/colleague-dialog.tsx')).ColleagueDialog,
  'pin',
)
const PinDialog = lazyPart(async () => (await import('../pages/pin/pin-dialog.tsx')).PinDialog, 'pin')

/** Who you are here, in which city, and the way out. */
export const AccountMenu = ({ session }: { session: Session }) => {
  const { t } = useText()
  const { signOut, moveTo } = useSessionChange()
  const leaving = useMutation({ mutationFn: signOut })
  const [asked, setAsked] = useState<'colleague' | 'pin'>()
  const { member, email, city, cities, rights } = session
  const name = member.name || t('account.away')
  const close = () => setAsked(undefined)
  return (
    <>
      <Dropdown
        label={t('account.open', { name })}
        text={name}
        icon={<UserCircleIcon aria-hidden size={24} />}
      >
        <div className="account">
          <p className="account-name">{name}</p>
          <ul className="account-roles">
            {member.roles.map((role) => (
              <li key={role}>{t(`role.${role}`)}</li>
            ))}
          </ul>
          {isAway(session) ? null : <p className="account-email">{t('account.signedInAs', { email })}</p>}
          {cities.length > 1 ? (
            <Select
              label={t('account.city')}
              options={cities.map(({ id, name }) => ({ id, label: name }))}
              selected={city.id}
              onSelect={(id) => void moveTo(id)}
            />
          ) : null}
          {rights.includes(atDesk) && 'locks' in navigator ? (
            <>
              <Button onPress={() => setAsked('colleague')}>{t('account.change')}</Button>
              {isAway(session) ? null : <Button onPress={() => setAsked('pin')}>{t('account.pin')}</Button>}
            </>
          ) : null}
          {leaving.isError ? (
            <Notice kind="error" word={t('state.errorWord')}>
              <p>{t('account.signOutFailed')}</p>
            </Notice>
          ) : null}
          <Button onPress={() => leaving.mutate()} icon={<SignOutIcon aria-hidden />}>
            {t('account.signOut')}
          </Button>
        </div>
      </Dropdown>
      {asked === 'colleague' ? <ColleagueDialog session={session} onClose={close} /> : null}
      {asked === 'pin' ? <PinDialog session={session} onClose={close} /> : null}
    </>
  )
}

function useSessionChange() {
  const queries = useQueryClient()
  const router = useRouter()
  const begin = async (session: Session | null) => {
    beginSession(queries, session)
    await router.invalidate()
  }
  return {
    // To the sign-in page as it is: the next person does not begin where this one was.
    signOut: async () => {
      await postSignOut()
      beginSession(queries, null)
      await router.navigate({ to: paths.signIn, search: {}, replace: true })
    },
    moveTo: async (cityId: Session['city']['id']) =>
      begin(await bodyOf(api.session.city.$put({ json: { cityId } }))),
  }
}
