import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { AccountId, CityId, InvitationId, MemberId } from '../../domain/id.ts'
import { memberId } from '../../domain/id.ts'
import { checkOpen } from '../../domain/people/invitation.ts'
import { type JoiningWay, joiningWay } from '../../domain/people/joining.ts'
import type { Role } from '../../domain/people/member.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { asActor, asAuthWithin } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database, Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { holdAccount, setPassword } from './credential-store.ts'

/** What whoever holds the link may know of the invitation. */
export interface OpenInvitation {
  readonly id: InvitationId
  /** Of the link it was found by: a newer link makes it worthless. */
  readonly digest: string
  readonly cityId: CityId
  readonly cityName: string
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly isMailed: boolean
  /** With which password the invited gets in. */
  readonly way: JoiningWay
  /** Of the account of this address, when it has one. Never leaves the server. */
  readonly passwordHash: string | null
}

/**
 * The invitation of a link. Refuses a token that was never given out or was replaced (`link_unknown`), an invitation
 * that was accepted, withdrawn or is over (`invitation_…`), and one that only a mail may open (`link_needs_mail`).
 */
export async function findByLink(db: Database, digest: string, now: Date): Promise<OpenInvitation | Refusal> {
  const row = await db.auth
    .selectFrom('invitation')
    .innerJoin('city', 'city.id', 'invitation.city_id')
    .leftJoin('account', 'account.email', 'invitation.email')
    .leftJoin('account_credential', (join) =>
      join
        .onRef('account_credential.user_id', '=', 'account.id')
        .on('account_credential.provider_id', '=', 'credential'),
    )
    .where('invitation.token_digest', '=', digest)
    .select(['invitation.id', 'invitation.city_id as cityId', 'city.name as cityName', 'invitation.email'])
    .select(['invitation.name', 'invitation.roles', 'invitation.expires_at as expiresAt'])
    .select(['invitation.accepted_at as acceptedAt', 'invitation.withdrawn_at as withdrawnAt'])
    .select(['invitation.link_mailed as isMailed', 'account.email_verified as isVerified'])
    .select('account_credential.password as passwordHash')
    .executeTakeFirst()
  if (!row) return refuse('link_unknown')
  const { expiresAt, acceptedAt, withdrawnAt, isVerified, ...invitation } = row
  const { isMailed, passwordHash } = invitation
  const closed = checkOpen({ expiresAt, acceptedAt, withdrawnAt }, now)
  if (closed) return closed
  const way = joiningWay({ isMailed }, isVerified === null ? undefined : { isVerified, passwordHash })
  return isRefusal(way) ? way : { ...invitation, digest, way }
}

/**
 * Accepts an invitation: the account, its password where the way is a new one, and the membership, all or nothing. Of
 * two who accept the same link at the same moment, one does. `passwordHash` is the new password, or the one that was
 * proved. Refuses a link that opens nothing any more, and a known member who has got an account meanwhile
 * (`link_unknown`), an account that works in the city already (`member_exists`), and one that has changed since
 * (`wrong_credentials`, `link_needs_mail`).
 */
export function acceptInvitation(
  db: Database,
  found: OpenInvitation,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<MemberId | Refusal> {
  const { id, cityId } = found
  const actor = { kind: 'link', cityId, invitationId: id, at: now } as const satisfies Actor
  return asActor(db, actor, async (tx) => {
    // Whatever may refuse comes before what changes: a refusal is no failure, so its transaction is kept.
    const invitation = await lockInvitation(tx, found)
    if (!invitation || !(await lockNewcomer(tx, invitation.member_id))) return refuse('link_unknown')
    const account = await asAuthWithin(tx, actor, (auth) => takeAccount(auth, found, { passwordHash, now }))
    if (isRefusal(account)) return account
    const joined = await join(tx, invitation, account)
    await tx
      .updateTable('invitation')
      .set({ accepted_at: now, member_id: joined })
      .where('id', '=', id)
      .execute()
    const details = { mailed: found.isMailed }
    await writeAuditEvent(tx, actor, { event: 'invitation.accepted', subjectId: joined, details })
    return joined
  })
}

const lockInvitation = (tx: Tx, { id, digest }: OpenInvitation) =>
  tx
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', id)
    .where('token_digest', '=', digest)
    .forUpdate()
    .executeTakeFirst()

/** Whether the member whom the invitation is for still waits for an account; nobody is known yet, nobody waits. */
const lockNewcomer = async (tx: Tx, id: MemberId | null): Promise<boolean> =>
  id === null ||
  (await tx
    .selectFrom('member')
    .select('id')
    .where('id', '=', id)
    .where('account_id', 'is', null)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()) !== undefined

/** The account of the invited, held, with the password that is new or was proved. */
async function takeAccount(
  auth: Tx,
  { cityId, email, name, isMailed, way }: OpenInvitation,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<AccountId | Refusal> {
  const { id, before } = await holdAccount(auth, { email, name, isVerified: isMailed })
  const wayNow = joiningWay({ isMailed }, before)
  if (isRefusal(wayNow)) return wayNow
  const atWork = await auth
    .selectFrom('member')
    .select('id')
    .where('city_id', '=', cityId)
    .where('account_id', '=', id)
    .execute()
  if (atWork.length > 0) return refuse('member_exists', { email })
  if (wayNow !== way) return refuse('wrong_credentials')
  if (way === 'known_password')
    return before?.passwordHash === passwordHash ? id : refuse('wrong_credentials')
  await setPassword(auth, id, { passwordHash, isVerified: isMailed, now })
  return id
}

async function join(
  tx: Tx,
  invitation: NonNullable<Awaited<ReturnType<typeof lockInvitation>>>,
  account: AccountId,
): Promise<MemberId> {
  if (invitation.member_id) {
    await tx
      .updateTable('member')
      .set({ account_id: account, roles: invitation.roles, version: sql`version + 1` })
      .where('id', '=', invitation.member_id)
      .execute()
    return invitation.member_id
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
