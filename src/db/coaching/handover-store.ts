import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { CityId, HandoverId, HelpRequestId, MemberId, SealedWordsId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

/** A request that somebody offered a colleague to follow up; the reason is sealed elsewhere. */
export interface Handover {
  readonly id: HandoverId
  readonly requestId: HelpRequestId
  /** Null where the reader does not see the request. */
  readonly theme: string | null
  readonly receivedOn: LocalDate | null
  readonly fromId: MemberId
  readonly from: string
  readonly toId: MemberId
  readonly to: string
  readonly reasonId: SealedWordsId | null
  readonly offeredAt: Date
  readonly acceptedAt: Date | null
  readonly endedAt: Date | null
  readonly endedById: MemberId | null
  readonly version: number
}

const most = 100

/** What the actor offered and was offered: first what waits for an answer, then the newest. */
export async function listHandovers(
  tx: Tx,
  narrowed: { readonly requestId?: HelpRequestId | undefined; readonly id?: HandoverId } = {},
): Promise<Handover[]> {
  const { requestId = null, id = null } = narrowed
  const { rows } = await sql<Handover>`
    select h.id, h.request_id as "requestId", r.theme, r.received_on as "receivedOn", h.from_id as "fromId", f.name as from,
      h.to_id as "toId", t.name as to, h.reason_id as "reasonId", h.offered_at as "offeredAt",
      h.accepted_at as "acceptedAt", h.ended_at as "endedAt", h.ended_by as "endedById", h.version
    from handover h
      join member f on f.city_id = h.city_id and f.id = h.from_id
      join member t on t.city_id = h.city_id and t.id = h.to_id
      left join help_request r on r.city_id = h.city_id and r.id = h.request_id
    where h.city_id = app_city()
      and (${requestId}::uuid is null or h.request_id = ${requestId}) and (${id}::uuid is null or h.id = ${id})
    order by h.accepted_at is not null or h.ended_at is not null, h.offered_at desc, h.id
    limit ${most}`.execute(tx)
  return rows
}

/** To whom the actor may offer a request: guides and bridge figures at work in the same organisation. */
export const listColleagues = (tx: Tx, memberId: MemberId) =>
  tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where(sql<boolean>`organization_id = app_organization() and roles && array['guide', 'bridge_figure']`)
    .where('id', '!=', memberId)
    .where('disabled_at', 'is', null)
    .where('account_id', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Whether the actor is the one who looks after the request now. */
export async function looksAfter(tx: Tx, requestId: HelpRequestId, memberId: MemberId): Promise<boolean> {
  const row = await tx
    .selectFrom('help_request')
    .select('id')
    .where('id', '=', requestId)
    .where('voided_at', 'is', null)
    .where(({ fn }) => fn.coalesce('caretaker_id', 'guide_id'), '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}

export interface NewHandover {
  readonly id: HandoverId
  readonly requestId: HelpRequestId
  readonly fromId: MemberId
  readonly toId: MemberId
  readonly offeredAt: Date
}

/** Refuses a request that waits for a colleague's answer already (`handover_open`) and a used id (`id_taken`). */
export async function addHandover(tx: Tx, cityId: CityId, given: NewHandover): Promise<Refusal | undefined> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('handover')
    .values({
      city_id: cityId,
      id: given.id,
      request_id: given.requestId,
      from_id: given.fromId,
      to_id: given.toId,
      offered_at: given.offeredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) return undefined
  const open = await listHandovers(tx, { requestId: given.requestId })
  return refuse(open.some((one) => !one.acceptedAt && !one.endedAt) ? 'handover_open' : 'id_taken')
}

export const giveReason = (tx: Tx, id: HandoverId, reasonId: SealedWordsId) =>
  tx.updateTable('handover').set({ reason_id: reasonId }).where('id', '=', id).execute()

/** Held until the end of the transaction. Refuses `not_found` and `version_stale`. */
export async function holdHandover(tx: Tx, id: HandoverId, version: number): Promise<Handover | Refusal> {
  await tx.selectFrom('handover').select('id').where('id', '=', id).forUpdate().execute()
  const [found] = await listHandovers(tx, { id })
  if (!found) return refuse('not_found')
  return found.version === version ? found : refuse('version_stale')
}

/** Lets the request be looked after by the colleague, or by whoever offered it again; false where it moved on meanwhile. */
export async function passCare(tx: Tx, id: HandoverId, accepts: boolean): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`select pass_care(${id}::uuid, ${accepts}) as moved`.execute(
    tx,
  )
  return rows[0]?.moved === true
}

/** Writes what became of it, and that to the audit. */
export async function settleHandover(
  tx: Tx,
  actor: Extract<Actor, { kind: 'member' }>,
  { id, requestId }: Pick<Handover, 'id' | 'requestId'>,
  { event, now }: { readonly event: 'accepted' | 'given_back' | 'withdrawn'; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('handover')
    .set(event === 'accepted' ? { accepted_at: now } : { ended_at: now, ended_by: actor.memberId })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await writeAuditEvent(tx, actor, { event: `handover.${event}`, subjectId: requestId })
}
