import type { z } from 'zod'
import { memberId } from '../id.ts'
import { writtenText } from '../written-text.ts'
import { sentSealedVisit } from './sealed-visit.ts'

/** What a device hands over without anybody who may send it; whose it is, the device says. */
export const handedOver = sentSealedVisit.extend({ memberId })
export type HandedOver = z.infer<typeof handedOver>

/** Why somebody discards what is in quarantine. */
export const discardReason = writtenText({ least: 5, most: 200 })

/** Nobody notes this much on one device: whoever copied its secret does not fill the databank. */
export const mostQuarantined = 2000

export type HandOverAnswer = 'received' | 'kept'

/**
 * What becomes of what a device hands over: that of a revoked device or of somebody who is out waits for the
 * coordinator (`received`); every other stays on the device until its author sends it (`kept`).
 */
export const answerHandOver = (facts: {
  readonly isDeviceRevoked: boolean
  readonly isAuthorOut: boolean
}): HandOverAnswer => (facts.isDeviceRevoked || facts.isAuthorOut ? 'received' : 'kept')
