import { hold, lockOf } from './draft-keeper.ts'
import { removeDraft } from './draft-store.ts'

/** Throws away a draft that was left. One that another tab went on with a moment ago stays there. */
export async function discardLeft(id: string): Promise<void> {
  const release = await hold(lockOf(id))
  if (release) await removeDraft(id).finally(release)
}
