import { useQuery } from '@tanstack/react-query'
import { Outlet, useMatch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Session } from '../../contract/session.ts'
import { lazyPart } from '../lazy-part.tsx'
import { useLocked, usePinHere } from '../pins-here.ts'
import { atDesk, sessionQuery, welcomeQuery } from '../session.ts'
import { AppShell } from '../ui/app-shell.tsx'
import { Banner } from '../ui/banner.tsx'
import { FieldWords } from '../ui/text-field.tsx'
import { useText } from '../use-text.ts'
import { AccountMenu } from './account-menu.tsx'
import { AnnouncementBar } from './announcement-bar.tsx'
import { Brand } from './brand.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { MainMenu } from './main-menu.tsx'
import { NewerVersion } from './newer-version.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

const LockScreen = lazyPart(async () => (await import('../pages/pin/lock-screen.tsx')).LockScreen, 'pin')

const Sending = lazyPart(() =>
  import('../outbox/use-sending.ts').then(
    (module) => module.Sending,
    // Without a network: nothing could be sent either.
    () => () => null,
  ),
)

/** Around every page, signed in or not. */
export const Frame = () => {
  const { t } = useText()
  const { data: welcome } = useQuery(welcomeQuery)
  const { data: session } = useQuery(sessionQuery)
  const worker = useWorker(session)
  const isLocked = useLocked() && !!worker
  const mayLock = usePinHere(session?.member.id) && !isLocked
  useEffect(() => {
    if (!mayLock) return
    const watching = import('../drafts/idle-lock.ts').then(({ watchIdle }) => watchIdle())
    return () => void watching.then((stop) => stop())
  }, [mayLock])
  const page = useRef<HTMLDivElement>(null)
  const hand = useRef<Node>(null)
  // Whoever comes back goes on where they were.
  useEffect(() => {
    if (isLocked) return
    if (hand.current instanceof HTMLElement) hand.current.focus({ preventScroll: true })
    const keep = ({ target }: FocusEvent) => {
      if (target instanceof Node && page.current?.contains(target)) hand.current = target
    }
    addEventListener('focusin', keep)
    return () => removeEventListener('focusin', keep)
  }, [isLocked])
  const isDemo = welcome?.isDemo || session?.city.isDemo
  return (
    <FieldWords value={{ missing: t('input.missing'), email: t('input.email') }}>
      <AppShell
        skipLabel={t('skip')}
        banner={
          <>
            {isDemo ? <Banner word={t('demo.word')} sentence={t('demo.sentence')} /> : null}
            <NewerVersion />
          </>
        }
        brand={<Brand city={session?.city.name} />}
        menu={session && !isLocked ? <MainMenu rights={session.rights} /> : null}
        language={<LanguageChoice />}
        tools={
          <>
            <ThemeSwitch />
            {session && !isLocked ? <AccountMenu session={session} /> : null}
          </>
        }
      >
        {isLocked ? <LockScreen session={worker} /> : null}
        <div ref={page} hidden={isLocked}>
          <Outlet />
        </div>
      </AppShell>
      <AnnouncementBar />
      {worker?.rights.includes(atDesk) ? (
        <Sending cityId={worker.city.id} memberId={worker.member.id} />
      ) : null}
    </FieldWords>
  )
}

/** Who works on this page, or did until the session was over: the page is theirs as long as it stands. */
function useWorker(session: Session | null | undefined): Session | undefined {
  const last = useMatch({
    from: '/signed-in',
    shouldThrow: false,
    select: ({ context }) => context.session,
  })
  return session ?? last
}
