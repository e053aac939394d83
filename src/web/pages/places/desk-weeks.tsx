import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import type { Desk } from '../../../contract/desk.ts'
import { heldTimetables } from '../../../domain/calendar/timetable.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { formatDate } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'
import { dayNames, weekLines } from './desk-hours.ts'

/** The hours that hold now and those to come; what was before is one press away, in the form. */
export const DeskWeeks = ({ desk, today }: { desk: Desk; today: LocalDate }) => {
  const { t, language } = useText('places')
  if (desk.timetables.length === 0)
    return (
      <p className="desk-signal">
        <WarningIcon aria-hidden size={20} /> {t('desk.noHoursYet')}
      </p>
    )
  const current = heldTimetables(desk.timetables).filter(({ to }) => to === null || to >= today)
  return (
    <div className="desk-weeks">
      {current.map(({ from, spans }) => (
        <div key={from}>
          {from > today ? <h4>{t('desk.from', { date: formatDate(language, from) })}</h4> : null}
          {spans.length === 0 ? <p>{t('desk.noHours')}</p> : null}
          <dl className="week-lines">
            {weekLines(spans).map(({ weekdays, times }) => (
              <div key={times}>
                <dt>{dayNames(language, weekdays)}</dt>
                <dd>{times}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  )
}
