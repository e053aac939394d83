import { type LocalDate, localDate } from '../local-date.ts'

export type KeyState = 'active' | 'expired' | 'revoked'

export function keyState(
  facts: { readonly revokedAt: Date | null; readonly expiresAt: Date | null },
  now: Date,
): KeyState {
  if (facts.revokedAt) return 'revoked'
  return facts.expiresAt && facts.expiresAt <= now ? 'expired' : 'active'
}

const dayInMs = 24 * 3_600_000

/** A key works to the end of its last day; days of keys are days of UTC, like the day of their last use. */
export const afterLastDay = (day: LocalDate): Date => new Date(Date.parse(`${day}T00:00:00Z`) + dayInMs)

export const lastDayOf = (expiresAt: Date): LocalDate =>
  localDate.parse(new Date(expiresAt.getTime() - 1).toISOString().slice(0, 10))
