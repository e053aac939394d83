import type { InvitationAnswer } from '../../contract/invitation.ts'
import type { MemberAnswer } from '../../contract/member.ts'
import type { Database } from '../../db/database.ts'
import { emailsOf } from '../../db/people/address-store.ts'
import type { InvitationRow } from '../../db/people/invitation-store.ts'
import type { MemberRow } from '../../db/people/member-store.ts'
import { staffLanguage } from '../../domain/language.ts'
import { invitationState, mailState } from '../../domain/people/invitation.ts'

/** Members as the contract shows them, with the addresses of their accounts. */
export async function toMembers(db: Database, rows: readonly MemberRow[]): Promise<MemberAnswer[]> {
  const emails = await emailsOf(
    db,
    rows.flatMap(({ accountId }) => accountId ?? []),
  )
  return rows.map(({ accountId, disabledAt, ...row }) => ({
    ...row,
    email: (accountId && emails.get(accountId)) ?? null,
    state: disabledAt ? 'disabled' : accountId ? 'active' : 'no_account',
  }))
}

export async function toMember(db: Database, row: MemberRow): Promise<MemberAnswer> {
  const [shown] = await toMembers(db, [row])
  if (!shown) throw new Error('one row gives one member')
  return shown
}

export function toInvitation(row: InvitationRow, now: Date): InvitationAnswer {
  const { acceptedAt, withdrawnAt, mailedAt, mailFailedAt, ...rest } = row
  return {
    ...rest,
    language: staffLanguage.parse(row.language),
    state: invitationState(row, now),
    invitedAt: row.invitedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    mail: mailState({ mailedAt, mailFailedAt }),
  }
}
