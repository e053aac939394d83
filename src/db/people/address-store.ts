import type { AccountId } from '../../domain/id.ts'
import type { Database } from '../database.ts'

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
