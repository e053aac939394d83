import { useQuery } from '@tanstack/react-query'
import type { Session } from '../../../contract/session.ts'
import { Page } from '../../page.tsx'
import { atDesk, isAway, sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { OpenSection } from './open-section.tsx'
import { PresenceSection } from './presence-section.tsx'
import { TalkSection } from './talk-section.tsx'
import { ToDoSection } from './to-do-section.tsx'
import { UnfinishedSection } from './unfinished-section.tsx'
import { WeekSection } from './week-section.tsx'
import './today-page.css'

/** What is to be done today, for whoever notes help requests; and who sits where, for whoever works at a desk. */
export const TodayPage = () => {
  const { t } = useText('today')
  const { data: session } = useQuery(sessionQuery)
  const isShown = session && (session.rights.includes('presence.read') || isAway(session))
  return (
    <Page title={t('title')}>
      {isShown ? (
        <Today session={session} />
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.today')}</p>
        </Notice>
      )}
    </Page>
  )
}

/** Without a network there is what is one's own to do, and nothing else. */
const Today = ({ session }: { session: Session }) => {
  const today = useToday()
  const registers = session.rights.includes(atDesk)
  if (isAway(session))
    return (
      <div className="today">
        <ToDoSection key="away" today={today} />
      </div>
    )
  return (
    <div className="today">
      {registers ? (
        <>
          <ToDoSection key="here" today={today} />
          <TalkSection />
          <UnfinishedSection />
        </>
      ) : null}
      <PresenceSection />
      <OpenSection today={today} />
      {registers ? <WeekSection today={today} /> : null}
    </div>
  )
}
