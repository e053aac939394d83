import { useSyncExternalStore } from 'react'
import { mostSealedTogether } from '../../domain/visit/seal-form.ts'
import type { SentVisit } from '../../domain/visit/visit.ts'
import { api, bodyOf } from '../api.ts'
import { addWaiting, keepKey, listWaiting, markUnreadable, recallKey, removeWaiting } from './outbox-store.ts'
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
}

export interface Outbox {
  /** Visits of this author that are not in the databank yet. */
  readonly waiting: number
  /** Visits on this device whose author is somebody else. */
  readonly ofOthers: number
  /** Visits that the server could not open. */
  readonly unreadable: number
  /** Why they do not go: no network or server, or nobody is signed in any more. */
  readonly held: 'away' | 'signed_out' | undefined
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

export const dismissRefused = (one: RefusedVisit): void =>
  set({ refused: outbox.refused.filter((other) => other !== one) })

/** Seals a visit and keeps it on this device; from then on nothing but its arrival takes it away. */
export async function keepVisit(author: Author, visit: SentVisit): Promise<void> {
  const key = await keyOf(author)
  const content = JSON.stringify({ memberId: author.memberId, visit })
  const sealed = await seal(content, visit.id, key)
  await addWaiting({ id: visit.id, memberId: author.memberId, keyId: key.id, sealed })
  await count(author)
}

/** Takes a visit out of the outbox; false when it is on its way or has arrived. */
export const takeVisit = (author: Author, id: string): Promise<boolean> =>
  alone(async () => {
    const wasThere = await removeWaiting(id)
    await count(author)
    return wasThere
  })

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
export const sendWaiting = (author: Author, onArrived: () => void): Promise<void> =>
  alone(async () => {
    for (;;) {
      const mine = (await count(author)).slice(0, mostSealedTogether)
      if (mine.length === 0) return set({ held: undefined })
      const items = mine.map(({ id, keyId, sealed }) => ({ id, keyId, sealed: base64Of(sealed) }))
      const json = { sentAt: new Date().toISOString(), items }
      const answer = await bodyOf(api['sealed-visits'].$post({ json })).catch((error: unknown) => {
        set({ held: isSignedOut(error) ? 'signed_out' : 'away' })
      })
      if (!answer) return
      for (const { id, state, title, visit } of answer.items) {
        const sent = mine.find((one) => one.id === id)
        if (sent && (state === 'unreadable' || state === 'not_yours')) await markUnreadable(sent)
        else await removeWaiting(id)
        if (state === 'refused' && visit) set({ refused: [...outbox.refused, { visit, title: title ?? '' }] })
      }
      onArrived()
    }
  })

const isSignedOut = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 401

/** Tells how much waits; answers this author's. */
async function count({ memberId }: Author) {
  const all = await listWaiting()
  const readable = all.filter(({ isUnreadable }) => !isUnreadable)
  const mine = readable.filter((one) => one.memberId === memberId)
  set({
    waiting: mine.length,
    ofOthers: readable.length - mine.length,
    unreadable: all.length - readable.length,
  })
  return mine
}

/** One at a time, over all tabs of this browser. */
const alone = <Done>(work: () => Promise<Done>): Promise<Done> =>
  navigator.locks.request('brugwijzer-outbox', work)
