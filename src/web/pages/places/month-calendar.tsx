import { useQuery } from '@tanstack/react-query'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate, Month, Weekday } from '../../../domain/local-date.ts'
import { formatMonth, formatShortWeekday, formatWeekday } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { useText } from '../../use-text.ts'
import { DayCell } from './day-cell.tsx'
import { useDayKeys } from './day-keys.ts'
import { weeksOf } from './month-grid.ts'
import { monthQuery } from './places-query.ts'

interface MonthCalendarProps {
  readonly month: Month
  readonly today: LocalDate
  readonly desks: readonly Desk[]
  readonly onMonth: (month: Month) => void
  readonly onDay: (date: LocalDate) => void
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** A month as people hang it on the wall, each day open or why not. On a narrow screen a list by week. */
export const MonthCalendar = ({ month, today, desks, onMonth, onDay }: MonthCalendarProps) => {
  const { t, language } = useText('places')
  const { data, error, refetch } = useQuery(monthQuery(month))
  const { table, stop, onKeyDown, onStop } = useDayKeys(month, today, onMonth)
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  const dayOf = new Map(data?.days.map((day) => [day.date, day]))
  const cell = (date: LocalDate) => (
    <DayCell
      date={date}
      day={dayOf.get(date)}
      events={data?.events.filter(({ from, to }) => from <= date && date <= to) ?? []}
      desks={desks}
      isToday={date === today}
      isStop={date === stop}
      onPress={() => {
        onStop(date)
        onDay(date)
      }}
    />
  )
  return (
    <table className="month" ref={table} onKeyDown={onKeyDown}>
      <caption className="visually-hidden">
        {t('calendar.caption', { month: formatMonth(language, month) })}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="week-number">
            {t('calendar.week')}
          </th>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              <span className="visually-hidden">{formatWeekday(language, weekday)}</span>
              <span aria-hidden>{formatShortWeekday(language, weekday)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map(({ number, days }) => (
          <tr key={number}>
            <th scope="row" className="week-number">
              <span className="week-word">{t('calendar.week')} </span>
              {number}
            </th>
            {days.map(({ weekday, date }) =>
              date ? <td key={weekday}>{cell(date)}</td> : <td key={weekday} className="day-outside" />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
