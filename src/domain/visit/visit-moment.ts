import { type Refusal, refuse } from '../refusal.ts'
import type { Visit } from './visit.ts'

export interface VisitMoment {
  /** When it was, by our clock; never later than now. */
  readonly receivedAt: Date
  /** What the device said, from 1970 to 9999: no further off can any clock be set. */
  readonly deviceReceivedAt: Date
  /**
   * Seconds that the device's clock is behind ours, below zero when it is ahead, to some 68 years; null when it did not say.
   */
  readonly deviceBehind: number | null
}

/** Within this a difference is the way over the network, not the clock. */
const mostTravel = 60_000

const latest = Date.UTC(9999, 11, 31)

/** In seconds. A clock that is further off is no clock; the databank keeps no larger number. */
const mostBehind = 2 ** 31 - 1

/**
 * When a visit was. The clock of a device that says what time it thinks it is gets corrected and is never refused, however
 * wrong. Without that, a moment that is still to come is refused (`received_future`), and one before 1970 (`value_impossible`).
 */
export function momentOfVisit(
  { receivedAt, sentAt }: Pick<Visit, 'receivedAt' | 'sentAt'>,
  now: Date,
): VisitMoment | Refusal {
  const said = Date.parse(receivedAt)
  if (sentAt === undefined && said > now.getTime() + mostTravel)
    return refuse('received_future', { field: 'receivedAt' })
  if (sentAt === undefined && said < 0) return refuse('value_impossible', { field: 'receivedAt' })
  const behind = sentAt === undefined ? 0 : now.getTime() - Date.parse(sentAt)
  const corrected = Math.abs(behind) > mostTravel ? said + behind : said
  return {
    // From 1970: two clocks that are both wrong may come out before our era.
    receivedAt: new Date(Math.max(0, Math.min(corrected, now.getTime()))),
    deviceReceivedAt: new Date(Math.max(0, Math.min(said, latest))),
    deviceBehind: sentAt === undefined ? null : within(mostBehind, Math.round(behind / 1000)),
  }
}

const within = (most: number, value: number): number => Math.max(-most, Math.min(value, most))
