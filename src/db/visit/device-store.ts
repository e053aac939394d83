import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { CityId, DeviceId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { asAuthWithin } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database, Tx } from '../database.ts'

type Person = Extract<Actor, { kind: 'member' }>

/** A browser as it presents itself; of its secret only the digest. */
export interface DeviceProof {
  readonly id: DeviceId
  readonly digest: string
}

/**
 * The device that proves itself, before anybody is known; undefined when there is none, or its secret is another. Ids are made
 * by browsers, so that another city may hold the same one.
 */
export const findDevice = (db: Database, { id, digest }: DeviceProof) =>
  db.auth
    .selectFrom('device')
    .select(['city_id as cityId', 'id', 'revoked_at as revokedAt'])
    .where('id', '=', id)
    .where('secret_digest', '=', digest)
    .executeTakeFirst()

/** Whether this device of the actor's city was revoked; false for one that the city does not know. */
export async function isRevoked(tx: Tx, { id, digest }: DeviceProof): Promise<boolean> {
  const row = await tx
    .selectFrom('device')
    .select('revoked_at')
    .where('id', '=', id)
    .where('secret_digest', '=', digest)
    .executeTakeFirst()
  return row?.revoked_at != null
}

export interface NewDevice extends DeviceProof {
  readonly name: string
  readonly now: Date
}

/**
 * Makes a device known to the city, or recognises it. Refuses one that is revoked (`device_revoked`) and an id that another
 * device has (`id_taken`).
 */
export async function registerDevice(tx: Tx, actor: Person, device: NewDevice) {
  const { id, digest, name, now } = device
  const added = await tx
    .insertInto('device')
    .values({
      city_id: actor.cityId,
      id,
      secret_digest: digest,
      name,
      registered_by: actor.memberId,
      registered_at: now,
      last_seen_on: sql<LocalDate>`${now}::date`,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) await writeAuditEvent(tx, actor, { event: 'device.registered', subjectId: id })
  const known = await tx
    .selectFrom('device')
    .select(['name', 'secret_digest as digest', 'revoked_at as revokedAt', 'last_seen_on as lastSeenOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (known.digest !== digest) return refuse('id_taken')
  return known.revokedAt
    ? refuse('device_revoked')
    : { id, name: known.name, lastSeenOn: known.lastSeenOn, added: added !== undefined }
}

/** By the clockwork of the city: a guide changes nothing of a device. */
export const noteDeviceUse = (tx: Tx, id: DeviceId, today: LocalDate) =>
  tx.updateTable('device').set({ last_seen_on: today }).where('id', '=', id).execute()

/** This session is on this device: revoking the device ends it. As the auth role. */
export const noteSessionDevice = (db: Database, token: string, id: DeviceId) =>
  db.auth.updateTable('session').set({ device_id: id }).where('token', '=', token).execute()

const columns = [
  'id',
  'name',
  sql<string>`(select m.name from member m where m.city_id = device.city_id and m.id = device.registered_by)`.as(
    'registeredBy',
  ),
  'registered_at as registeredAt',
  'last_seen_on as lastSeenOn',
  'revoked_at as revokedAt',
  'version',
] as const

/** Every device of the city, those in use first. */
export const listDevices = (tx: Tx) =>
  tx
    .selectFrom('device')
    .select(columns)
    .orderBy(sql`revoked_at is not null`)
    .orderBy('name')
    .orderBy('id')
    .execute()

export type DeviceRow = Awaited<ReturnType<typeof listDevices>>[number]

const findRow = (tx: Tx, id: DeviceId) =>
  tx.selectFrom('device').select(columns).where('id', '=', id).executeTakeFirst()

/** Refuses: `not_found`, `version_stale`. */
export async function renameDevice(
  tx: Tx,
  actor: Actor,
  { id, name, version }: { readonly id: DeviceId; readonly name: string; readonly version: number },
): Promise<DeviceRow | Refusal> {
  const row = await tx
    .updateTable('device')
    .set({ name, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  if (!row) return refuse((await findRow(tx, id)) ? 'version_stale' : 'not_found')
  await writeAuditEvent(tx, actor, { event: 'device.renamed', subjectId: id })
  return row
}

/**
 * Revokes a device for ever and ends every session on it; one that was revoked before keeps its moment. Refuses:
 * `not_found`.
 */
export async function revokeDevice(
  tx: Tx,
  actor: Person,
  { id, now }: { readonly id: DeviceId; readonly now: Date },
): Promise<DeviceRow | Refusal> {
  const row = await tx
    .updateTable('device')
    .set({ revoked_at: now, revoked_by: actor.memberId, version: sql`version + 1` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(columns)
    .executeTakeFirst()
  if (!row) return (await findRow(tx, id)) ?? refuse('not_found')
  await writeAuditEvent(tx, actor, { event: 'device.revoked', subjectId: id })
  await asAuthWithin(tx, actor, (auth) => endSessions(auth, actor.cityId, id))
  return row
}

/** Of people of this city only: another may know a device by the same id. */
const endSessions = (auth: Tx, cityId: CityId, id: DeviceId) =>
  auth
    .deleteFrom('session')
    .where('device_id', '=', id)
    .where('user_id', 'in', (of) =>
      of
        .selectFrom('member')
        .select('account_id')
        .where('city_id', '=', cityId)
        .$castTo<{ account_id: never }>(),
    )
    .execute()
