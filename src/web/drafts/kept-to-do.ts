import type { FollowUp } from '../../contract/follow-up.ts'
import { hasPinHere } from '../pins-here.ts'
import { close, fetchDraftKey, open } from './draft-key.ts'
import { putOwn, readOwn } from './draft-store.ts'
import { keepOpened, openedKey } from './opened-key.ts'

/** Something to do, as it is kept: of whoever it is about nothing but what the guide wrote. */
export type ToDo = Pick<
  FollowUp,
  'id' | 'requestId' | 'theme' | 'sender' | 'what' | 'dueOn' | 'doneOn' | 'version'
>

/** For each thing that was ticked off here, the message that waits to say so. */
export type Ticks = Readonly<Record<string, string>>

/** What somebody still has to do, as the server said at a moment, and what they ticked off since. */
export interface KeptContent {
  readonly items: readonly ToDo[]
  readonly ticks: Ticks
  readonly saidAt: string
}

const placeOf = (memberId: string) => `${memberId} to do`

/**
 * Keeps what the server said, for when there is no network: only for whoever has a code here that opens it then. Rejects
 * when somebody else is signed in by now.
 */
export async function keepToDo(memberId: string, items: readonly ToDo[], ticks: Ticks): Promise<void> {
  if (!hasPinHere(memberId)) return
  // Asked each time: so the server says whose answer it was.
  const key = await fetchDraftKey(memberId)
  keepOpened(memberId, key)
  await write(memberId, key, () => ({ items: items.map(leanOf), ticks, saidAt: new Date().toISOString() }))
}

/** What was kept; undefined where there is nothing, or no key to open it with. */
export async function recallToDo(memberId: string): Promise<KeptContent | undefined> {
  const key = openedKey(memberId)
  return key && read(memberId, key)
}

/** Keeps beside it what was ticked off. */
export async function keepTicks(memberId: string, ticks: Ticks): Promise<void> {
  const key = openedKey(memberId)
  if (key) await write(memberId, key, (before) => before && { ...before, ticks })
}

async function read(memberId: string, key: CryptoKey): Promise<KeptContent | undefined> {
  const kept = await readOwn('toDo', memberId)
  return kept && open<KeptContent>(kept, placeOf(memberId), key)
}

/** One after the other, over all tabs. */
const write = (
  memberId: string,
  key: CryptoKey,
  change: (before: KeptContent | undefined) => KeptContent | undefined,
): Promise<void> =>
  navigator.locks.request('brugwijzer-to-do', async () => {
    const content = change(await read(memberId, key))
    if (content) await putOwn('toDo', { memberId, ...(await close(content, placeOf(memberId), key)) })
  })

const leanOf = ({ id, requestId, theme, sender, what, dueOn, doneOn, version }: ToDo): ToDo => ({
  ...{ id, requestId, theme, sender, what, dueOn, doneOn, version },
})
