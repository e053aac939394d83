import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PublicKey } from './seal.ts'

/** A visit that waits on this device. Whose it is and which one it is stand outside the seal; nothing else does. */
export interface Waiting {
  /** In the order in which they were saved. */
  readonly place: number
  readonly id: string
  readonly memberId: string
  readonly keyId: string
  readonly sealed: Uint8Array<ArrayBuffer>
  /** The server could not open it: it stays here until somebody looks into it. */
  readonly isUnreadable?: true
}

interface Schema extends DBSchema {
  waiting: { key: number; value: Omit<Waiting, 'place'> & { place?: number }; indexes: { id: string } }
  /** The public key of each city in which somebody works on this device. */
  key: { key: string; value: PublicKey }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

const open = () =>
  (opened ??= openDB<Schema>('brugwijzer', 1, {
    upgrade(db) {
      db.createObjectStore('waiting', { keyPath: 'place', autoIncrement: true }).createIndex('id', 'id', {
        unique: true,
      })
      db.createObjectStore('key')
    },
    // A newer page wants to change the store: this one lets go and opens it again when it needs it.
    blocking: async () => {
      const held = opened
      opened = undefined
      ;(await held)?.close()
    },
    terminated: () => {
      opened = undefined
    },
  }))

export const addWaiting = async (visit: Omit<Waiting, 'place'>): Promise<void> => {
  await (await open()).add('waiting', visit)
}

/** What waits, the oldest first. */
export const listWaiting = async (): Promise<Waiting[]> => {
  const all = await (await open()).getAll('waiting')
  return all.flatMap(({ place, ...rest }) => (place === undefined ? [] : [{ ...rest, place }]))
}

/** False when it does not wait any more. */
export async function removeWaiting(id: string): Promise<boolean> {
  const change = (await open()).transaction('waiting', 'readwrite')
  const place = await change.store.index('id').getKey(id)
  if (place !== undefined) await change.store.delete(place)
  await change.done
  return place !== undefined
}

export async function markUnreadable(visit: Waiting): Promise<void> {
  await (await open()).put('waiting', { ...visit, isUnreadable: true })
}

export const keepKey = async (cityId: string, key: PublicKey): Promise<void> => {
  await (await open()).put('key', key, cityId)
}

export const recallKey = async (cityId: string): Promise<PublicKey | undefined> =>
  (await open()).get('key', cityId)
