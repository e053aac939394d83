import type { ObservedHoliday } from '../../../contract/calendar.ts'
import type { CalendarEvent } from '../../../contract/calendar-event.ts'
import type { Closure } from '../../../contract/closure.ts'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'

/** What somebody is doing in a dialog on top of the page; one at a time. */
export type PlaceTask =
  | { readonly kind: 'day'; readonly date: LocalDate }
  | { readonly kind: 'addClosure'; readonly date: LocalDate }
  | { readonly kind: 'editClosure'; readonly closure: Closure }
  | { readonly kind: 'removeClosure'; readonly closure: Closure }
  | { readonly kind: 'openDay'; readonly closure: Closure; readonly date: LocalDate }
  | { readonly kind: 'addEvent'; readonly date: LocalDate }
  | { readonly kind: 'editEvent'; readonly event: CalendarEvent }
  | { readonly kind: 'addDesk' }
  | { readonly kind: 'editDesk'; readonly desk: Desk }
  | { readonly kind: 'retireDesk'; readonly desk: Desk }
  | { readonly kind: 'reinstateDesk'; readonly desk: Desk }
  | { readonly kind: 'holiday'; readonly holiday: ObservedHoliday }

export type OnTask = (task: PlaceTask) => void
