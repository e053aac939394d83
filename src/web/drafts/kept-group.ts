import { listWaiting } from '../outbox/outbox-store.ts'
import { close, type NotedDraft, open } from './draft-key.ts'
import { putOwn, readOwn, removeGroup } from './draft-store.ts'
import { keyOf } from './opened-key.ts'

interface KeptGroup<Group> {
  /** What was begun before. */
  readonly found: Group | undefined
  /** Undefined: there is nothing to keep. */
  readonly keep: (group: Group | undefined) => void
}

/** The group that this member is filling in on this device. Rejects when there is no key: nothing can be kept. */
export async function openKeptGroup<Group extends NotedDraft>(memberId: string): Promise<KeptGroup<Group>> {
  const key = await keyOf(memberId)
  const place = `${memberId} group`
  const kept = await readOwn('group', memberId)
  const found = kept && (await open<Group>(kept, place, key))
  // Saved, and the power went before it was taken away.
  const isSaved = (await listWaiting()).some(({ id }) => id === found?.id)
  const write = async (group: Group | undefined) =>
    group === undefined
      ? removeGroup(memberId)
      : putOwn('group', { memberId, ...(await close(group, place, key)) })
  let running: Promise<void> = Promise.resolve()
  return {
    found: isSaved ? undefined : found,
    keep: (group) => {
      // because: a device that is full keeps nothing; the form itself still has what was filled in
      running = running.then(() => write(group)).catch(() => undefined)
    },
  }
}
