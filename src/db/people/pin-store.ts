import type { AccountId, CityId, MemberId, PinId } from '../../domain/id.ts'
import { type PinFacts, stateOfPin } from '../../domain/people/pin.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { asActor, asAuthWithin } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database, Tx } from '../database.ts'

interface NewPin {
  readonly id: PinId
  readonly cityId: CityId
  readonly memberId: MemberId
  readonly deviceId: string | null
  /** SHA-256 of its token. */
  readonly digest: string
  readonly now: Date
}

/** Sets somebody's own code on a device, or sets it anew. Refuses an id that is somebody else's: `id_taken`. */
export async function setPin(
  tx: Tx,
  { id, cityId, memberId, deviceId, digest, now }: NewPin,
): Promise<Refusal | undefined> {
  const facts = {
    device_id: deviceId,
    digest,
    digest_before: null,
    made_at: now,
    used_at: now,
    ended_at: null,
  }
  const known = await tx.updateTable('pin').set(facts).where('id', '=', id).executeTakeFirst()
  if (known.numUpdatedRows > 0n) return undefined
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('pin')
    .values({ city_id: cityId, id, member_id: memberId, ...facts })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n ? undefined : refuse('id_taken')
}

/** Ends one code, or all of somebody's. */
export const endPins = (tx: Tx, which: { readonly id: PinId } | { readonly memberId: MemberId }, now: Date) =>
  tx
    .updateTable('pin')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .where('id' in which ? 'id' : 'member_id', '=', 'id' in which ? which.id : which.memberId)
    .execute()

interface Use {
  readonly cityId: CityId
  readonly id: PinId
  readonly digest: string
  /** Of the token that opens it from now on. */
  readonly nextDigest: string
  readonly now: Date
}

/**
 * Lets a token in once and puts the next in its place; answers whose account it is. Refuses all others: `pin_over`. One
 * that was used before ends the code: somebody has a copy of it.
 */
export const usePin = (
  db: Database,
  { cityId, id, digest, nextDigest, now }: Use,
): Promise<AccountId | Refusal> => {
  const door = { kind: 'job', cityId } as const
  return asActor(db, door, async (tx) => {
    const found = await findPin(tx, id)
    const passwordSince =
      found && (await asAuthWithin(tx, door, (auth) => readPasswordSince(auth, found.accountId)))
    const state = found ? stateOfPin(found, { digest, now, passwordSince }) : 'over'
    if (!found || state === 'over') return refuse('pin_over')
    if (state === 'replayed') {
      await endPins(tx, { id }, now)
      await writeAuditEvent(tx, door, { event: 'pin.replayed', subjectId: id })
      return refuse('pin_over')
    }
    const digestBefore = digest === found.digest ? digest : found.digestBefore
    await tx
      .updateTable('pin')
      .set({ digest: nextDigest, digest_before: digestBefore, used_at: now })
      .where('id', '=', id)
      .execute()
    await writeAuditEvent(tx, door, { event: 'pin.used', subjectId: id })
    return found.accountId
  })
}

async function findPin(
  tx: Tx,
  id: PinId,
): Promise<(PinFacts & { readonly accountId: AccountId }) | undefined> {
  const row = await tx
    .selectFrom('pin')
    .innerJoin('member', (on) =>
      on.onRef('member.city_id', '=', 'pin.city_id').onRef('member.id', '=', 'pin.member_id'),
    )
    .where('pin.id', '=', id)
    .where('member.disabled_at', 'is', null)
    // A device that was revoked opens nothing any more, whoever has its codes.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('device')
            .select('device.id')
            .whereRef('device.city_id', '=', 'pin.city_id')
            .whereRef('device.id', '=', 'pin.device_id')
            .where('device.revoked_at', 'is not', null),
        ),
      ),
    )
    .select([
      'member.account_id as accountId',
      'digest',
      'digest_before as digestBefore',
      'made_at as madeAt',
      'used_at as usedAt',
      'ended_at as endedAt',
    ])
    .forUpdate('pin')
    .executeTakeFirst()
  return row?.accountId ? { ...row, accountId: row.accountId } : undefined
}

/** Since when the account has its password; undefined in the demo, where nobody has one. */
async function readPasswordSince(auth: Tx, account: AccountId): Promise<Date | undefined> {
  const row = await auth
    .selectFrom('account_credential')
    .select('updated_at')
    .where('user_id', '=', account)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.updated_at
}
