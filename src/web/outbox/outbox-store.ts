import type { DBSchema } from 'idb'
import { localStore, onDisk } from '../local-store.ts'
import type { PublicKey } from './seal.ts'

/** Something noted that waits on this device. Whose it is and which one it is stand outside the seal; nothing else does. */
export interface Waiting {
  /** In the order in which they were saved. */
  readonly place: number
  readonly id: string
  readonly memberId: string
  readonly keyId: string
  readonly sealed: Uint8Array<ArrayBuffer>
  /** It was on its way at least once: the server may have it, whatever became of the answer. */
  readonly isTried?: true
  /** Undone after that, with these words: it is sent once more, to be taken out there. */
  readonly withdrawnFor?: string
}

interface Schema extends DBSchema {
  waiting: { key: number; value: Omit<Waiting, 'place'> & { place?: number }; indexes: { id: string } }
  /** The public key of each city in which somebody works on this device. */
  key: { key: string; value: PublicKey }
}

export const outboxName = 'brugwijzer'

const { open, leave } = localStore<Schema>(outboxName, 1, (db, before) => {
  if (before >= 1) return
  db.createObjectStore('waiting', { keyPath: 'place', autoIncrement: true }).createIndex('id', 'id', {
    unique: true,
  })
  db.createObjectStore('key')
})

/** Lets go of the store for good. */
export const leaveOutbox = leave

export async function addWaiting(visit: Omit<Waiting, 'place'>): Promise<void> {
  const change = (await open()).transaction('waiting', 'readwrite', onDisk)
  await Promise.all([change.store.add(visit), change.done])
}

/** What waits, the oldest first. */
export const listWaiting = async (): Promise<Waiting[]> => {
  const all = await (await open()).getAll('waiting')
  return all.flatMap((one) => placed(one) ?? [])
}

type Changed = Omit<Waiting, 'place'> | 'gone' | undefined

/**
 * Changes what waits as it stands at that moment, over all tabs: `change` says what it becomes, that it is gone, or
 * (undefined) that it stays. Answers what stood there; undefined when it does not wait any more.
 */
export async function changeWaiting(
  id: string,
  change: (visit: Waiting) => Changed,
): Promise<Waiting | undefined> {
  const changing = (await open()).transaction('waiting', 'readwrite', onDisk)
  const found = await changing.store.index('id').get(id)
  const visit = found && placed(found)
  const changed = visit && change(visit)
  if (visit && changed === 'gone') await changing.store.delete(visit.place)
  else if (visit && typeof changed === 'object') await changing.store.put({ ...changed, place: visit.place })
  await changing.done
  return visit
}

export const keepKey = async (cityId: string, key: PublicKey): Promise<void> => {
  await (await open()).put('key', key, cityId)
}

export const recallKey = async (cityId: string): Promise<PublicKey | undefined> =>
  (await open()).get('key', cityId)

const placed = ({ place, ...rest }: Schema['waiting']['value']): Waiting | undefined =>
  place === undefined ? undefined : { ...rest, place }

/** One at a time, over all tabs of this browser. */
export const alone = <Done>(work: () => Promise<Done>): Promise<Done> =>
  navigator.locks.request('brugwijzer-outbox', work)
