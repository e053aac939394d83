/**
 * So many months after it was sent, a report's addresses and the words that went with it are erased: long enough to offer
 * them again for the next one, half a year later.
 */
export const addressMonths = 12

/** What was sent before this moment is to be erased. */
export function erasedBefore(now: Date): Date {
  const moment = new Date(now)
  moment.setUTCMonth(moment.getUTCMonth() - addressMonths)
  return moment
}
