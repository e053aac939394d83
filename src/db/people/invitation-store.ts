import type { Actor } from '../../domain/actor.ts'
import type { AccountId, InvitationId, MemberId, OrganizationId } from '../../domain/id.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { checkOpen, invitationDays } from '../../domain/people/invitation.ts'
import type { Role } from '../../domain/people/member.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { checkPlace, findMember } from './member-store.ts'

export const invitationColumns = [
  'id',
  'email',
  'name',
  'roles',
  'organization_id as organizationId',
  'coach_id as coachId',
  'member_id as memberId',
  'language',
  'invited_at as invitedAt',
  'expires_at as expiresAt',
  'accepted_at as acceptedAt',
  'withdrawn_at as withdrawnAt',
  'mailed_at as mailedAt',
  'mail_failure as mailFailure',
  'mail_failed_at as mailFailedAt',
] as const

export const findInvitation = (tx: Tx, id: InvitationId) =>
  tx.selectFrom('invitation').select(invitationColumns).where('id', '=', id).executeTakeFirst()

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

export interface NewInvitation {
  readonly id: InvitationId
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organizationId: OrganizationId
  readonly coachId: MemberId | null
  /** Somebody who is known already, from an import, and now gets an account. */
  readonly memberId: MemberId | null
  readonly language: StaffLanguage
}

export interface Ticket {
  readonly digest: string
  /** The link goes to the mailbox alone; else the administrator sees it. */
  readonly isMailed: boolean
  readonly now: Date
}

/** `accountId` is the account of the invited address, when it has one. */
interface FirstTicket extends Ticket {
  readonly accountId: AccountId | undefined
}

/**
 * Invites somebody. The same invitation again is recognised (`added` false: then `ticket` is not used). Refuses another
 * under this id (`id_taken`), an address that is at work here (`member_exists`) or invited already (`invitation_open`),
 * a member who has an account (`member_has_account`), and an organisation or a coach that the city does not have.
 */
export async function addInvitation(
  tx: Tx,
  actor: Actor,
  asked: NewInvitation,
  { digest, isMailed, now, accountId }: FirstTicket,
): Promise<{ row: InvitationRow; added: boolean } | Refusal> {
  const same = await findInvitation(tx, asked.id)
  if (same) return recognise(same, asked)
  const invitation = await placeOf(tx, asked)
  if (isRefusal(invitation)) return invitation
  if (accountId && (await isAtWork(tx, accountId)))
    return refuse('member_exists', { email: invitation.email })
  const { organizationId, coachId } = invitation
  const wrong = await checkPlace(tx, { organizationId, coachId })
  if (wrong) return wrong
  const row = await tx
    .insertInto('invitation')
    .values({
      city_id: actor.cityId,
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      roles: [...invitation.roles],
      organization_id: invitation.organizationId,
      coach_id: invitation.coachId,
      member_id: invitation.memberId,
      language: invitation.language,
      token_digest: digest,
      link_mailed: isMailed,
      invited_by: actor.kind === 'member' ? actor.memberId : null,
      invited_at: now,
      expires_at: lastMoment(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(invitationColumns)
    .executeTakeFirst()
  if (!row) {
    // Either the very same call came a moment earlier, or the address has an invitation already.
    const made = await findInvitation(tx, invitation.id)
    return made ? recognise(made, asked) : refuse('invitation_open', { email: invitation.email })
  }
  await writeAuditEvent(tx, actor, {
    event: 'member.invited',
    subjectId: row.id,
    details: { roles: [...invitation.roles].sort().join(','), mailed: isMailed },
  })
  return { row, added: true }
}

/** Whoever is known already keeps the own name, place and coach. */
async function placeOf(tx: Tx, asked: NewInvitation): Promise<NewInvitation | Refusal> {
  if (asked.memberId === null) return asked
  const member = await findMember(tx, asked.memberId)
  if (!member || member.disabledAt) return refuse('not_found')
  if (member.accountId) return refuse('member_has_account', { name: member.name })
  return { ...asked, name: member.name, organizationId: member.organizationId, coachId: member.coachId }
}

const recognise = (row: InvitationRow, asked: NewInvitation) =>
  isSame(row, asked) ? { row, added: false } : refuse('id_taken')

export const isAtWork = async (tx: Tx, account: AccountId): Promise<boolean> =>
  (await tx.selectFrom('member').select('id').where('account_id', '=', account).execute()).length > 0

const isSame = (row: InvitationRow, asked: NewInvitation): boolean =>
  row.email === asked.email &&
  row.roles.join() === asked.roles.join() &&
  row.language === asked.language &&
  (asked.memberId === null
    ? row.name === asked.name && row.organizationId === asked.organizationId && row.coachId === asked.coachId
    : row.memberId === asked.memberId)

/**
 * A new link for the same invitation: the old one opens nothing any more, and the days begin anew. Refuses:
 * `not_found`, and what was accepted or withdrawn.
 */
export async function renewInvitation(
  tx: Tx,
  actor: Actor,
  id: InvitationId,
  { digest, isMailed, now }: Ticket,
): Promise<InvitationRow | Refusal> {
  const before = await tx
    .selectFrom('invitation')
    .select(invitationColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return refuse('not_found')
  // Whether the old link was over does not matter: this makes a new one.
  const closed = checkOpen({ ...before, expiresAt: lastMoment(now) }, now)
  if (closed) return closed
  await writeAuditEvent(tx, actor, {
    event: 'invitation.renewed',
    subjectId: id,
    details: { mailed: isMailed },
  })
  return tx
    .updateTable('invitation')
    .set({
      token_digest: digest,
      link_mailed: isMailed,
      invited_at: now,
      expires_at: lastMoment(now),
      mailed_at: null,
      mail_failure: null,
      mail_failed_at: null,
    })
    .where('id', '=', id)
    .returning(invitationColumns)
    .executeTakeFirstOrThrow()
}

const lastMoment = (now: Date): Date => new Date(now.getTime() + invitationDays * 24 * 3_600_000)

/** Takes an invitation back; again changes nothing. Refuses: `not_found`, `invitation_accepted`. */
export async function withdrawInvitation(
  tx: Tx,
  actor: Actor,
  id: InvitationId,
  now: Date,
): Promise<InvitationRow | Refusal> {
  const before = await tx
    .selectFrom('invitation')
    .select(invitationColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return refuse('not_found')
  if (before.acceptedAt) return refuse('invitation_accepted')
  if (before.withdrawnAt) return before
  await writeAuditEvent(tx, actor, { event: 'invitation.withdrawn', subjectId: id })
  return tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .returning(invitationColumns)
    .executeTakeFirstOrThrow()
}

/** The mail with this link went out. Undefined: there is a newer link. */
export const noteMail = (tx: Tx, id: InvitationId, { digest, now }: Ticket) =>
  tx
    .updateTable('invitation')
    .set({ mailed_at: now })
    .where('id', '=', id)
    .where('token_digest', '=', digest)
    .returning(invitationColumns)
    .executeTakeFirst()

/**
 * The mail with this link did not go out, as far as we know: another link takes its place, for the administrator to
 * hand over. Undefined: there is a newer link.
 */
export async function handOver(
  tx: Tx,
  actor: Actor,
  id: InvitationId,
  { mailed, handed, failure, now }: { mailed: string; handed: string; failure: Refusal; now: Date },
): Promise<InvitationRow | undefined> {
  const row = await tx
    .updateTable('invitation')
    .set({ token_digest: handed, link_mailed: false, mail_failure: failure.code, mail_failed_at: now })
    .where('id', '=', id)
    .where('token_digest', '=', mailed)
    .returning(invitationColumns)
    .executeTakeFirst()
  if (row) await writeAuditEvent(tx, actor, { event: 'invitation.handed_over', subjectId: id })
  return row
}
