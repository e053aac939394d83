import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate, Month } from '../../../domain/local-date.ts'
import type { PlacePart } from '../../search.ts'
import { DeskList } from './desk-list.tsx'
import { HolidayList } from './holiday-list.tsx'
import type { OnTask } from './place-task.ts'
import { YearList } from './year-list.tsx'
import { YearSteps } from './year-steps.tsx'

interface PlacePartViewProps {
  readonly part: PlacePart
  readonly month: Month
  readonly today: LocalDate
  readonly desks: readonly Desk[]
  readonly onMonth: (month: Month) => void
  readonly onTask: OnTask
}

/** What the calendar follows from: desks and hours, the closures and events of a year, its holidays. */
export const PlacePartView = ({ part, month, today, desks, onMonth, onTask }: PlacePartViewProps) => {
  switch (part) {
    case 'desks':
      return <DeskList today={today} onTask={onTask} />
    case 'closures':
      return (
        <>
          <YearSteps month={month} onMonth={onMonth} />
          <YearList month={month} desks={desks} onTask={onTask} />
        </>
      )
    case 'holidays':
      return (
        <>
          <YearSteps month={month} onMonth={onMonth} />
          <HolidayList month={month} onTask={onTask} />
        </>
      )
  }
}
