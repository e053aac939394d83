import type { PeopleSearch } from '../../domain/people/people-search.ts'
import type { Tx } from '../database.ts'
import { isBefore, type ListPage, type MomentPosition } from '../list-page.ts'
import { invitationColumns } from './invitation-store.ts'
import { isSought, wordsOfMail } from './people-search-store.ts'

export interface InvitationSearch extends PeopleSearch {
  /** Only who has not answered. */
  readonly isWaiting: boolean
}

/** Who was invited and is looked for, newest first. */
export const listSomeInvitations = (
  tx: Tx,
  { isWaiting, ...search }: InvitationSearch,
  { after, limit }: ListPage<MomentPosition>,
) =>
  tx
    .selectFrom('invitation')
    .select(invitationColumns)
    .where(isSought(search, wordsOfMail('email')))
    .$if(isWaiting, (query) => query.where('accepted_at', 'is', null).where('withdrawn_at', 'is', null))
    .$if(after !== undefined, (query) => query.where(isBefore('invited_at', 'id', after)))
    .orderBy('invited_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
