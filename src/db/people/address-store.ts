import { type SqlBool, sql } from 'kysely'
import type { AccountId, CityId } from '../../domain/id.ts'
import type { Database } from '../database.ts'
import { wordsOfMail } from './people-search-store.ts'

/** Addresses of accounts, for the administrator's list: they belong to persons, not to a city. */
export async function emailsOf(
  db: Database,
  accounts: readonly AccountId[],
): Promise<Map<AccountId, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await db.auth
    .selectFrom('account')
    .select(['id', 'email'])
    .where('id', 'in', [...accounts])
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}

export interface MailWords {
  readonly accountId: AccountId
  /** A space before each. */
  readonly words: string
}

/** The addresses of a city's people that hold anything of what is looked for. */
export async function findMails(
  db: Database,
  cityId: CityId,
  sought: readonly string[],
): Promise<MailWords[]> {
  if (sought.length === 0) return []
  const words = wordsOfMail('account.email')
  return db.auth
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .where('member.city_id', '=', cityId)
    .where(
      sql<SqlBool>`exists (select from unnest(${[...sought]}::text[]) as each where strpos(${words}, each) > 0)`,
    )
    .select(['account.id as accountId', words.as('words')])
    .execute()
}
