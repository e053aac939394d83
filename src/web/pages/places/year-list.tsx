import { useQuery } from '@tanstack/react-query'
import type { Desk } from '../../../contract/desk.ts'
import type { Month } from '../../../domain/local-date.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ClosureLine } from './closure-line.tsx'
import { EventLines } from './event-lines.tsx'
import type { OnTask } from './place-task.ts'
import { yearQuery } from './places-query.ts'

interface YearListProps {
  readonly month: Month
  readonly desks: readonly Desk[]
  readonly onTask: OnTask
}

/** Every closure and event of the year of the month that is shown. */
export const YearList = ({ month, desks, onTask }: YearListProps) => {
  const { t } = useText('places')
  const { data, error, refetch } = useQuery(yearQuery(month))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  const year = month.slice(0, 4)
  return (
    <>
      <section className="place-section" aria-labelledby="closures">
        <header className="place-heading">
          <h2 id="closures">{t('closure.heading', { year })}</h2>
        </header>
        {data.closures.length === 0 ? <p>{t('closure.none')}</p> : null}
        {data.closures.map((closure) => (
          <ClosureLine key={closure.id} closure={closure} desks={desks} onTask={onTask} />
        ))}
      </section>
      <section className="place-section" aria-labelledby="events">
        <header className="place-heading">
          <h2 id="events">{t('event.heading', { year })}</h2>
        </header>
        {data.events.length === 0 ? <p>{t('event.none')}</p> : null}
        <EventLines events={data.events} onTask={onTask} />
      </section>
    </>
  )
}
