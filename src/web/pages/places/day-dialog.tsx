import { useQuery } from '@tanstack/react-query'
import type { Desk } from '../../../contract/desk.ts'
import { type LocalDate, monthOf } from '../../../domain/local-date.ts'
import { formatDay } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { ClosureLine } from './closure-line.tsx'
import { useDayWords } from './day-words.ts'
import { hoursOn } from './desk-hours.ts'
import { EventLines } from './event-lines.tsx'
import type { OnTask } from './place-task.ts'
import { monthQuery } from './places-query.ts'

interface DayDialogProps {
  readonly date: LocalDate
  readonly desks: readonly Desk[]
  readonly onTask: OnTask
  readonly onClose: () => void
}

/** One day: open or why not, each desk's hours, and what can be done about it. */
export const DayDialog = ({ date, desks, onTask, onClose }: DayDialogProps) => {
  const { t, language } = useText('places')
  const { data } = useQuery(monthQuery(monthOf(date)))
  const words = useDayWords(desks)
  const day = data?.days.find((known) => known.date === date)
  const touches = ({ from, to }: { from: LocalDate; to: LocalDate }) => from <= date && date <= to
  const closures = data?.closures.filter(touches) ?? []
  const events = data?.events.filter(touches) ?? []
  const withHours = desks.filter(({ id }) => day?.openDesks.includes(id) || day?.closedDesks.includes(id))
  return (
    <Dialog
      title={formatDay(language, date)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('day.back')}</Button>
          <Button onPress={() => onTask({ kind: 'addEvent', date })}>{t('event.add')}</Button>
          {day && day.openDesks.length > 0 ? (
            <Button onPress={() => onTask({ kind: 'addClosure', date })}>{t('day.close')}</Button>
          ) : null}
        </>
      }
    >
      <p className="day-answer">{day ? words.state(day) : t('state.loading')}</p>
      {day?.because === 'no_hours' ? <p>{t('day.noHoursHint')}</p> : null}
      {day?.holiday ? <p>{t('day.holidayHint')}</p> : null}
      {withHours.length > 0 ? (
        <ul className="day-desks">
          {withHours.map((desk) => (
            <li key={desk.id}>
              <strong>{desk.name}</strong>{' '}
              {day?.openDesks.includes(desk.id) ? hoursOn(desk, date) : t('day.deskClosed')}
            </li>
          ))}
        </ul>
      ) : null}
      {closures.map((closure) => (
        <ClosureLine key={closure.id} closure={closure} desks={desks} date={date} onTask={onTask} />
      ))}
      <EventLines events={events} onTask={onTask} />
    </Dialog>
  )
}
