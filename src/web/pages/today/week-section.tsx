import { useQuery } from '@tanstack/react-query'
import { addDays, type LocalDate, weekdayOf } from '../../../domain/local-date.ts'
import { outcomeGroupOf, outcomeGroups } from '../../../domain/request/outcome-group.ts'
import { useText } from '../../use-text.ts'
import { ownResultsQuery } from './today-query.ts'

/** What became of what this guide noted last week: to learn from, beside nobody else's. */
export const WeekSection = ({ today }: { today: LocalDate }) => {
  const { t } = useText('today')
  const monday = addDays(today, 1 - weekdayOf(today))
  const { data } = useQuery(ownResultsQuery({ from: addDays(monday, -7), to: addDays(monday, -1) }))
  if (!data) return null
  const sum = (outcomes: typeof data) => outcomes.reduce((count, { requests }) => count + requests, 0)
  const byGroup = Map.groupBy(data, ({ code }) => outcomeGroupOf(code))
  return (
    <section className="today-part" aria-label={t('week.title')}>
      <h2>{t('week.title')}</h2>
      <p className="today-lead">
        {data.length > 0 ? t('week.noted', { count: sum(data) }) : t('week.nothing')}
      </p>
      <ul className="today-week">
        {outcomeGroups.map((group) => {
          const ofGroup = byGroup.get(group)
          return ofGroup ? (
            <li key={group}>
              <strong>{sum(ofGroup)}</strong>
              <span>{t(`week.${group}`)}</span>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}
