import type { PresenceDay } from '../../../contract/presence.ts'
import { weekdayOf } from '../../../domain/local-date.ts'
import { formatWeekday } from '../../../text/format.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import { PresenceDesks } from './presence-desks.tsx'

const HolidayLine = lazyPart(async () => (await import('./holiday-line.tsx')).HolidayLine, 'places')

/** The days after today, one press away; of a day without hours nothing is said. */
export const PresenceAhead = ({ days }: { days: readonly PresenceDay[] }) => {
  const { t, language } = useText('today')
  return (
    <Disclosure label={t('presence.days')}>
      <div className="presence-ahead">
        {days
          .filter(({ because }) => because !== 'no_hours')
          .map((day) => {
            const weekday = formatWeekday(language, weekdayOf(day.date))
            if (day.holiday) return <HolidayLine key={day.date} holiday={day.holiday} day={weekday} />
            return day.open ? (
              <section key={day.date} aria-label={weekday}>
                <h3>{weekday}</h3>
                <PresenceDesks day={day} />
              </section>
            ) : (
              <p key={day.date} className="today-lead">
                {t('presence.closedOn', { day: weekday, reason: day.reason ?? '' })}
              </p>
            )
          })}
      </div>
    </Disclosure>
  )
}
