import type { DBSchema } from 'idb'
import type { Session } from '../../contract/session.ts'
import { localStore, onDisk } from '../local-store.ts'

/** What somebody has begun to note, as this device keeps it: whose it is and when it changed, and the rest sealed. */
export interface KeptDraft {
  readonly id: string
  readonly memberId: string
  readonly changedAt: Date
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly closed: ArrayBuffer
}

/** Something under a key: 12 bytes that are used once, and the rest. */
export interface Wrapped {
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly closed: ArrayBuffer
}

/** Who comes back on this device by a code or a passkey of their own, and what that opens. */
export interface KeptPin {
  readonly memberId: string
  readonly name: string
  readonly city: Session['city']
  /** Of the code on the server. */
  readonly id: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** Which passkey opens it, where no code does. */
  readonly passkey?: ArrayBuffer
  readonly draftKey: Wrapped
  readonly token: Wrapped
  /** Wrong codes since the last right one. */
  readonly wrong: number
}

/** What somebody still has to do, as the server said last: to be read without a network, under their key. */
export interface KeptToDo extends Wrapped {
  readonly memberId: string
}

interface Schema extends DBSchema {
  draft: { key: string; value: KeptDraft; indexes: { memberId: string } }
  pin: { key: string; value: KeptPin }
  toDo: { key: string; value: KeptToDo }
}

const { open } = localStore<Schema>('brugwijzer-drafts', 2, (db, before) => {
  if (before < 1) {
    db.createObjectStore('draft', { keyPath: 'id' }).createIndex('memberId', 'memberId')
    db.createObjectStore('pin', { keyPath: 'memberId' })
  }
  if (before < 2) db.createObjectStore('toDo', { keyPath: 'memberId' })
})

export async function putDraft(draft: KeptDraft): Promise<void> {
  const change = (await open()).transaction('draft', 'readwrite', onDisk)
  await Promise.all([change.store.put(draft), change.done])
}

export const removeDraft = async (id: string): Promise<void> => (await open()).delete('draft', id)

/** What somebody has begun on this device, what changed last first. */
export async function listDrafts(memberId: string): Promise<KeptDraft[]> {
  const all = await (await open()).getAllFromIndex('draft', 'memberId', memberId)
  return all.sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
}

export const listPins = async (): Promise<KeptPin[]> => (await open()).getAll('pin')

export async function putPin(pin: KeptPin): Promise<void> {
  const change = (await open()).transaction('pin', 'readwrite', onDisk)
  await Promise.all([change.store.put(pin), change.done])
}

/** Changes somebody’s code as it is now, whatever another tab did with it. Undefined: it is gone, and stays so. */
export async function changePin(
  memberId: string,
  change: (pin: KeptPin) => Partial<Pick<KeptPin, 'token' | 'wrong'>>,
): Promise<KeptPin | undefined> {
  const changing = (await open()).transaction('pin', 'readwrite', onDisk)
  const before = await changing.store.get(memberId)
  const after = before && { ...before, ...change(before) }
  if (after) await changing.store.put(after)
  await changing.done
  return after
}

/** Somebody’s code is gone from this device, and what only it opens. */
export async function removePin(memberId: string): Promise<void> {
  const change = (await open()).transaction(['pin', 'toDo'], 'readwrite', onDisk)
  await change.objectStore('pin').delete(memberId)
  await change.objectStore('toDo').delete(memberId)
  await change.done
}

export const readToDo = async (memberId: string): Promise<KeptToDo | undefined> =>
  (await open()).get('toDo', memberId)

export const putToDo = async (kept: KeptToDo): Promise<void> => {
  await (await open()).put('toDo', kept)
}

/** Somebody’s code and all that they began are gone from this device. What waits to be sent is elsewhere, and stays. */
export async function wipeMember(memberId: string): Promise<void> {
  const change = (await open()).transaction(['pin', 'toDo', 'draft'], 'readwrite', onDisk)
  await change.objectStore('pin').delete(memberId)
  await change.objectStore('toDo').delete(memberId)
  const drafts = change.objectStore('draft')
  for (const id of await drafts.index('memberId').getAllKeys(memberId)) await drafts.delete(id)
  await change.done
}
