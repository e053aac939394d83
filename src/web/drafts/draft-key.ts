import { api, bodyOf } from '../api.ts'
import type { KeptDraft, Wrapped } from './draft-store.ts'

/** Of what is begun, this is all that keeping it asks for: the id of the visit that it will be. */
export interface NotedDraft {
  readonly id: string
}

const cipher = 'AES-GCM'
const nonceBytes = 12
const encoder = new TextEncoder()

/**
 * The key of this member. Held in memory only, and by nobody who could take it out of there. Rejects when somebody else is
 * signed in by now, or the server does not answer.
 */
export async function fetchDraftKey(memberId: string): Promise<CryptoKey> {
  const given = await bodyOf(api['draft-key'].$get())
  if (given.memberId !== memberId) throw new Error('somebody else is signed in')
  return importDraftKey(given.key)
}

/** `key` in base64. */
export const importDraftKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(key), cipher, false, ['encrypt', 'decrypt'])

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** A draft under its author's key, bound to its place: it opens as no other. */
export async function closeDraft(
  draft: NotedDraft,
  { id, memberId }: Pick<KeptDraft, 'id' | 'memberId'>,
  key: CryptoKey,
): Promise<KeptDraft> {
  return { id, memberId, changedAt: new Date(), ...(await close(draft, placeOf(id, memberId), key)) }
}

/** Undefined when another key closed it. */
export const openDraft = (kept: KeptDraft, key: CryptoKey): Promise<NotedDraft | undefined> =>
  open(kept, placeOf(kept.id, kept.memberId), key)

const placeOf = (id: string, memberId: string) => `${memberId} ${id}`

/** Something under a member's key, bound to where it is kept. */
export async function close(content: unknown, place: string, key: CryptoKey): Promise<Wrapped> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const sealing = { name: cipher, iv: nonce, additionalData: encoder.encode(place) }
  return { nonce, closed: await crypto.subtle.encrypt(sealing, key, encoder.encode(JSON.stringify(content))) }
}

/** Undefined when another key closed it, or for another place. */
export async function open<Content>(
  { nonce, closed }: Wrapped,
  place: string,
  key: CryptoKey,
): Promise<Content | undefined> {
  try {
    const sealing = { name: cipher, iv: nonce, additionalData: encoder.encode(place) }
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(sealing, key, closed)))
  } catch {
    return undefined
  }
}
