import { api, bodyOf } from '../api.ts'
import type { KeptDraft } from './draft-store.ts'

/** Of what is begun, this is all that keeping it asks for: the id of the visit that it will be. */
export interface NotedDraft {
  readonly id: string
}

const cipher = 'AES-GCM'
const nonceBytes = 12

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
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const text = new TextEncoder().encode(JSON.stringify(draft))
  const closed = await crypto.subtle.encrypt(
    { name: cipher, iv: nonce, additionalData: placeOf(id, memberId) },
    key,
    text,
  )
  return { id, memberId, changedAt: new Date(), nonce, closed }
}

/** Undefined when another key closed it. */
export async function openDraft(
  { id, memberId, nonce, closed }: KeptDraft,
  key: CryptoKey,
): Promise<NotedDraft | undefined> {
  try {
    const sealing = { name: cipher, iv: nonce, additionalData: placeOf(id, memberId) }
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(sealing, key, closed)))
  } catch {
    return undefined
  }
}

const placeOf = (id: string, memberId: string) => new TextEncoder().encode(`${memberId} ${id}`)
