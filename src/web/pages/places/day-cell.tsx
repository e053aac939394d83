import { CalendarStarIcon } from '@phosphor-icons/react/dist/csr/CalendarStar'
import { DoorOpenIcon } from '@phosphor-icons/react/dist/csr/DoorOpen'
import { FlagIcon } from '@phosphor-icons/react/dist/csr/Flag'
import { LockIcon } from '@phosphor-icons/react/dist/csr/Lock'
import { MinusIcon } from '@phosphor-icons/react/dist/csr/Minus'
import type { CalendarDay } from '../../../contract/calendar.ts'
import type { CalendarEvent } from '../../../contract/calendar-event.ts'
import type { Desk } from '../../../contract/desk.ts'
import { type LocalDate, weekdayOf } from '../../../domain/local-date.ts'
import { formatDay, formatShortWeekday } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'
import { useDayWords } from './day-words.ts'

const icons = { open: DoorOpenIcon, holiday: CalendarStarIcon, closure: LockIcon, no_hours: MinusIcon }

interface DayCellProps {
  readonly date: LocalDate
  /** Undefined while it is on its way. */
  readonly day: CalendarDay | undefined
  readonly events: readonly CalendarEvent[]
  readonly desks: readonly Desk[]
  readonly isToday: boolean
  /** Tab stops at one day of the month; the arrows go to the others. */
  readonly isStop: boolean
  readonly onPress: () => void
}

/** One day: its number, and in a word and a sign whether it is open or why not. */
export const DayCell = ({ date, day, events, desks, isToday, isStop, onPress }: DayCellProps) => {
  const { language } = useText()
  const words = useDayWords(desks)
  const kind = day?.open ? 'open' : (day?.because ?? 'no_hours')
  const Icon = icons[kind]
  const except = day && words.exceptions(day)
  return (
    <button
      type="button"
      className="day"
      data-kind={day && kind}
      data-date={date}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={onPress}
    >
      <span className="visually-hidden">{formatDay(language, date)}: </span>
      <span className="day-number" aria-hidden>
        <span className="day-weekday">{formatShortWeekday(language, weekdayOf(date))} </span>
        {Number(date.slice(8))}
      </span>
      {day ? (
        <span className="day-state">
          <Icon aria-hidden size={18} />
          <span>{words.state(day)}</span>
        </span>
      ) : null}
      {except ? <span className="day-note">{except}</span> : null}
      {events.map(({ id, title }) => (
        <span key={id} className="day-note">
          <FlagIcon aria-hidden size={16} />
          <span>{title}</span>
        </span>
      ))}
    </button>
  )
}
