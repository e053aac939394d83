import { CompiledQuery, sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { AccountId, ApiKeyId, CityId, MemberId, OrganizationId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Role } from '../../domain/people/member.ts'
import type { SignedIn } from '../../domain/people/session.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database, Tx } from '../database.ts'
import { isBefore, type ListPage, type MomentPosition } from '../list-page.ts'
import { findMember } from './member-store.ts'

const columns = [
  'id',
  'member_id as memberId',
  sql<string>`(select member.name from member
    where member.city_id = api_key.city_id and member.id = api_key.member_id)`.as('memberName'),
  'name',
  'roles',
  'prefix',
  'made_at as madeAt',
  'expires_at as expiresAt',
  'last_used_on as lastUsedOn',
  'revoked_at as revokedAt',
] as const

/** The keys of a city, newest first; all of them, or a page. */
export const listKeys = (tx: Tx, page?: ListPage<MomentPosition>) =>
  tx
    .selectFrom('api_key')
    .select(columns)
    .$if(page?.after !== undefined, (query) => query.where(isBefore('made_at', 'id', page?.after)))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .$if(page !== undefined, (query) => query.limit(page?.limit ?? 0))
    .execute()

export type KeyRow = Awaited<ReturnType<typeof listKeys>>[number]

export interface NewKey {
  readonly id: ApiKeyId
  readonly memberId: MemberId
  readonly name: string
  readonly roles: readonly Role[]
  readonly expiresAt: Date | null
  readonly prefix: string
  readonly digest: string
  readonly now: Date
}

/**
 * Adds a key of somebody who can sign in. The same one again is recognised (`added` false), but its secret is known no
 * more. Refuses roles that the member does not hold (`key_roles`), somebody who cannot sign in (`key_member`), a last day
 * that is over (`last_day_past`), and another key under this id (`id_taken`).
 */
export async function addKey(
  tx: Tx,
  actor: Actor,
  key: NewKey,
): Promise<{ row: KeyRow; added: boolean } | Refusal> {
  const same = await findKey(tx, key.id)
  if (same) return recognise(same, key)
  const member = await findMember(tx, key.memberId)
  if (!member?.accountId || member.disabledAt) return refuse('key_member')
  if (!key.roles.every((role) => member.roles.includes(role))) return refuse('key_roles')
  if (key.expiresAt && key.expiresAt <= key.now) return refuse('last_day_past', { field: 'lastDay' })
  const added = await tx
    .insertInto('api_key')
    .values({
      city_id: actor.cityId,
      id: key.id,
      member_id: key.memberId,
      name: key.name,
      roles: [...key.roles],
      prefix: key.prefix,
      digest: key.digest,
      made_at: key.now,
      expires_at: key.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (added) {
    await writeAuditEvent(tx, actor, { event: 'api_key.made', subjectId: key.id })
    return { row: added, added: true }
  }
  const made = await findKey(tx, key.id)
  if (!made) throw new Error('a key that is in the way is not there')
  return recognise(made, key)
}

const findKey = (tx: Tx, id: ApiKeyId) =>
  tx.selectFrom('api_key').select(columns).where('id', '=', id).executeTakeFirst()

const recognise = (row: KeyRow, key: NewKey) =>
  isSame(row, key) ? { row, added: false } : refuse('id_taken')

const isSame = (row: KeyRow, key: NewKey): boolean =>
  row.memberId === key.memberId &&
  row.name === key.name &&
  row.roles.join() === key.roles.join() &&
  row.expiresAt?.getTime() === key.expiresAt?.getTime()

/** Ends a key for ever; one that was ended before keeps its moment. Refuses: `not_found`. */
export async function revokeKey(tx: Tx, actor: Actor, id: ApiKeyId, now: Date): Promise<KeyRow | Refusal> {
  const row = await tx
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(columns)
    .executeTakeFirst()
  if (row) {
    await writeAuditEvent(tx, actor, { event: 'api_key.revoked', subjectId: id })
    return row
  }
  return (await findKey(tx, id)) ?? refuse('not_found')
}

/**
 * Whose program it is, in one query; undefined when the key was never made, is revoked or over, or when its member is
 * out. It may what both the key and its member may now.
 */
export async function findKeyHolder(db: Database, digest: string, now: Date): Promise<SignedIn | undefined> {
  const { rows } = await db.auth.executeQuery<HolderColumns>(CompiledQuery.raw(holderSql, [digest, now]))
  const [row] = rows
  if (!row) return undefined
  const today = now.toISOString().slice(0, 10)
  if (row.lastUsedOn !== today) await noteUse(db, row, today)
  const city = {
    id: row.cityId,
    code: row.code,
    name: row.name,
    timeZone: row.timeZone,
    isDemo: row.isDemo,
  }
  const { accountId, email, memberId, memberName, organizationId, roles, keyId } = row
  const member = { id: memberId, cityId: row.cityId, organizationId, name: memberName, roles }
  return { accountId, email, member, city, cities: [city], keyId }
}

const noteUse = (db: Database, { cityId, keyId }: HolderColumns, today: string): Promise<unknown> =>
  db.auth.executeQuery(
    CompiledQuery.raw('update api_key set last_used_on = $3 where city_id = $1 and id = $2', [
      cityId,
      keyId,
      today,
    ]),
  )

const holderSql = `select account.id as "accountId", account.email, member.id as "memberId", member.name as "memberName",
    array(select unnest(api_key.roles) intersect select unnest(member.roles)) as roles,
    member.organization_id as "organizationId", api_key.id as "keyId", api_key.last_used_on as "lastUsedOn",
    city.id as "cityId", city.code, city.name, city.time_zone as "timeZone", city.is_demo as "isDemo"
  from api_key
    join member on member.city_id = api_key.city_id and member.id = api_key.member_id and member.disabled_at is null
    join account on account.id = member.account_id
    join city on city.id = api_key.city_id
  where api_key.digest = $1 and api_key.revoked_at is null and (api_key.expires_at is null or api_key.expires_at > $2)`

interface HolderColumns {
  readonly accountId: AccountId
  readonly email: string
  readonly memberId: MemberId
  readonly memberName: string
  readonly roles: readonly Role[]
  readonly organizationId: OrganizationId
  readonly keyId: ApiKeyId
  readonly lastUsedOn: LocalDate | null
  readonly cityId: CityId
  readonly code: string
  readonly name: string
  readonly timeZone: string
  readonly isDemo: boolean
}
