/** `part` of `whole` in whole percents, rounded half up in integer arithmetic; 0 when `whole` is 0. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((200 * part + whole) / (2 * whole))

/**
 * `total` spread over `days`, to one decimal, rounded half up in integer arithmetic (a floating toFixed(1) turns
 * 0.25 into 0.3 but 8.35 into 8.3). Null when there are no days.
 */
export const averageOver = (total: number, days: number): number | null =>
  days === 0 ? null : Math.floor((20 * total + days) / (2 * days)) / 10
