import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { sessionQuery, welcomeQuery } from '../session.ts'
import { AppShell } from '../ui/app-shell.tsx'
import { Banner } from '../ui/banner.tsx'
import { FieldWords } from '../ui/text-field.tsx'
import { useText } from '../use-text.ts'
import { AccountMenu } from './account-menu.tsx'
import { AnnouncementBar } from './announcement-bar.tsx'
import { Brand } from './brand.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { MainMenu } from './main-menu.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** Around every page, signed in or not. */
export const Frame = () => {
  const { t } = useText()
  const { data: welcome } = useQuery(welcomeQuery)
  const { data: session } = useQuery(sessionQuery)
  const isDemo = welcome?.isDemo || session?.city.isDemo
  return (
    <FieldWords value={{ missing: t('input.missing'), email: t('input.email') }}>
      <AppShell
        skipLabel={t('skip')}
        banner={isDemo ? <Banner word={t('demo.word')} sentence={t('demo.sentence')} /> : null}
        brand={<Brand city={session?.city.name} />}
        menu={session ? <MainMenu rights={session.rights} /> : null}
        language={<LanguageChoice />}
        tools={
          <>
            <ThemeSwitch />
            {session ? <AccountMenu session={session} /> : null}
          </>
        }
      >
        <Outlet />
      </AppShell>
      <AnnouncementBar />
    </FieldWords>
  )
}
