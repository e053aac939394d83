import { type AccountId, accountId } from '../../domain/id.ts'
import { joiningWay, type Ownership } from '../../domain/people/joining.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

export interface HeldAccount {
  readonly id: AccountId
  /** Undefined: made just now. */
  readonly before: Ownership | undefined
}

/** The account of this address, made when it is new; nobody else changes it until the end of the transaction. */
export async function holdAccount(
  auth: Tx,
  { email, name, isVerified }: { email: string; name: string; isVerified: boolean },
): Promise<HeldAccount> {
  const made = await auth
    .insertInto('account')
    .values({ id: accountId.parse(makeUuid()), email, name, email_verified: isVerified })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, before: undefined }
  const { id, isVerified: wasVerified } = await auth
    .selectFrom('account')
    .select(['id', 'email_verified as isVerified'])
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirstOrThrow()
  // Asked after the lock, so that a password that was set meanwhile is seen.
  const credential = await auth
    .selectFrom('account_credential')
    .select('password')
    .where('user_id', '=', id)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return { id, before: { isVerified: wasVerified, passwordHash: credential?.password ?? null } }
}

/**
 * The account of an address with a password, for whoever holds the machine and vouches for the person. A password that
 * its owner chose stays: whoever adds a person to a second city must not change how they sign in to the first.
 */
export async function openAccount(
  auth: Tx,
  { email, name, passwordHash, now }: { email: string; name: string; passwordHash: string; now: Date },
): Promise<{ id: AccountId; hadPassword: boolean }> {
  const { id, before } = await holdAccount(auth, { email, name, isVerified: true })
  if (joiningWay({ isMailed: true }, before) === 'known_password') return { id, hadPassword: true }
  await setPassword(auth, id, { passwordHash, isVerified: true, now })
  return { id, hadPassword: false }
}

/**
 * Sets the password, in better-auth's own form, and ends every session and every link of the account. `isVerified`:
 * whether its owner alone can have set it.
 */
export async function setPassword(
  auth: Tx,
  id: AccountId,
  { passwordHash, isVerified, now }: { passwordHash: string; isVerified: boolean; now: Date },
): Promise<void> {
  const changed = await auth
    .updateTable('account_credential')
    .set({ password: passwordHash, updated_at: now })
    .where('user_id', '=', id)
    .where('provider_id', '=', 'credential')
    .returning('id')
    .execute()
  if (changed.length === 0)
    await auth
      .insertInto('account_credential')
      .values({
        id: makeUuid(),
        account_id: id,
        user_id: id,
        provider_id: 'credential',
        password: passwordHash,
      })
      .execute()
  await auth
    .updateTable('account')
    .set({ email_verified: isVerified, updated_at: now })
    .where('id', '=', id)
    .execute()
  await auth.deleteFrom('verification').where('value', '=', id).execute()
  await auth.deleteFrom('session').where('user_id', '=', id).execute()
}
