import type { AccountId, MemberId } from '../../domain/id.ts'
import { accountId } from '../../domain/id.ts'
import { passwordLinkMinutes } from '../../domain/people/invitation.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Database } from '../database.ts'
import { makeUuid } from '../uuid.ts'

const identifierOf = (digest: string) => `password ${digest}`

/** The account and name behind an address that may choose a new password: it works somewhere and has a password. */
export const findForgetful = (db: Database, email: string) =>
  db.auth
    .selectFrom('account')
    .innerJoin('account_credential', 'account_credential.user_id', 'account.id')
    .where('account.email', '=', email)
    .where('account_credential.provider_id', '=', 'credential')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('member')
          .select('member.id')
          .whereRef('member.account_id', '=', 'account.id')
          .where('member.disabled_at', 'is', null),
      ),
    )
    .select(['account.id', 'account.email', 'account.name'])
    .executeTakeFirst()

/** Keeps the digest of a link that lets this account choose a new password, once and for an hour. */
export const addPasswordLink = (db: Database, account: AccountId, digest: string, now: Date) =>
  db.auth
    .insertInto('verification')
    .values({
      id: makeUuid(),
      identifier: identifierOf(digest),
      value: account,
      expires_at: new Date(now.getTime() + passwordLinkMinutes * 60_000),
    })
    .execute()

/** Whose link it is. Refuses one that was never given out, was used or is over: `link_unknown`. */
export async function findPasswordLink(
  db: Database,
  digest: string,
  now: Date,
): Promise<{ email: string } | Refusal> {
  const row = await db.auth
    .selectFrom('verification')
    .innerJoin('account', (on) =>
      on.on('account.id', '=', (eb) => eb.cast(eb.ref('verification.value'), 'uuid')),
    )
    .where('identifier', '=', identifierOf(digest))
    .where('expires_at', '>', now)
    .select('account.email')
    .executeTakeFirst()
  return row ?? refuse('link_unknown')
}

/**
 * Sets the new password and ends every session and every other link of the account. Of two who use the same link at the
 * same moment, one does. Refuses: `link_unknown`.
 */
export async function usePasswordLink(
  db: Database,
  digest: string,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<AccountId | Refusal> {
  return db.auth.transaction().execute(async (auth) => {
    const link = await auth
      .deleteFrom('verification')
      .where('identifier', '=', identifierOf(digest))
      .where('expires_at', '>', now)
      .returning('value')
      .executeTakeFirst()
    if (!link) return refuse('link_unknown')
    const account = accountId.parse(link.value)
    await auth
      .updateTable('account_credential')
      .set({ password: passwordHash, updated_at: now })
      .where('user_id', '=', account)
      .where('provider_id', '=', 'credential')
      .execute()
    await auth.deleteFrom('verification').where('value', '=', account).execute()
    await auth.deleteFrom('session').where('user_id', '=', account).execute()
    return account
  })
}

/** In how many cities an account works: whoever administers one of several must not open the others. */
export async function countCities(db: Database, member: MemberId): Promise<number> {
  const rows = await db.auth
    .selectFrom('member')
    .innerJoin('member as elsewhere', 'elsewhere.account_id', 'member.account_id')
    .where('member.id', '=', member)
    .select('elsewhere.city_id')
    .execute()
  return rows.length
}
