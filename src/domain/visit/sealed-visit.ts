import { z } from 'zod'
import { sealingKeyId, visitId } from '../id.ts'

const mostSealedBytes = 300_000

/** A visit as it waits on a device; how it is sealed stands in seal-form.ts. */
export const sealedVisit = z.strictObject({
  id: visitId,
  keyId: sealingKeyId,
  /** Bytes in base64. */
  sealed: z.base64().max(Math.ceil(mostSealedBytes / 3) * 4),
})
export type SealedVisit = z.infer<typeof sealedVisit>
