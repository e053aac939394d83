import { z } from 'zod'
import { notedCompletion } from '../follow-up/noted-completion.ts'
import { memberId, messageId, sealingKeyId } from '../id.ts'
import { hasRegisterNumber } from '../import/register-number.ts'
import type { Refusal } from '../refusal.ts'
import { voidReason } from '../request/request-fact.ts'
import { withoutMarks } from '../written-text.ts'
import { groupContact } from './group-contact.ts'
import { type ReturnedVisit, refusalOfIssue, returnedVisit } from './returned-visit.ts'
import { visit } from './visit.ts'

const mostSealedBytes = 300_000

/** Something that was noted, as it waits on a device; how it is sealed stands in seal-form.ts. */
export const sealedVisit = z.strictObject({
  /** Of what is inside. */
  id: messageId,
  keyId: sealingKeyId,
  /** Bytes in base64. */
  sealed: z.base64().max(Math.ceil(mostSealedBytes / 3) * 4),
})

/** As its author sends it. Undone on the device after it may have arrived: it is written, and taken out again at once. */
export const sentSealedVisit = sealedVisit.extend({
  withdrawnFor: voidReason
    .refine((reason) => !hasRegisterNumber(reason), { params: { refusal: 'register_number' } })
    .optional(),
})
export type SentSealedVisit = z.infer<typeof sentSealedVisit>

/** What somebody notes at a desk, with or without a network. */
export const noted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit'), visit }),
  z.strictObject({ kind: z.literal('completion'), completion: notedCompletion }),
  z.strictObject({ kind: z.literal('group'), group: groupContact }),
])
export type Noted = z.infer<typeof noted>
/** As a device makes it. */
export type SentNoted = z.input<typeof noted>

/** A visit that can be read but breaks a rule of its own form: it goes back to its author. */
export interface Returned {
  readonly kind: 'visit'
  readonly visit: ReturnedVisit
}

/** What is inside the seal; with what is refused of it, it can only go back. */
export type SealedContent = { readonly memberId: z.infer<typeof memberId> } & (
  | { readonly noted: Noted; readonly refusal?: undefined }
  | { readonly noted: Returned; readonly refusal: Refusal }
)

/** Only visits could wait. */
const firstContent = z
  .object({ memberId, visit: z.unknown() })
  .transform((content) => ({ memberId: content.memberId, noted: { kind: 'visit', visit: content.visit } }))

/**
 * How the messages of each version are read. A line goes no earlier than twelve months after the web app stopped making its
 * version: a device may have been in a drawer.
 */
const readers: Readonly<Record<number, z.ZodType<Pick<SealedContent, 'memberId'> & { noted: unknown }>>> = {
  1: firstContent,
  2: z.object({ memberId, noted: z.unknown() }),
}
const newestVersion = Math.max(...Object.keys(readers).map(Number))

export type MessageReading = 'readable' | 'newer' | 'unknown'

/** Whether this server can read a message of a version: `newer` when a newer web app made it. */
export const readingOf = (version: number): MessageReading =>
  version > newestVersion ? 'newer' : readers[version] ? 'readable' : 'unknown'

/**
 * What a message of this version holds; undefined when it is not that. Marks that no text may have are taken out: its author
 * does not see them, and the device that sealed them cannot read them any more.
 */
export function readContent(version: number, text: string): SealedContent | undefined {
  try {
    const json = JSON.parse(text, (_, value) => (typeof value === 'string' ? withoutMarks(value) : value))
    const content = readers[version]?.safeParse(json).data
    return content && readNoted(content)
  } catch {
    // because: whoever has the public key can seal what is no JSON
    return undefined
  }
}

function readNoted({ memberId, noted: given }: { memberId: SealedContent['memberId']; noted: unknown }) {
  const { data, error } = noted.safeParse(given)
  if (data) return { memberId, noted: data }
  const returned = z.object({ kind: z.literal('visit'), visit: returnedVisit }).safeParse(given).data
  return returned && { memberId, noted: returned, refusal: refusalOfIssue(error.issues[0]) }
}

/** The id that stands outside the seal too. */
export function idOfNoted(noted: Noted | Returned): string {
  switch (noted.kind) {
    case 'visit':
      return noted.visit.id
    case 'completion':
      return noted.completion.id
    case 'group':
      return noted.group.id
  }
}
