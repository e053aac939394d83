import { readDate } from '../../search.ts'

/** How long a key works, in days; forever = until somebody revokes it. */
export const keyDurations = ['90', '365', 'forever'] as const
export type KeyDuration = (typeof keyDurations)[number]

const dayInMs = 24 * 3_600_000

export const dayAfter = (duration: KeyDuration, now: Date) =>
  duration === 'forever'
    ? null
    : (readDate(new Date(now.getTime() + Number(duration) * dayInMs).toISOString().slice(0, 10)) ?? null)
