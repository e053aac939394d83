import { useQuery } from '@tanstack/react-query'
import type { CalendarDay } from '../../../contract/calendar.ts'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { useText } from '../../use-text.ts'
import { hoursOn } from '../places/desk-hours.ts'
import { desksQuery } from '../request/desks.ts'
import { openingQuery } from './today-query.ts'

/** Where somebody can come in today, and when. */
export const OpenSection = ({ today }: { today: LocalDate }) => {
  const { t } = useText('today')
  const opening = useQuery(openingQuery(today))
  const desks = useQuery(desksQuery)
  const failed = [opening, desks].find(({ data, error }) => error && !data)
  if (!failed && !(opening.data && desks.data)) return null
  return (
    <section className="today-part" aria-label={t('open.title')}>
      <h2>{t('open.title')}</h2>
      {failed ? <QueryError error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {opening.data && desks.data ? <OpenDesks day={opening.data} desks={desks.data} today={today} /> : null}
    </section>
  )
}

interface OpenDesksProps {
  readonly day: CalendarDay
  readonly desks: readonly Desk[]
  readonly today: LocalDate
}

const OpenDesks = ({ day, desks, today }: OpenDesksProps) => {
  const { t } = useText('today')
  const at = (ids: readonly string[]) => desks.filter(({ id }) => ids.includes(id))
  return (
    <>
      {day.open ? null : (
        <p className="today-lead">
          {day.reason ? t('open.because', { reason: day.reason }) : t('open.none')}
        </p>
      )}
      <dl className="today-open">
        {at(day.openDesks).map((desk) => (
          <div key={desk.id}>
            <dt>{desk.name}</dt>
            <dd>{hoursOn(desk, today)}</dd>
          </div>
        ))}
        {at(day.closedDesks).map((desk) => (
          <div key={desk.id}>
            <dt>{desk.name}</dt>
            <dd>{t('open.closed')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
