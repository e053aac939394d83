import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots'
import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PresenceDay } from '../../../contract/presence.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ClosedDay } from './closed-day.tsx'
import { PresenceAhead } from './presence-ahead.tsx'
import { PresenceDesks } from './presence-desks.tsx'
import { LanguageGaps } from './presence-gaps.tsx'
import { presenceQuery } from './presence-query.ts'
import './presence.css'

const RosterTask = lazyPart(async () => (await import('../roster/roster-task.tsx')).RosterTask, 'roster')

/** Who sits where today, and what is missing in the days to come. Without a network it is not known, so not shown. */
export const PresenceSection = () => {
  const { t } = useText('today')
  const { data: session } = useQuery(sessionQuery)
  const { data, error, refetch } = useQuery(presenceQuery)
  const [task, setTask] = useState<'own' | 'other'>()
  return (
    <section className="today-part" aria-label={t('presence.title')}>
      <h2>{t('presence.title')}</h2>
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Presence days={data} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
      <div className="presence-ways">
        <Button icon={<CalendarDotsIcon aria-hidden />} onPress={() => setTask('own')}>
          {t('presence.own')}
        </Button>
        {session?.rights.includes('rosters.change') ? (
          <Button icon={<UsersIcon aria-hidden />} onPress={() => setTask('other')}>
            {t('presence.other')}
          </Button>
        ) : null}
      </div>
      {data && !error && isKnown(data) ? <PresenceAhead days={data.slice(1)} /> : null}
      {task ? <RosterTask isOwn={task === 'own'} onClose={() => setTask(undefined)} /> : null}
    </section>
  )
}

const isKnown = (days: readonly PresenceDay[]) =>
  days.some(({ desks }) => desks.some(({ seats }) => seats.length > 0))

const Presence = ({ days }: { days: readonly PresenceDay[] }) => {
  const { t } = useText('today')
  const [today, ...ahead] = days
  return (
    <>
      {today?.open ? <PresenceDesks day={today} /> : <ClosedDay day={today} />}
      {isKnown(days) ? (
        <LanguageGaps today={today} ahead={ahead} />
      ) : (
        <p className="today-lead">{t('presence.none')}</p>
      )}
    </>
  )
}
