import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { FollowUp } from '../../contract/follow-up.ts'
import type { NotedCompletion } from '../../domain/follow-up/noted-completion.ts'
import type { GroupContact } from '../../domain/visit/group-contact.ts'
import type { SentVisit } from '../../domain/visit/visit.ts'
import { sessionQuery } from '../session.ts'
import type { Waiting } from './outbox-store.ts'

interface Refusal {
  readonly id: string
  /** Whose it is. */
  readonly memberId: string
  readonly title: string
}

/** A request as the databank has it, and what its visit says of the person. */
export interface RequestThere
  extends Pick<SentVisit, 'receivedAt' | 'clientKind' | 'nationality' | 'contactLanguage'>,
    Pick<SentVisit['requests'][number], 'id' | 'theme' | 'outcome' | 'actions' | 'tip'> {}

/** A visit that the databank did not take; where it has another one under its id, the requests of that one. */
export interface RefusedVisit extends Refusal {
  readonly visit: SentVisit
  readonly there: readonly RequestThere[]
}

/** That something is done, which the databank did not take, and how it stands there now. */
export interface RefusedCompletion extends Refusal {
  readonly completion: NotedCompletion
  readonly followUp: FollowUp | undefined
}

export interface RefusedGroup extends Refusal {
  readonly group: GroupContact
}

/** What the databank did not take, and why. Its author alone gets to see it again. */
export type Refused = RefusedVisit | RefusedCompletion | RefusedGroup

export interface Outbox {
  /** What this author noted and the databank does not have yet. */
  readonly waiting: ReadonlySet<string>
  /** So much on this device is of somebody else. */
  readonly ofOthers: number
  /** So much the server could not open. */
  readonly unreadable: number
  /** Why it does not go: no network or server, nobody signed in any more, or a server that is older than what waits. */
  readonly held: 'away' | 'signed_out' | 'newer' | undefined
  readonly refused: readonly Refused[]
}

let outbox: Outbox = { waiting: new Set(), ofOthers: 0, unreadable: 0, held: undefined, refused: [] }
const listeners = new Set<() => void>()

export function setOutbox(change: Partial<Outbox>): void {
  outbox = { ...outbox, ...change }
  for (const listener of listeners) listener()
}

export const useOutbox = (): Outbox => useSyncExternalStore(watch, () => outbox)

/** What of whoever works here now the databank did not take: a colleague at the same page does not see it. */
export function useRefused(): readonly Refused[] {
  const { data: session } = useQuery(sessionQuery)
  return useOutbox().refused.filter(({ memberId }) => memberId === session?.member.id)
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const addRefused = (one: Refused): void => setOutbox({ refused: [...outbox.refused, one] })

export const forgetRefused = (id: string): void =>
  setOutbox({ refused: outbox.refused.filter((one) => one.id !== id) })

/** What the server could not open: it stays here, and is sent again by the page that is loaded next. */
const unreadable = new Set<string>()
export const leaveUnreadable = (id: string): void => void unreadable.add(id)

/** Shows how much of what is on this device waits; answers this author's. */
export function countWaiting(all: readonly Waiting[], memberId: string): readonly Waiting[] {
  const readable = all.filter(({ id }) => !unreadable.has(id))
  // What was refused on this page comes back when the page does: only its author reads it, and only from the server.
  const isRefused = (id: string) => outbox.refused.some((one) => one.id === id)
  const mine = readable.filter((one) => one.memberId === memberId && !isRefused(one.id))
  setOutbox({
    waiting: new Set(mine.map(({ id }) => id)),
    ofOthers: readable.filter((one) => one.memberId !== memberId).length,
    unreadable: all.length - readable.length,
  })
  return mine
}
