import { type AccountId, accountId } from '../../domain/id.ts'
import { passwordLinkMinutes } from '../../domain/people/invitation.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Database, Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { setPassword } from './credential-store.ts'

const identifierOf = ({ digest, isMailed }: PasswordLink) =>
  `password ${isMailed ? 'mailed' : 'handed'} ${digest}`

const bothOf = (digest: string) => [true, false].map((isMailed) => identifierOf({ digest, isMailed }))

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

/** What is kept of a link. One that the administrator saw says so: its password proves no mailbox. */
export interface PasswordLink {
  readonly digest: string
  readonly isMailed: boolean
}

/** Keeps the digest of a link that lets this account choose a new password, once and for an hour. */
export const addPasswordLink = (db: Database, account: AccountId, link: PasswordLink, now: Date) =>
  db.auth
    .insertInto('verification')
    .values({
      id: makeUuid(),
      identifier: identifierOf(link),
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
    .where('identifier', 'in', bothOf(digest))
    .where('expires_at', '>', now)
    .select('account.email')
    .executeTakeFirst()
  return row ?? refuse('link_unknown')
}

/**
 * Sets the new password and ends every session and every other link of the account. Of two who use the same link at the
 * same moment, one does. Refuses: `link_unknown`; also a link from an administrator's hands, when the account has come
 * to work in another city since: it would open that one too.
 */
export async function usePasswordLink(
  db: Database,
  digest: string,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<AccountId | Refusal> {
  return db.auth.transaction().execute(async (auth) => {
    const link = await auth
      .deleteFrom('verification')
      .where('identifier', 'in', bothOf(digest))
      .where('expires_at', '>', now)
      .returning(['value', 'identifier'])
      .executeTakeFirst()
    if (!link) return refuse('link_unknown')
    const account = accountId.parse(link.value)
    // Held before counting: whoever joins a city with this account waits here, or is counted.
    await auth.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute()
    const isVerified = link.identifier === identifierOf({ digest, isMailed: true })
    if (!isVerified && (await countCities(auth, account)) > 1) return refuse('link_unknown')
    await setPassword(auth, account, { passwordHash, isVerified, now })
    return account
  })
}

/** In how many cities an account works, or did: whoever administers one of several must not open the others. */
export async function countCities(auth: Tx, account: AccountId): Promise<number> {
  const rows = await auth.selectFrom('member').select('city_id').where('account_id', '=', account).execute()
  return rows.length
}
