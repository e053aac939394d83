import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { AccountId, MemberId } from '../../domain/id.ts'
import { checkAdministration, successorRoles } from '../../domain/people/membership.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { openOutcomes } from '../../domain/request/open-outcome.ts'
import { asAuthWithin } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { findMember, lockAdministrators, type MemberRow } from './member-store.ts'
import { endPins } from './pin-store.ts'

// What somebody leaves behind. The administrator sees none of these requests: the functions of migration 0050 count
// and move them (docs/decisions/0019-leaving.md).

/** How many requests somebody looks after that are open, or of which something is still to be done. */
export async function countCares(tx: Tx, id: MemberId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count_cares(${id}::uuid, ${[...openOutcomes]}::text[]) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Who could take over from somebody: the coach first, then guides, bridge figures and coaches beside them. */
export async function listSuccessors(tx: Tx, { id, organizationId, coachId }: MemberRow) {
  const rows = await tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where('id', '!=', id)
    .where('disabled_at', 'is', null)
    .where('account_id', 'is not', null)
    .where((where) =>
      where.or([
        where('id', '=', coachId),
        where.and([
          where('organization_id', '=', organizationId),
          where(sql<boolean>`roles && ${[...successorRoles]}::text[]`, '=', true),
        ]),
      ]),
    )
    .orderBy('name')
    .execute()
  return [...rows.filter((each) => each.id === coachId), ...rows.filter((each) => each.id !== coachId)]
}

export interface Moved {
  readonly member: MemberRow
  /** How many open requests went to somebody else, or came back. */
  readonly moved: number
}

/**
 * Shuts somebody out at once: no sign-in, no session, no key. What they had open moves to `successorId`; with null it
 * stays where it is. Somebody who is out already stays as they are. Refuses: `not_found`, `last_admin`,
 * `own_disabling`, and who cannot take over (`successor_gone`).
 */
export async function disableMember(
  tx: Tx,
  actor: Actor,
  { id, successorId, now }: { id: MemberId; successorId: MemberId | null; now: Date },
): Promise<Moved | Refusal> {
  const administrators = await lockAdministrators(tx)
  const before = await findMember(tx, id)
  if (!before) return refuse('not_found')
  if (before.disabledAt) return { member: before, moved: 0 }
  const by = actor.kind === 'member' ? actor.memberId : undefined
  const refusal = checkAdministration(administrators, { id, roles: before.roles, disabled: true }, by)
  if (refusal) return refusal
  const successors = successorId ? await listSuccessors(tx, before) : []
  if (successorId && !successors.some((each) => each.id === successorId)) return refuse('successor_gone')
  const moved = successorId ? await moveCares(tx, id, successorId) : 0
  await tx
    .updateTable('member')
    .set({ disabled_at: now, successor_id: successorId, version: before.version + 1 })
    .where('id', '=', id)
    .execute()
  const keys = await revokeKeys(tx, id, now)
  await endPins(tx, { memberId: id }, now)
  if (before.accountId) await endSessions(tx, actor, before.accountId, now)
  await writeAuditEvent(tx, actor, { event: 'member.disabled', subjectId: id, details: { moved, keys } })
  return { member: await readAgain(tx, id), moved }
}

/**
 * Lets somebody in again. The own requests come back from whoever took them over, unless they were closed or handed on
 * since. Refuses: `not_found`.
 */
export async function enableMember(tx: Tx, actor: Actor, id: MemberId): Promise<Moved | Refusal> {
  const before = await tx
    .selectFrom('member')
    .select(['disabled_at as disabledAt', 'successor_id as successorId', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return refuse('not_found')
  if (!before.disabledAt) return { member: await readAgain(tx, id), moved: 0 }
  const moved = before.successorId ? await returnCares(tx, id, before.successorId) : 0
  await tx
    .updateTable('member')
    .set({ disabled_at: null, successor_id: null, version: before.version + 1 })
    .where('id', '=', id)
    .execute()
  await writeAuditEvent(tx, actor, { event: 'member.enabled', subjectId: id, details: { moved } })
  return { member: await readAgain(tx, id), moved }
}

async function moveCares(tx: Tx, from: MemberId, to: MemberId): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select move_cares(${from}::uuid, ${to}::uuid, ${[...openOutcomes]}::text[]) as moved`.execute(tx)
  return rows[0]?.moved ?? 0
}

async function returnCares(tx: Tx, guide: MemberId, from: MemberId): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select return_cares(${guide}::uuid, ${from}::uuid, ${[...openOutcomes]}::text[]) as moved`.execute(tx)
  return rows[0]?.moved ?? 0
}

async function revokeKeys(tx: Tx, id: MemberId, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('member_id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Whoever is still at work in another city stays signed in there. Any other opens nothing any more, and says why. */
const endSessions = (tx: Tx, actor: Actor, account: AccountId, now: Date): Promise<unknown> =>
  asAuthWithin(tx, actor, (auth) =>
    auth
      .updateTable('session')
      .set({ shut_out_at: now })
      .where('user_id', '=', account)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('member')
              .select('member.id')
              .where('member.account_id', '=', account)
              .where('member.disabled_at', 'is', null),
          ),
        ),
      )
      .execute(),
  )

async function readAgain(tx: Tx, id: MemberId): Promise<MemberRow> {
  const row = await findMember(tx, id)
  if (!row) throw new Error('a member that was just changed is not there')
  return row
}
