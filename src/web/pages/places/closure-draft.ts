import type { Closure } from '../../../contract/closure.ts'
import type { CalendarChange } from '../../../domain/calendar/calendar-change.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { newId } from '../../new-id.ts'

export type ClosureDraft = Omit<Closure, 'version'>

export function draftOf(closure: Closure | undefined, date: LocalDate): ClosureDraft {
  if (closure) {
    const { version, ...draft } = closure
    return draft
  }
  // because: newId makes what the contract's id is
  return { id: newId() as Closure['id'], deskId: null, from: date, to: date, openOn: [], reason: '' }
}

/** Other first and last days of a closure: of the days that were open among them, those that it still holds. */
export const spanWith = (closure: Closure | undefined, from: LocalDate, to: LocalDate) => ({
  from,
  to,
  openOn: closure?.openOn.filter((day) => from < day && day < to) ?? [],
})

/** The reason changes no day, so typing it asks nothing again. */
export const previewOf = ({ id, deskId, from, to, openOn }: ClosureDraft): CalendarChange => ({
  kind: 'closure',
  id,
  closure: { deskId, from, to, openOn, reason: '–' },
})
