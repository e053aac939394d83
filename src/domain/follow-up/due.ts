import { addDays, type LocalDate } from '../local-date.ts'

export const dueGroups = ['overdue', 'today', 'week', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

/** When something must be done, seen from a day; a week is the next seven days. */
export function dueGroupOf(dueOn: LocalDate, today: LocalDate): DueGroup {
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= addDays(today, 7) ? 'week' : 'later'
}
