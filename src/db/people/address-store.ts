import { type SqlBool, sql } from 'kysely'
import type { AccountId, CityId, MemberId } from '../../domain/id.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import type { Role } from '../../domain/people/member.ts'
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

export interface MailedMember {
  readonly memberId: MemberId
  readonly email: string
  readonly name: string
  readonly language: StaffLanguage
}

// The language in which they were invited, as long as a member has none of their own.
const languageOf = sql<StaffLanguage>`coalesce((
  select i.language from invitation i where i.city_id = member.city_id and i.email = account.email
  order by i.accepted_at desc nulls last limit 1), 'nl')`.as('language')

/** Who is at work in a city with one of these roles, and where their mail goes. */
export const addressesWith = (
  db: Database,
  cityId: CityId,
  roles: readonly Role[],
): Promise<MailedMember[]> =>
  db.auth
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .where('member.city_id', '=', cityId)
    .where('member.disabled_at', 'is', null)
    .where(sql<SqlBool>`member.roles && ${[...roles]}::text[]`)
    .select(['member.id as memberId', 'account.email', 'member.name'])
    .select(languageOf)
    .orderBy('member.id')
    .execute()
