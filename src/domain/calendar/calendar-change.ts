import type { ClosureId, DeskId } from '../id.ts'
import type { LocalDate } from '../local-date.ts'
import type { CalendarPlan, Closure } from './calendar-plan.ts'
import type { HolidayCode } from './holiday.ts'
import type { YearSpan } from './observed-holiday.ts'
import { always, type Timetable, tidyTimetables } from './timetable.ts'

/** Everything that can change an opening day; each is saved by its own route and previewed by one. */
export type CalendarChange =
  | { readonly kind: 'desk'; readonly id: DeskId; readonly timetables: readonly Timetable[] }
  | { readonly kind: 'retirement'; readonly id: DeskId; readonly lastDay: LocalDate | null }
  | { readonly kind: 'holiday'; readonly code: HolidayCode; readonly years: readonly YearSpan[] }
  /** Null takes the closure away. */
  | { readonly kind: 'closure'; readonly id: ClosureId; readonly closure: Omit<Closure, 'id'> | null }

/** The plan as it is after the change is saved. */
export function applyChange(plan: CalendarPlan, change: CalendarChange): CalendarPlan {
  switch (change.kind) {
    case 'desk': {
      const { id } = change
      const lastDay = plan.desks.find((desk) => desk.id === id)?.lastDay ?? null
      const changed = { id, timetables: tidyTimetables(change.timetables), lastDay }
      return { ...plan, desks: [...plan.desks.filter((desk) => desk.id !== id), changed] }
    }
    case 'retirement': {
      const { id, lastDay } = change
      return { ...plan, desks: plan.desks.map((desk) => (desk.id === id ? { ...desk, lastDay } : desk)) }
    }
    case 'holiday': {
      const { code, years } = change
      return { ...plan, holidays: [...plan.holidays.filter((day) => day.code !== code), { code, years }] }
    }
    case 'closure': {
      const { id, closure } = change
      const others = plan.closures.filter((other) => other.id !== id)
      return { ...plan, closures: closure ? [...others, { id, ...closure }] : others }
    }
  }
}

/** The days that the change names: a preview shows their months also when nothing else would. */
export function daysNamed(plan: CalendarPlan, change: CalendarChange): LocalDate[] {
  switch (change.kind) {
    case 'desk':
      return change.timetables.map(({ from }) => from).filter((from) => from !== always)
    case 'retirement':
      return change.lastDay ? [change.lastDay] : []
    case 'holiday':
      return []
    case 'closure': {
      const before = plan.closures.find(({ id }) => id === change.id)
      return [before, change.closure].flatMap((closure) => (closure ? [closure.from, closure.to] : []))
    }
  }
}
