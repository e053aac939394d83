import { writeAuditEvent } from '../../db/audit-store.ts'
import * as store from '../../db/coaching/handover-store.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../domain/actor.ts'
import type { HandoverId, HelpRequestId, MemberId } from '../../domain/id.ts'
import { latestErasure } from '../../domain/note/note-limit.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Writing } from '../note/own-note.ts'
import { openAll, writeTo } from './coaching-work.ts'

type Person = Extract<Actor, { kind: 'member' }>

export interface OpenHandover extends Omit<store.Handover, 'reasonId'> {
  readonly reason: string | null
}

export async function openHandovers(
  tx: Tx,
  actor: Person,
  secret: string,
  narrowed: { readonly requestId?: HelpRequestId | undefined; readonly id?: HandoverId } = {},
): Promise<OpenHandover[]> {
  const found = await store.listHandovers(tx, narrowed)
  const words = await openAll(
    tx,
    actor,
    secret,
    found.map(({ reasonId }) => reasonId),
  )
  return found.map(({ reasonId, ...rest }) => ({ ...rest, reason: words(reasonId) }))
}

interface Offer {
  readonly id: HandoverId
  readonly requestId: HelpRequestId
  readonly toId: MemberId
  readonly reason: string
}

/**
 * Offers a request to a colleague, once per id. Refuses one that the actor does not look after now (`not_found`), who is
 * no colleague (`colleague_gone`), and what addHandover refuses.
 */
export async function offerRequest(
  tx: Tx,
  actor: Person,
  offer: Offer,
  writing: Writing,
): Promise<{ readonly offered: OpenHandover; readonly isNew: boolean } | Refusal> {
  const { id, requestId, toId, reason } = offer
  const before = await offeredBefore(tx, actor, offer, writing.secret)
  if (before) return before
  const fromId = actor.memberId
  if (!(await store.looksAfter(tx, requestId, fromId))) return refuse('not_found')
  const colleagues = await store.listColleagues(tx, fromId)
  if (!colleagues.some((one) => one.id === toId)) return refuse('colleague_gone')
  const given = { id, requestId, fromId, toId, offeredAt: writing.now }
  const refusal = await store.addHandover(tx, actor.cityId, given)
  // The same may have been offered at this moment.
  if (refusal) return (await offeredBefore(tx, actor, offer, writing.secret)) ?? refusal
  const words = { kind: 'handover', requestId, readerId: toId, text: reason } as const
  const eraseOn = latestErasure(writing.today)
  await store.giveReason(tx, id, await writeTo(tx, actor, { ...words, eraseOn }, writing))
  await writeAuditEvent(tx, actor, { event: 'handover.offered', subjectId: requestId })
  return { offered: await readAgain(tx, actor, id, writing.secret), isNew: true }
}

/** The hand-over of this id, where it offers the same; refuses another one (`id_taken`). */
async function offeredBefore(tx: Tx, actor: Person, { id, requestId, toId, reason }: Offer, secret: string) {
  const [before] = await openHandovers(tx, actor, secret, { id })
  if (!before) return undefined
  const isSame = before.requestId === requestId && before.toId === toId && before.reason === reason
  return isSame ? { offered: before, isNew: false } : refuse('id_taken')
}

interface Settling {
  readonly id: HandoverId
  readonly version: number
  readonly now: Date
}

/** The colleague takes it over. Refuses what holdHandover refuses, who it was not offered to, and `handover_over`. */
export async function acceptHandover(
  tx: Tx,
  actor: Person,
  { id, version, now }: Settling,
  secret: string,
): Promise<OpenHandover | Refusal> {
  const held = await store.holdHandover(tx, id, version)
  if (isRefusal(held)) return held
  if (held.toId !== actor.memberId) return refuse('not_found')
  if (held.acceptedAt || held.endedAt || !(await store.passCare(tx, id, true))) return refuse('handover_over')
  await store.settleHandover(tx, actor, held, { event: 'accepted', now })
  return readAgain(tx, actor, id, secret)
}

/**
 * The colleague gives it back, accepted or not; whoever offered it may take it back until it is accepted. Refuses what
 * holdHandover refuses, and `handover_over`.
 */
export async function endHandover(
  tx: Tx,
  actor: Person,
  { id, version, now }: Settling,
  secret: string,
): Promise<OpenHandover | Refusal> {
  const held = await store.holdHandover(tx, id, version)
  if (isRefusal(held)) return held
  const isColleague = held.toId === actor.memberId
  if (held.endedAt || (held.acceptedAt && !isColleague)) return refuse('handover_over')
  if (held.acceptedAt && !(await store.passCare(tx, id, false))) return refuse('handover_over')
  await store.settleHandover(tx, actor, held, { event: isColleague ? 'given_back' : 'withdrawn', now })
  return readAgain(tx, actor, id, secret)
}

async function readAgain(tx: Tx, actor: Person, id: HandoverId, secret: string): Promise<OpenHandover> {
  const [found] = await openHandovers(tx, actor, secret, { id })
  if (!found) throw new Error('a hand-over that was just written is not there')
  return found
}
