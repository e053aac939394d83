import { type SqlBool, sql } from 'kysely'
import type { MemberState } from '../../domain/people/member.ts'
import type { PeopleSearch } from '../../domain/people/people-search.ts'
import type { Tx } from '../database.ts'
import type { ListPage } from '../list-page.ts'
import type { MailWords } from './address-store.ts'
import { memberColumns } from './member-store.ts'
import { isByRole, isSought } from './people-search-store.ts'

export interface MemberPosition {
  readonly isByRole: boolean
  readonly isOut: boolean
  readonly name: string
  readonly id: string
}

export interface MemberSearch extends PeopleSearch {
  readonly state?: MemberState | undefined
  /** Which accounts hold something of what is looked for in their address. */
  readonly mails: readonly MailWords[]
}

/** A page of those who are looked for: who is called so before who has such a role, by name and who is out last; and how many they are on every page. */
export async function listSomeMembers(
  tx: Tx,
  search: MemberSearch,
  { after, limit }: ListPage<MemberPosition>,
) {
  const found = selectFound(tx, search)
  // Where nobody is sought by a word, the index gives the order.
  const isSearch = search.sought.length > 0
  const byRole = isSearch ? isByRole(search, mailOf(search.mails)) : sql<boolean>`false`
  const isNext = isSearch
    ? sql<SqlBool>`(${byRole} > ${after?.isByRole ?? false} or (${byRole} = ${after?.isByRole ?? false} and ${comesAfter(after)}))`
    : comesAfter(after)
  const { total } = await found
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select(memberColumns)
    .select(byRole.as('isByRole'))
    .$if(after !== undefined, (query) => query.where(isNext))
    .$if(isSearch, (query) => query.orderBy(byRole))
    .orderBy(isOut)
    .orderBy(sortedName)
    .orderBy('id')
    .limit(limit)
    .execute()
  return { rows, total: Number(total) }
}

// The expressions of the index member_in_order, word for word.
const isOut = sql<boolean>`(member.disabled_at is not null)`
const sortedName = sql<string>`sorted_name(member.name)`

const comesAfter = (after: MemberPosition | undefined) => sql<SqlBool>`(${isOut}, ${sortedName}, member.id)
  > (${after?.isOut ?? null}::boolean, sorted_name(${after?.name ?? null}), ${after?.id ?? null}::uuid)`

const selectFound = (tx: Tx, { state, mails, ...search }: MemberSearch) =>
  tx
    .selectFrom('member')
    .where(isSought(search, mailOf(mails)))
    .$if(state === 'disabled', (query) => query.where('disabled_at', 'is not', null))
    .$if(state === 'active' || state === 'no_account', (query) =>
      query.where('disabled_at', 'is', null).where('account_id', state === 'active' ? 'is not' : 'is', null),
    )

/** What is known of a row's address: nothing where it holds nothing that is looked for. */
const mailOf = (mails: readonly MailWords[]) => sql<string>`coalesce(
  ${JSON.stringify(Object.fromEntries(mails.map(({ accountId, words }) => [accountId, words])))}::jsonb
    ->> member.account_id::text, '')`
