import type { FollowUp } from '../../contract/follow-up.ts'
import type { NotedCompletion } from '../../domain/follow-up/noted-completion.ts'
import type { GroupContact } from '../../domain/visit/group-contact.ts'
import { mostSealedTogether } from '../../domain/visit/seal-form.ts'
import type { SentNoted } from '../../domain/visit/sealed-visit.ts'
import type { SentVisit } from '../../domain/visit/visit.ts'
import { api, bodyOf, isProblem } from '../api.ts'
import { deviceHeader, deviceOf } from './device.ts'
import {
  addRefused,
  countWaiting,
  forgetRefused,
  leaveUnreadable,
  type Refused,
  type RefusedVisit,
  setOutbox,
} from './outbox-state.ts'
import {
  addWaiting,
  alone,
  changeWaiting,
  keepKey,
  listWaiting,
  recallKey,
  type Waiting,
} from './outbox-store.ts'
import { base64Of, seal } from './seal.ts'

/** Who notes on this page. */
export interface Author {
  readonly cityId: string
  readonly memberId: string
}

/** Takes what was refused off this device, for whoever mends it; false when another tab did so already. */
export async function dismissRefused({ id }: Refused): Promise<boolean> {
  const left = await changeWaiting(id, () => 'gone')
  forgetRefused(id)
  return left !== undefined
}

/**
 * Seals what was noted and keeps it on this device; from then on nothing but its arrival takes it away. `withdrawnFor`: it has
 * arrived before, and goes once more to be taken out of the databank for this reason.
 */
export async function keepNoted(
  author: Author,
  id: string,
  noted: SentNoted,
  withdrawnFor?: string,
): Promise<void> {
  const key = await keyOf(author)
  const content = JSON.stringify({ memberId: author.memberId, noted })
  const sealed = await seal(content, id, key)
  const as = withdrawnFor === undefined ? {} : { isTried: true as const, withdrawnFor }
  await addWaiting({ id, memberId: author.memberId, keyId: key.id, sealed, ...as })
  // because: it is kept, whether or not this browser can count
  await count(author).catch(() => undefined)
}

/**
 * Takes what was noted out of the outbox; false when it has arrived. What may have arrived is sent once more, with the reason, to
 * be taken out of the databank: whatever is still on its way then finds it there.
 */
export async function takeNoted(author: Author, id: string, reason: string): Promise<boolean> {
  const wasThere = await changeWaiting(id, (one) => (one.isTried ? { ...one, withdrawnFor: reason } : 'gone'))
  forgetRefused(id)
  await count(author)
  return wasThere !== undefined
}

/** What was taken back holds after all; false when its taking back has arrived, or it never left. */
export async function leaveNoted(author: Author, id: string): Promise<boolean> {
  const left = await changeWaiting(id, ({ withdrawnFor: _, ...one }) => one)
  await count(author)
  return left !== undefined
}

/** The newest key that the server gave, or the last one that this device knows. */
async function keyOf({ cityId }: Author) {
  const known = await recallKey(cityId)
  if (known) return known
  return fetchKey(cityId)
}

/** Asked for when the desk is opened, so that it is there when the network is not. */
export async function fetchKey(cityId: string) {
  const key = await bodyOf(api['sealing-key'].$get())
  await keepKey(cityId, key)
  return key
}

/**
 * Sends what this author left on this device, in order, until nothing waits or it does not get through. Of several tabs
 * one sends.
 */
export async function sendWaiting(author: Author, onArrived: () => void): Promise<void> {
  const failure = await alone(() => sendAll(author, onArrived))
  if (failure === undefined) return
  const { memberId } = author
  // Whose session ended, or whose device was revoked, cannot send; the device itself may still hand over.
  if (isProblem(failure, 'device_revoked') || isProblem(failure, 'signed_out')) await giveUp(() => false)
  if (isProblem(failure, 'shut_out')) await giveUp((one) => one.memberId === memberId)
  await count(author)
}

/** Makes this browser known to the city; what colleagues left here who may not send any more goes to the coordinator. */
export async function openDevice({ cityId, memberId }: Author): Promise<void> {
  const { id, secret } = deviceOf(cityId)
  const isOfOthers = (one: Waiting) => one.memberId !== memberId
  try {
    await bodyOf(api.devices[':id'].$put({ param: { id }, json: { secret } }))
  } catch (error) {
    if (isProblem(error, 'device_revoked')) return giveUp(() => true)
    throw error
  }
  if ((await listWaiting()).some(isOfOthers)) await giveUp(isOfOthers)
}

// because: without a network it is tried again with the next sending
const giveUp = async (which: (one: Waiting) => boolean) =>
  (await import('./hand-over.ts')).handOver(which).catch(() => undefined)

/** How long one sending may take, in milliseconds. */
const mostPatience = 30_000

/** Why not everything went, as it was thrown; undefined when it did. */
async function sendAll(author: Author, onArrived: () => void): Promise<unknown> {
  const header = deviceHeader(deviceOf(author.cityId))
  for (;;) {
    const mine = await take((await count(author)).slice(0, mostSealedTogether))
    if (mine.length === 0) return setOutbox({ held: undefined })
    const items = mine.map(({ id, keyId, sealed, withdrawnFor }) => ({
      id,
      keyId,
      sealed: base64Of(sealed),
      ...(withdrawnFor === undefined ? {} : { withdrawnFor }),
    }))
    const json = { sentAt: new Date().toISOString(), items }
    try {
      const answer = await bodyOf(
        api['sealed-visits'].$post(
          { header, json },
          // Others wait for their turn meanwhile.
          { init: { signal: AbortSignal.timeout(mostPatience) } },
        ),
      )
      for (const outcome of answer.items) await settle(outcome, mine)
      onArrived()
      if (answer.items.some(({ state }) => state === 'newer')) return setOutbox({ held: 'newer' })
      // Somebody else is signed in by now: what waits here is sent when its author is again.
      if (answer.items.some(({ state }) => state === 'not_yours')) return setOutbox({ held: 'signed_out' })
    } catch (error) {
      setOutbox({ held: isSignedOut(error) ? 'signed_out' : 'away' })
      return error
    }
  }
}

/** From here on they may have arrived. What was undone meanwhile is not among them. */
async function take(visits: readonly Waiting[]): Promise<Waiting[]> {
  const taken = []
  for (const { id } of visits) {
    const visit = await changeWaiting(id, (one) => (one.isTried ? undefined : { ...one, isTried: true }))
    if (visit) taken.push(visit)
  }
  return taken
}

interface Outcome {
  readonly id: string
  readonly state: 'registered' | 'refused' | 'unreadable' | 'not_yours' | 'newer'
  readonly title?: string | undefined
  readonly visit?: SentVisit | undefined
  readonly there?: RefusedVisit['there'] | undefined
  readonly completion?: NotedCompletion | undefined
  readonly followUp?: FollowUp | undefined
  readonly group?: GroupContact | undefined
}

async function settle(outcome: Outcome, sent: readonly Waiting[]): Promise<void> {
  const { id, state } = outcome
  if (state === 'newer' || state === 'not_yours') return
  const withdrawn = sent.find((one) => one.id === id)?.withdrawnFor
  if (state === 'unreadable') return leaveUnreadable(id)
  const isRefused = state === 'refused'
  // Undone while it was on its way: it goes once more. What was refused stays until somebody mends it, or if it was undone
  // goes: it is not there to be taken out.
  const left = await changeWaiting(id, (one) =>
    (isRefused ? one.withdrawnFor !== undefined : one.withdrawnFor === withdrawn) ? 'gone' : undefined,
  )
  const refused = isRefused && left ? readRefused(outcome, left) : undefined
  if (refused && left?.withdrawnFor === undefined) addRefused(refused)
}

function readRefused(outcome: Outcome, { memberId }: Waiting): Refused | undefined {
  const { id, title = '', visit, there = [], completion, followUp, group } = outcome
  const refusal = { id, memberId, title }
  if (visit) return { ...refusal, visit, there }
  if (completion) return { ...refusal, completion, followUp }
  return group && { ...refusal, group }
}

const isSignedOut = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 401

/** Tells how much waits; answers this author's. */
const count = async ({ memberId }: Author) => countWaiting(await listWaiting(), memberId)
