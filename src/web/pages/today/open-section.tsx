import { useQuery } from '@tanstack/react-query'
import type { LocalDate } from '../../../domain/local-date.ts'
import { useText } from '../../use-text.ts'
import { hoursOn } from '../places/desk-hours.ts'
import { desksQuery } from '../request/desks.ts'
import { openingQuery } from './today-query.ts'

/** Where somebody can come in today, and when. */
export const OpenSection = ({ today }: { today: LocalDate }) => {
  const { t } = useText('today')
  const { data: day } = useQuery(openingQuery(today))
  const { data: desks } = useQuery(desksQuery)
  if (!day || !desks) return null
  const at = (ids: readonly string[]) => desks.filter(({ id }) => ids.includes(id))
  return (
    <section className="today-part" aria-label={t('open.title')}>
      <h2>{t('open.title')}</h2>
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
    </section>
  )
}
