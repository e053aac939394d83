import { sql } from 'kysely'
import type { AccountId, CityId, InvitationId, MemberId } from '../../domain/id.ts'
import { memberId } from '../../domain/id.ts'
import { checkOpen } from '../../domain/people/invitation.ts'
import type { Role } from '../../domain/people/member.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { asActor, asAuthWithin } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database, Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { ensureAccount, givePassword } from './account-store.ts'
import { isAtWork } from './invitation-store.ts'

/** What whoever holds the link may know of the invitation. */
export interface OpenInvitation {
  readonly id: InvitationId
  readonly cityId: CityId
  readonly cityName: string
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  /** The address signs in to another city already: then that password counts. */
  readonly hasPassword: boolean
}

/**
 * The invitation of a link. Refuses a token that was never given out or was replaced (`link_unknown`), and an invitation
 * that was accepted, withdrawn or is over (`invitation_…`).
 */
export async function findByLink(db: Database, digest: string, now: Date): Promise<OpenInvitation | Refusal> {
  const row = await db.auth
    .selectFrom('invitation')
    .innerJoin('city', 'city.id', 'invitation.city_id')
    .where('invitation.token_digest', '=', digest)
    .select(['invitation.id', 'invitation.city_id as cityId', 'city.name as cityName', 'invitation.email'])
    .select(['invitation.name', 'invitation.roles', 'invitation.expires_at as expiresAt'])
    .select(['invitation.accepted_at as acceptedAt', 'invitation.withdrawn_at as withdrawnAt'])
    .select(hasPassword.as('hasPassword'))
    .executeTakeFirst()
  if (!row) return refuse('link_unknown')
  const { expiresAt, acceptedAt, withdrawnAt, ...invitation } = row
  return checkOpen({ expiresAt, acceptedAt, withdrawnAt }, now) ?? invitation
}

const hasPassword = sql<boolean>`exists (
  select from account join account_credential on account_credential.user_id = account.id
  where account.email = invitation.email and account_credential.provider_id = 'credential'
    and account_credential.password is not null)`

/**
 * Accepts an invitation: the account (with its first password, when it has none) and the membership, both or neither.
 * Of two who accept the same link at the same moment, one does. Refuses what is not open any more, an account that
 * works in the city already (`member_exists`), and a known member who has got an account meanwhile (`link_unknown`).
 */
export function acceptInvitation(
  db: Database,
  { id, cityId, email, name }: OpenInvitation,
  { passwordHash, now }: { passwordHash: string | undefined; now: Date },
): Promise<MemberId | Refusal> {
  const actor = { kind: 'link', cityId, invitationId: id } as const
  return asActor(db, actor, async (tx) => {
    const invitation = await lockInvitation(tx, id)
    if (!invitation) return refuse('link_unknown')
    const facts = {
      acceptedAt: invitation.accepted_at,
      withdrawnAt: invitation.withdrawn_at,
      expiresAt: invitation.expires_at,
    }
    const closed = checkOpen(facts, now)
    if (closed) return closed
    const account = await asAuthWithin(tx, actor, (auth) => openAccount(auth, { email, name, passwordHash }))
    if (await isAtWork(tx, account)) return refuse('member_exists', { email })
    const joined = await join(tx, invitation, account)
    if (!joined) return refuse('link_unknown')
    await tx
      .updateTable('invitation')
      .set({ accepted_at: now, member_id: joined })
      .where('id', '=', id)
      .execute()
    await writeAuditEvent(tx, actor, { event: 'invitation.accepted', subjectId: joined })
    return joined
  })
}

const lockInvitation = (tx: Tx, id: InvitationId) =>
  tx.selectFrom('invitation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

async function openAccount(
  auth: Tx,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string | undefined },
): Promise<AccountId> {
  const account = await ensureAccount({ auth }, email, name)
  if (passwordHash) await givePassword({ auth }, account, passwordHash)
  return account
}

async function join(
  tx: Tx,
  invitation: NonNullable<Awaited<ReturnType<typeof lockInvitation>>>,
  account: AccountId,
): Promise<MemberId | undefined> {
  if (invitation.member_id) {
    const row = await tx
      .updateTable('member')
      .set({ account_id: account, roles: invitation.roles, version: sql`version + 1` })
      .where('id', '=', invitation.member_id)
      .where('account_id', 'is', null)
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    return row?.id
  }
  const id = memberId.parse(makeUuid())
  await tx
    .insertInto('member')
    .values({
      city_id: invitation.city_id,
      id,
      organization_id: invitation.organization_id,
      name: invitation.name,
      roles: invitation.roles,
      account_id: account,
      coach_id: invitation.coach_id,
    })
    .execute()
  return id
}
