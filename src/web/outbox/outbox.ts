import { useSyncExternalStore } from 'react'
import { mostSealedTogether } from '../../domain/visit/seal-form.ts'
import type { SentVisit } from '../../domain/visit/visit.ts'
import { api, bodyOf, isProblem } from '../api.ts'
import { deviceHeader, deviceOf } from './device.ts'
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

/** What the databank did not take, and why. Its author alone gets to see it again. */
export interface RefusedVisit {
  readonly visit: SentVisit
  readonly title: string
  /** Where the databank has another visit under its id: the requests of that one. */
  readonly there: readonly { readonly id: string; readonly theme: string; readonly outcome: string }[]
}

export interface Outbox {
  /** Visits of this author that are not in the databank yet. */
  readonly waiting: number
  /** Visits on this device whose author is somebody else. */
  readonly ofOthers: number
  /** Visits that the server could not open. */
  readonly unreadable: number
  /** Why they do not go: no network or server, nobody signed in any more, or a server that is older than what waits. */
  readonly held: 'away' | 'signed_out' | 'newer' | undefined
  readonly refused: readonly RefusedVisit[]
}

const empty: Outbox = { waiting: 0, ofOthers: 0, unreadable: 0, held: undefined, refused: [] }
let outbox = empty
const listeners = new Set<() => void>()

function set(change: Partial<Outbox>): void {
  outbox = { ...outbox, ...change }
  for (const listener of listeners) listener()
}

export const useOutbox = (): Outbox => useSyncExternalStore(watch, () => outbox)

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes what was refused off this device, for whoever mends it; false when another tab did so already. */
export async function dismissRefused(one: RefusedVisit): Promise<boolean> {
  const left = await changeWaiting(one.visit.id, () => 'gone')
  set({ refused: outbox.refused.filter((other) => other !== one) })
  return left !== undefined
}

/** Seals a visit and keeps it on this device; from then on nothing but its arrival takes it away. */
export async function keepVisit(author: Author, visit: SentVisit): Promise<void> {
  const key = await keyOf(author)
  const content = JSON.stringify({ memberId: author.memberId, visit })
  const sealed = await seal(content, visit.id, key)
  await addWaiting({ id: visit.id, memberId: author.memberId, keyId: key.id, sealed })
  // because: it is kept, whether or not this browser can count
  await count(author).catch(() => undefined)
}

/**
 * Takes a visit out of the outbox; false when it has arrived. One that may have arrived is sent once more, with the reason, to
 * be taken out of the databank: whatever is still on its way then finds it there.
 */
export async function takeVisit(author: Author, id: string, reason: string): Promise<boolean> {
  const wasThere = await changeWaiting(id, (visit) =>
    visit.isTried ? { ...visit, withdrawnFor: reason } : 'gone',
  )
  await count(author)
  return wasThere !== undefined
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
  if (isProblem(failure, 'shut_out')) await giveUp((visit) => visit.memberId === memberId)
  await count(author)
}

/** Makes this browser known to the city; what colleagues left here who may not send any more goes to the coordinator. */
export async function openDevice({ cityId, memberId }: Author): Promise<void> {
  const { id, secret } = deviceOf(cityId)
  const isOfOthers = (visit: Waiting) => visit.memberId !== memberId
  try {
    await bodyOf(api.devices[':id'].$put({ param: { id }, json: { secret } }))
  } catch (error) {
    if (isProblem(error, 'device_revoked')) return giveUp(() => true)
    throw error
  }
  if ((await listWaiting()).some(isOfOthers)) await giveUp(isOfOthers)
}

// because: without a network it is tried again with the next sending
const giveUp = async (which: (visit: Waiting) => boolean) =>
  (await import('./hand-over.ts')).handOver(which).catch(() => undefined)

/** How long one sending may take, in milliseconds. */
const mostPatience = 30_000

/** Why not everything went, as it was thrown; undefined when it did. */
async function sendAll(author: Author, onArrived: () => void): Promise<unknown> {
  const header = deviceHeader(deviceOf(author.cityId))
  for (;;) {
    const mine = await take((await count(author)).slice(0, mostSealedTogether))
    if (mine.length === 0) return set({ held: undefined })
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
      if (answer.items.some(({ state }) => state === 'newer')) return set({ held: 'newer' })
      // Somebody else is signed in by now: what waits here is sent when its author is again.
      if (answer.items.some(({ state }) => state === 'not_yours')) return set({ held: 'signed_out' })
    } catch (error) {
      set({ held: isSignedOut(error) ? 'signed_out' : 'away' })
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
}

async function settle(
  { id, state, title, visit, there = [] }: Outcome,
  sent: readonly Waiting[],
): Promise<void> {
  if (state === 'newer' || state === 'not_yours') return
  const withdrawn = sent.find((one) => one.id === id)?.withdrawnFor
  if (state === 'unreadable') return void (await changeWaiting(id, (one) => ({ ...one, isUnreadable: true })))
  const isRefused = state === 'refused'
  // Undone while it was on its way: it goes once more. What was refused stays until somebody mends it, or if it was undone
  // goes: it is not there to be taken out.
  const left = await changeWaiting(id, (one) =>
    (isRefused ? one.withdrawnFor !== undefined : one.withdrawnFor === withdrawn) ? 'gone' : undefined,
  )
  if (isRefused && visit && left && left.withdrawnFor === undefined)
    set({ refused: [...outbox.refused, { visit, title: title ?? '', there }] })
}

const isSignedOut = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 401

/** Tells how much waits; answers this author's. */
async function count({ memberId }: Author) {
  const all = await listWaiting()
  const readable = all.filter(({ isUnreadable }) => !isUnreadable)
  // What was refused on this page comes back when the page does: only its author reads it, and only from the server.
  const isRefused = (id: string) => outbox.refused.some(({ visit }) => visit.id === id)
  const mine = readable.filter((one) => one.memberId === memberId && !isRefused(one.id))
  set({
    waiting: mine.length,
    ofOthers: readable.filter((one) => one.memberId !== memberId).length,
    unreadable: all.length - readable.length,
  })
  return mine
}
