import { listWaiting } from '../outbox/outbox-store.ts'
import { DraftKeeper, type LeftDraft, listLeft } from './draft-keeper.ts'
import { removeDraft } from './draft-store.ts'
import { keyOf } from './opened-key.ts'

/** A keeper for this tab, and what its author left on this device. Rejects when there is no key: nothing can be kept. */
export async function openDrafts(
  memberId: string,
): Promise<{ readonly keeper: DraftKeeper; readonly left: readonly LeftDraft[] }> {
  const key = await keyOf(memberId)
  const waiting = new Set((await listWaiting()).map(({ id }) => id))
  const left: LeftDraft[] = []
  // Saved, and the power went before the draft was taken away.
  for (const one of await listLeft(memberId, key))
    if (waiting.has(one.content.id)) await removeDraft(one.id)
    else left.push(one)
  return { keeper: new DraftKeeper(memberId, key), left }
}
