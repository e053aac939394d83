import { addDays, type LocalDate } from '../local-date.ts'

/** So many days after it was done: long enough to see what was done when the person comes back. */
const daysAfterDone = 90
/** So many days after it was due it helps nobody any more, done or not. */
const daysAfterDue = 365

/** Done before, or due before, these days: to be erased. */
export const followUpsErased = (today: LocalDate) => ({
  doneBefore: addDays(today, -daysAfterDone),
  dueBefore: addDays(today, -daysAfterDue),
})
