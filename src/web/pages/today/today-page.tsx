import { useQuery } from '@tanstack/react-query'
import { localDateIn } from '../../../text/format.ts'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
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
  const today = localDateIn(new Date(), session?.city.timeZone ?? 'UTC')
  const registers = session?.rights.includes('visits.register')
  return (
    <Page title={t('title')}>
      {session?.rights.includes('presence.read') ? (
        <div className="today">
          {registers ? (
            <>
              <TalkSection />
              <ToDoSection today={today} />
              <UnfinishedSection />
            </>
          ) : null}
          <PresenceSection />
          <OpenSection today={today} />
          {registers ? <WeekSection today={today} /> : null}
        </div>
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.today')}</p>
        </Notice>
      )}
    </Page>
  )
}
