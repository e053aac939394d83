import { useQuery } from '@tanstack/react-query'
import { localDateIn } from '../../../text/format.ts'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { OpenSection } from './open-section.tsx'
import { TalkSection } from './talk-section.tsx'
import { ToDoSection } from './to-do-section.tsx'
import { UnfinishedSection } from './unfinished-section.tsx'
import { WeekSection } from './week-section.tsx'
import './today-page.css'

export const TodayPage = () => {
  const { t } = useText('today')
  const { data: session } = useQuery(sessionQuery)
  const today = localDateIn(new Date(), session?.city.timeZone ?? 'UTC')
  return (
    <Page title={t('title')}>
      {session?.rights.includes('visits.register') ? (
        <div className="today">
          <TalkSection />
          <ToDoSection today={today} />
          <UnfinishedSection />
          <OpenSection today={today} />
          <WeekSection today={today} />
        </div>
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.today')}</p>
        </Notice>
      )}
    </Page>
  )
}
