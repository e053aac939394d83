import { onDisk } from '../local-store.ts'
import { type KeptPin, open } from './draft-store.ts'

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

/** Somebody’s code and all that they began are gone from this device. What waits to be sent is elsewhere, and stays. */
export async function wipeMember(memberId: string): Promise<void> {
  const change = (await open()).transaction(['pin', 'toDo', 'group', 'draft'], 'readwrite', onDisk)
  await change.objectStore('pin').delete(memberId)
  await change.objectStore('toDo').delete(memberId)
  await change.objectStore('group').delete(memberId)
  const drafts = change.objectStore('draft')
  for (const id of await drafts.index('memberId').getAllKeys(memberId)) await drafts.delete(id)
  await change.done
}
