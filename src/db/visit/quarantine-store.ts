import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type {
  CityId,
  DeviceId,
  MemberId,
  MessageId,
  QuarantinedVisitId,
  SealingKeyId,
} from '../../domain/id.ts'
import { quarantinedVisitId } from '../../domain/id.ts'
import type { Role } from '../../domain/people/member.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

type Person = Extract<Actor, { kind: 'member' }>

/** Who of the city these are; whoever is not among them is nobody's author here. */
export const readAuthors = (tx: Tx, ids: readonly MemberId[]) =>
  tx
    .selectFrom('member')
    .select(['id', 'disabled_at as disabledAt'])
    .where('id', 'in', [...ids])
    .execute()

export interface NewQuarantined {
  readonly messageId: MessageId
  readonly memberId: MemberId
  readonly keyId: SealingKeyId
  readonly deviceId: DeviceId
  readonly sealed: Buffer
  readonly digest: string
  readonly sentAt: Date
  readonly receivedAt: Date
  /** Its author undid it, with these words. */
  readonly withdrawnFor: string | null
}

/** Keeps what a device handed over, once however often it comes. As the clockwork of the city. */
export async function addQuarantined(tx: Tx, cityId: CityId, one: NewQuarantined): Promise<void> {
  const added = await tx
    .insertInto('quarantined_visit')
    .values({
      city_id: cityId,
      id: quarantinedVisitId.parse(makeUuid()),
      visit_id: one.messageId,
      member_id: one.memberId,
      key_id: one.keyId,
      device_id: one.deviceId,
      sealed: one.sealed,
      sealed_digest: one.digest,
      sent_at: one.sentAt,
      received_at: one.receivedAt,
      withdrawn_for: one.withdrawnFor,
    })
    .onConflict((conflict) => conflict.constraint('quarantined_visit_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return
  const event = { event: 'quarantined_visit.received', subjectId: one.messageId }
  await writeAuditEvent(tx, { kind: 'job', cityId }, event)
}

export async function countOfDevice(tx: Tx, id: DeviceId): Promise<number> {
  const { count } = await tx
    .selectFrom('quarantined_visit')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('device_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

/** What its author undid is undone, also when it had come before without that word. */
const undoneWith = sql<string | null>`coalesce(q.withdrawn_for, (
  select max(u.withdrawn_for) from quarantined_visit u
  where u.city_id = q.city_id and u.visit_id = q.visit_id and u.member_id = q.member_id and u.device_id = q.device_id))`

const mostListed = 200

/** What waits for a decision, the oldest first: who, when and on which device; never what is in it. */
export async function listQuarantined(tx: Tx) {
  const rows = await tx
    .selectFrom('quarantined_visit as q')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'q.city_id').onRef('m.id', '=', 'q.member_id'),
    )
    .innerJoin('device as d', (join) =>
      join.onRef('d.city_id', '=', 'q.city_id').onRef('d.id', '=', 'q.device_id'),
    )
    .where('q.sealed', 'is not', null)
    .select([
      'q.id',
      'q.received_at as receivedAt',
      'm.name as author',
      'm.disabled_at as disabledAt',
      'd.name as device',
      'd.revoked_at as revokedAt',
      undoneWith.as('withdrawnFor'),
      sql<number>`count(*) over ()::integer`.as('total'),
    ])
    .orderBy('q.received_at')
    .orderBy('q.id')
    .limit(mostListed)
    .execute()
  return { items: rows, total: rows[0]?.total ?? 0 }
}

export interface Quarantined {
  readonly id: QuarantinedVisitId
  readonly messageId: MessageId
  readonly keyId: SealingKeyId
  readonly sealed: Buffer
  readonly sentAt: Date
  readonly receivedAt: Date
  /** Its author undid it, with these words. */
  readonly withdrawnFor: string | null
  readonly wrappedKey: Buffer
  /** In whose name it came. */
  readonly author: Pick<Person, 'memberId' | 'organizationId'> & { readonly roles: readonly Role[] }
}

/**
 * Keeps everybody else from deciding on it as long as this transaction lasts. Refuses `not_found`; `quarantine_decided` also
 * when somebody decides at this very moment.
 */
export async function holdQuarantined(tx: Tx, id: QuarantinedVisitId): Promise<'held' | Refusal> {
  const held = await tx
    .selectFrom('quarantined_visit')
    .select('id')
    .where('id', '=', id)
    .where('sealed', 'is not', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return held ? 'held' : refuseUnheld(tx, id)
}

async function refuseUnheld(tx: Tx, id: QuarantinedVisitId): Promise<Refusal> {
  const known = tx.selectFrom('quarantined_visit').select('id').where('id', '=', id)
  return refuse((await known.executeTakeFirst()) ? 'quarantine_decided' : 'not_found')
}

/** One that waits for a decision, with the key that opens it. Refuses: `not_found`, `quarantine_decided`. */
export async function readQuarantined(tx: Tx, id: QuarantinedVisitId): Promise<Quarantined | Refusal> {
  const row = await tx
    .selectFrom('quarantined_visit as q')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'q.city_id').onRef('m.id', '=', 'q.member_id'),
    )
    .innerJoin('sealing_key as k', (join) =>
      join.onRef('k.city_id', '=', 'q.city_id').onRef('k.id', '=', 'q.key_id'),
    )
    .where('q.id', '=', id)
    .select([
      'q.id',
      'q.visit_id as messageId',
      'q.key_id as keyId',
      'q.sealed',
      'q.sent_at as sentAt',
      'q.received_at as receivedAt',
      undoneWith.as('withdrawnFor'),
      'k.wrapped_key as wrappedKey',
      'm.id as memberId',
      'm.organization_id as organizationId',
      'm.roles',
    ])
    .executeTakeFirst()
  if (!row) return refuse('not_found')
  const { sealed, memberId, organizationId, roles, ...rest } = row
  if (!sealed) return refuse('quarantine_decided')
  return { ...rest, sealed, author: { memberId, organizationId, roles } }
}

/** That somebody read what is in it. */
export const noteOpening = (tx: Tx, actor: Person, messageId: MessageId) =>
  writeAuditEvent(tx, actor, { event: 'quarantined_visit.opened', subjectId: messageId })

/** Ends the quarantine of a message and erases its bytes. Refuses: `not_found`, `quarantine_decided`. */
export async function decideQuarantined(
  tx: Tx,
  actor: Person,
  {
    id,
    reason,
    now,
  }: { readonly id: QuarantinedVisitId; readonly reason: string | null; readonly now: Date },
): Promise<'decided' | Refusal> {
  const row = await tx
    .updateTable('quarantined_visit')
    .set({
      sealed: null,
      decided_by: actor.memberId,
      reason,
      ...(reason === null ? { accepted_at: now } : { discarded_at: now }),
    })
    .where('id', '=', id)
    .where('sealed', 'is not', null)
    .returning('visit_id as messageId')
    .executeTakeFirst()
  if (!row) return refuseUnheld(tx, id)
  const event = reason === null ? 'quarantined_visit.accepted' : 'quarantined_visit.discarded'
  await writeAuditEvent(tx, actor, { event, subjectId: row.messageId })
  return 'decided'
}
