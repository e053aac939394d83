import { z } from 'zod'
import { memberId, sealingKeyId, visitId } from '../id.ts'
import { voidReason } from '../request/request-fact.ts'
import { visit } from './visit.ts'

const mostSealedBytes = 300_000

/** A visit as it waits on a device; how it is sealed stands in seal-form.ts. */
export const sealedVisit = z.strictObject({
  id: visitId,
  keyId: sealingKeyId,
  /** Bytes in base64. */
  sealed: z.base64().max(Math.ceil(mostSealedBytes / 3) * 4),
})

/** As its author sends it. Undone on the device after it may have arrived: it is written, and taken out again at once. */
export const sentSealedVisit = sealedVisit.extend({ withdrawnFor: voidReason.optional() })
export type SentSealedVisit = z.infer<typeof sentSealedVisit>

/** What is inside the seal. */
const sealedContent = z.object({ memberId, visit })
export type SealedContent = z.infer<typeof sealedContent>

/**
 * How the messages of each version are read. A line goes no earlier than twelve months after the web app stopped making its
 * version: a device may have been in a drawer.
 */
const readers: Readonly<Record<number, z.ZodType<SealedContent>>> = { 1: sealedContent }
const newestVersion = Math.max(...Object.keys(readers).map(Number))

export type MessageReading = 'readable' | 'newer' | 'unknown'

/** Whether this server can read a message of a version: `newer` when a newer web app made it. */
export const readingOf = (version: number): MessageReading =>
  version > newestVersion ? 'newer' : readers[version] ? 'readable' : 'unknown'

/** What a message of this version holds; undefined when it is not that. */
export function readContent(version: number, text: string): SealedContent | undefined {
  try {
    return readers[version]?.safeParse(JSON.parse(text)).data
  } catch {
    // because: whoever has the public key can seal what is no JSON
    return undefined
  }
}
