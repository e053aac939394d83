import type { PresenceDay } from '../../../contract/presence.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { useText } from '../../use-text.ts'

/** Why nobody sits anywhere. */
export const ClosedDay = ({ day }: { day: PresenceDay | undefined }) => {
  const { t } = useText('today')
  if (day?.holiday) return <HolidayLine holiday={day.holiday} />
  return (
    <p className="today-lead">
      {day?.reason ? t('presence.closed', { reason: day.reason }) : t('presence.noHours')}
    </p>
  )
}

const HolidayLine = lazyPart(async () => (await import('./holiday-line.tsx')).HolidayLine, 'places')
