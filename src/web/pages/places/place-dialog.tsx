import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { ClosureDialog } from './closure-dialog.tsx'
import { DayDialog } from './day-dialog.tsx'
import { DeskDialog } from './desk-dialog.tsx'
import { EventDialog } from './event-dialog.tsx'
import { HolidayDialog } from './holiday-dialog.tsx'
import { OpenDayDialog } from './open-day-dialog.tsx'
import type { OnTask, PlaceTask } from './place-task.ts'
import { RemoveClosureDialog } from './remove-closure-dialog.tsx'
import { ReinstatementDialog, RetirementDialog } from './retirement-dialog.tsx'

interface PlaceDialogProps {
  readonly task: PlaceTask
  readonly desks: readonly Desk[]
  readonly organizations: readonly { readonly id: Desk['organizationId']; readonly name: string }[]
  readonly today: LocalDate
  readonly onTask: OnTask
  readonly onClose: () => void
}

/** The dialog of what somebody is doing. */
export const PlaceDialog = ({ task, desks, organizations, today, onTask, onClose }: PlaceDialogProps) => {
  switch (task.kind) {
    case 'day':
      return <DayDialog date={task.date} desks={desks} onTask={onTask} onClose={onClose} />
    case 'addClosure':
      return <ClosureDialog closure={undefined} date={task.date} desks={desks} onClose={onClose} />
    case 'editClosure': {
      const { closure } = task
      return <ClosureDialog closure={closure} date={closure.from} desks={desks} onClose={onClose} />
    }
    case 'removeClosure':
      return <RemoveClosureDialog closure={task.closure} onClose={onClose} />
    case 'openDay':
      return <OpenDayDialog closure={task.closure} date={task.date} onClose={onClose} />
    case 'addEvent':
      return <EventDialog event={undefined} date={task.date} onClose={onClose} />
    case 'editEvent':
      return <EventDialog event={task.event} date={task.event.from} onClose={onClose} />
    case 'addDesk':
    case 'editDesk':
      return (
        <DeskDialog
          desk={task.kind === 'editDesk' ? task.desk : undefined}
          usual={desks[0]?.organizationId}
          organizations={organizations}
          today={today}
          onClose={onClose}
        />
      )
    case 'retireDesk':
      return <RetirementDialog desk={task.desk} today={today} onClose={onClose} />
    case 'reinstateDesk':
      return <ReinstatementDialog desk={task.desk} onClose={onClose} />
    case 'holiday':
      return <HolidayDialog holiday={task.holiday} onClose={onClose} />
  }
}
