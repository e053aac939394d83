import { useQuery } from '@tanstack/react-query'
import { isKeptIn } from '../../../domain/calendar/observed-holiday.ts'
import type { Month } from '../../../domain/local-date.ts'
import { formatDay } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import type { OnTask } from './place-task.ts'
import { holidaysQuery } from './places-query.ts'

/** Which public holidays close the desks in the year of the month that is shown. */
export const HolidayList = ({ month, onTask }: { month: Month; onTask: OnTask }) => {
  const { t, language } = useText('places')
  const { data, error, refetch } = useQuery(holidaysQuery(month))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  const year = month.slice(0, 4)
  return (
    <section className="place-section" aria-labelledby="holidays">
      <header className="place-heading">
        <h2 id="holidays">{t('holidays.heading', { year })}</h2>
      </header>
      <p>{t('holidays.lead')}</p>
      <div className="holiday-list">
        {data.items.map((holiday) => (
          <Checkbox
            key={holiday.code}
            label={t(`holiday.${holiday.code}`)}
            hint={formatDay(language, holiday.on)}
            isChecked={isKeptIn(holiday, Number(year))}
            onCheck={() => onTask({ kind: 'holiday', holiday })}
          />
        ))}
      </div>
    </section>
  )
}
