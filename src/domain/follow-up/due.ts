import { addDays, type LocalDate, weekdayOf } from '../local-date.ts'

export const dueGroups = ['overdue', 'today', 'week', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

/** When something must be done, seen from a day; a week ends on Sunday. */
export function dueGroupOf(dueOn: LocalDate, today: LocalDate): DueGroup {
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later'
}
