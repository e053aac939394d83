import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import { type ClientKind, wholeHousehold } from '../../domain/client/client-rule.ts'
import type { FollowUpContent, NewFollowUp } from '../../domain/follow-up/follow-up.ts'
import type { LetterSender } from '../../domain/follow-up/sender.ts'
import type { ClientId, FollowUpId, HelpRequestId, MemberId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

type Guide = Extract<Actor, { kind: 'member' }>

export interface FollowUp extends FollowUpContent {
  readonly id: FollowUpId
  readonly requestId: HelpRequestId
  readonly theme: string
  readonly guide: { readonly id: MemberId; readonly name: string }
  readonly doneOn: LocalDate | null
  readonly version: number
}

const mostListed = 200
const mostOfClient = 50

/**
 * What the actor still has to do, what is open at requests that they took over, and what somebody who is out left at
 * theirs; the soonest first.
 */
export async function listOpenFollowUps(tx: Tx, timeZone: string): Promise<FollowUp[]> {
  const self = sql<MemberId>`(select app_member())`
  const rows = await selectFollowUps(tx, timeZone)
    .where('f.done_at', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        eb('f.guide_id', '=', self),
        eb('r.caretaker_id', '=', self),
        and([
          eb('r.guide_id', '=', self),
          eb('r.caretaker_id', 'is', null),
          eb('m.disabled_at', 'is not', null),
        ]),
      ]),
    )
    .limit(mostListed)
    .execute()
  return rows.map(followUpOf)
}

/** Everything that was noted for a request, done or not, as far as the actor may see. */
export async function listFollowUpsOf(tx: Tx, requestId: HelpRequestId, timeZone: string) {
  const rows = await selectFollowUps(tx, timeZone).where('f.request_id', '=', requestId).execute()
  return rows.map(followUpOf)
}

/** What is open at the requests of a client; the policies leave those of the actor's own organisation. */
export async function listOpenFollowUpsOfClient(
  tx: Tx,
  { id, kind }: { readonly id: ClientId; readonly kind: ClientKind },
  timeZone: string,
): Promise<FollowUp[]> {
  const rows = await selectFollowUps(tx, timeZone)
    .innerJoin('client_request as l', (join) =>
      join.onRef('l.city_id', '=', 'f.city_id').onRef('l.id', '=', 'f.request_id'),
    )
    .where('l.client_id', '=', id)
    .where('f.done_at', 'is', null)
    .$if(kind === 'household', (query) => query.where('r.client_kind', '=', wholeHousehold))
    .limit(mostOfClient)
    .execute()
  return rows.map(followUpOf)
}

/** Writes what came with a new request; not whether it is the guide's to follow up: the request is theirs. */
export async function addFollowUps(
  tx: Tx,
  guide: Guide,
  requests: readonly { readonly id: HelpRequestId; readonly followUps?: NewFollowUp[] | undefined }[],
): Promise<void> {
  const rows = requests.flatMap(({ id, followUps = [] }) =>
    followUps.map((followUp) => rowOf(guide, id, followUp)),
  )
  if (rows.length > 0) await tx.insertInto('follow_up').values(rows).execute()
}

export interface PutFollowUp {
  readonly followUp: NewFollowUp
  readonly requestId: HelpRequestId
  readonly version: number | undefined
  readonly timeZone: string
}

/**
 * Adds it (no version) or changes that version of it. Refuses a request that the actor does not see or that was voided
 * (`not_found`) and what decidePut refuses.
 */
export async function putFollowUp(
  tx: Tx,
  guide: Guide,
  { followUp, requestId, version, timeZone }: PutFollowUp,
): Promise<{ readonly followUp: FollowUp; readonly isNew: boolean } | Refusal> {
  const { id, sender, what, dueOn } = followUp
  const request = await tx
    .selectFrom('help_request')
    .select('id')
    .where('id', '=', requestId)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!request) return refuse('not_found')
  const wanted = { sender, what, dueOn, requestId }
  const before = await holdFollowUp(tx, id)
  const decision = decidePut(before, wanted, version)
  if (isRefusal(decision)) return decision
  let isNew = false
  if (decision === 'add') {
    const added = await tx
      .insertInto('follow_up')
      .values(rowOf(guide, requestId, followUp))
      .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
      .executeTakeFirstOrThrow()
    isNew = added.numInsertedOrUpdatedRows === 1n
    if (isNew) await writeAuditEvent(tx, guide, { event: 'follow_up.noted', subjectId: id })
    // Another one was faster.
    else if (decidePut(await holdFollowUp(tx, id), wanted, version) !== 'same') return refuse('id_taken')
  } else if (decision === 'change') {
    const next = { sender, what, due_on: dueOn, version: (before?.version ?? 0) + 1 }
    await tx.updateTable('follow_up').set(next).where('id', '=', id).execute()
    await writeAuditEvent(tx, guide, { event: 'follow_up.changed', subjectId: id })
  }
  const now = await readFollowUp(tx, id, timeZone)
  return isRefusal(now) ? now : { followUp: now, isNew }
}

/** What it says now; nobody changes it until the transaction ends. */
async function holdFollowUp(tx: Tx, id: FollowUpId) {
  const found = await tx
    .selectFrom('follow_up')
    .select(['sender', 'what', 'due_on as dueOn', 'request_id as requestId', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return undefined
  const { version, sender, what, dueOn, requestId } = found
  return { version, content: { sender, what, dueOn, requestId } }
}

export interface Completion {
  readonly id: FollowUpId
  /** Null: it is not done after all. */
  readonly doneAt: Date | null
  readonly timeZone: string
}

/** Refuses what the actor does not see (`not_found`) or may not change (`forbidden`). */
export async function setDone(
  tx: Tx,
  guide: Guide,
  { id, doneAt, timeZone }: Completion,
): Promise<FollowUp | Refusal> {
  const before = await readFollowUp(tx, id, timeZone)
  if (isRefusal(before) || (before.doneOn === null) === (doneAt === null)) return before
  const { numUpdatedRows } = await tx
    .updateTable('follow_up')
    .set({ done_at: doneAt, done_by: doneAt && guide.memberId, version: before.version + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return refuse('forbidden')
  const event = doneAt === null ? 'follow_up.reopened' : 'follow_up.done'
  await writeAuditEvent(tx, guide, { event, subjectId: id })
  return readFollowUp(tx, id, timeZone)
}

/** Refuses what the actor does not see: `not_found`. */
export async function readFollowUp(tx: Tx, id: FollowUpId, timeZone: string): Promise<FollowUp | Refusal> {
  const row = await selectFollowUps(tx, timeZone).where('f.id', '=', id).executeTakeFirst()
  return row ? followUpOf(row) : refuse('not_found')
}

const rowOf = (
  { cityId, memberId, organizationId }: Guide,
  requestId: HelpRequestId,
  { id, sender, what, dueOn }: NewFollowUp,
) => ({
  ...{ city_id: cityId, id, request_id: requestId, guide_id: memberId, organization_id: organizationId },
  ...{ sender, what, due_on: dueOn },
})

/** Of a request that was voided nothing is left to do. */
const selectFollowUps = (tx: Tx, timeZone: string) =>
  tx
    .selectFrom('follow_up as f')
    .innerJoin('help_request as r', (join) =>
      join.onRef('r.city_id', '=', 'f.city_id').onRef('r.id', '=', 'f.request_id'),
    )
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'f.city_id').onRef('m.id', '=', 'f.guide_id'),
    )
    .where('r.voided_at', 'is', null)
    .select(['f.id', 'f.request_id as requestId', 'r.theme', 'f.sender', 'f.what', 'f.due_on as dueOn'])
    .select(['m.id as guideId', 'm.name as guide', 'f.version'])
    .select(sql<LocalDate | null>`(f.done_at at time zone ${timeZone})::date`.as('doneOn'))
    .orderBy('f.due_on')
    .orderBy('f.id')

type Row = Awaited<ReturnType<ReturnType<typeof selectFollowUps>['executeTakeFirstOrThrow']>>

const followUpOf = ({ guideId, guide, sender, ...rest }: Row): FollowUp => ({
  ...rest,
  // because: only this file writes the column, from this type
  sender: sender as LetterSender | null,
  guide: { id: guideId, name: guide },
})
