import type { PresenceDay } from '../../../contract/presence.ts'
import { useText } from '../../use-text.ts'

interface HolidayLineProps {
  readonly holiday: NonNullable<PresenceDay['holiday']>
  /** Its weekday; without it, it is today. */
  readonly day?: string
}

/** A holiday by its name, which travels only where there is one. */
export const HolidayLine = ({ holiday, day }: HolidayLineProps) => {
  const { t } = useText('today')
  const { t: named } = useText('places')
  const reason = named(`holiday.${holiday}`)
  return (
    <p className="today-lead">
      {day ? t('presence.closedOn', { day, reason }) : t('presence.closed', { reason })}
    </p>
  )
}
