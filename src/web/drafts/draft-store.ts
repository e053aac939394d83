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

/** Something of a member, under their key: one of each kind. */
export interface KeptOwn extends Wrapped {
  readonly memberId: string
}

interface Schema extends DBSchema {
  draft: { key: string; value: KeptDraft; indexes: { memberId: string } }
  pin: { key: string; value: KeptPin }
  /** What somebody still has to do, as the server said last: to be read without a network. */
  toDo: { key: string; value: KeptOwn }
  /** The group that somebody is filling in. */
  group: { key: string; value: KeptOwn }
}

export const { open, leave } = localStore<Schema>('brugwijzer-drafts', 3, (db, before) => {
  if (before < 1) {
    db.createObjectStore('draft', { keyPath: 'id' }).createIndex('memberId', 'memberId')
    db.createObjectStore('pin', { keyPath: 'memberId' })
  }
  if (before < 2) db.createObjectStore('toDo', { keyPath: 'memberId' })
  if (before < 3) db.createObjectStore('group', { keyPath: 'memberId' })
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

export const readOwn = async (kind: 'toDo' | 'group', memberId: string): Promise<KeptOwn | undefined> =>
  (await open()).get(kind, memberId)

export const putOwn = async (kind: 'toDo' | 'group', kept: KeptOwn): Promise<void> => {
  await (await open()).put(kind, kept)
}

export const removeGroup = async (memberId: string): Promise<void> => (await open()).delete('group', memberId)
