import { useQuery } from '@tanstack/react-query'
import type { LocalDate, Month } from '../../../domain/local-date.ts'
import type { PlacePart } from '../../search.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { PlacePartView } from './place-part-view.tsx'
import type { OnTask, PlaceTask } from './place-task.ts'
import { desksQuery } from './places-query.ts'

interface PlaceWorkProps {
  readonly part: PlacePart | undefined
  readonly task: PlaceTask | undefined
  readonly month: Month
  readonly today: LocalDate
  readonly onMonth: (month: Month) => void
  readonly onTask: OnTask
  readonly onClose: () => void
}

/** Everything beside the calendar itself, in one piece that travels when somebody needs it: lists and forms. */
export const PlaceWork = ({ part, task, month, today, onMonth, onTask, onClose }: PlaceWorkProps) => {
  const { data } = useQuery(desksQuery)
  const desks = data?.items ?? []
  return (
    <>
      {part ? (
        <PlacePartView
          part={part}
          month={month}
          today={today}
          desks={desks}
          onMonth={onMonth}
          onTask={onTask}
        />
      ) : null}
      {task && data ? (
        <PlaceDialog
          key={JSON.stringify(task)}
          task={task}
          desks={desks}
          organizations={data.organizations}
          today={today}
          onTask={onTask}
          onClose={onClose}
        />
      ) : null}
    </>
  )
}
