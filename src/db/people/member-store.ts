import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { AccountId, CityId, MemberId, OrganizationId } from '../../domain/id.ts'
import { memberId, organizationId } from '../../domain/id.ts'
import type { Role } from '../../domain/people/member.ts'
import { checkAdministration } from '../../domain/people/membership.ts'
import type { OrganizationKind } from '../../domain/people/organization.ts'
import { hasRight, type Right } from '../../domain/people/right.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

export async function addOrganization(
  tx: Tx,
  cityId: CityId,
  { name, kind }: { name: string; kind: OrganizationKind },
): Promise<OrganizationId> {
  const id = organizationId.parse(makeUuid())
  await tx.insertInto('organization').values({ city_id: cityId, id, name, kind }).execute()
  return id
}

export const listOrganizations = (tx: Tx) =>
  tx.selectFrom('organization').select(['id', 'name', 'kind']).orderBy('name').execute()

export interface NewMember {
  readonly organizationId: OrganizationId
  readonly name: string
  readonly roles: readonly Role[]
  /** Null: somebody known from an import, who cannot sign in. */
  readonly accountId: AccountId | null
  readonly coachId?: MemberId
}

export async function addMember(tx: Tx, cityId: CityId, member: NewMember): Promise<MemberId> {
  const id = memberId.parse(makeUuid())
  await tx
    .insertInto('member')
    .values({
      city_id: cityId,
      id,
      organization_id: member.organizationId,
      name: member.name,
      roles: [...member.roles],
      account_id: member.accountId,
      coach_id: member.coachId ?? null,
    })
    .execute()
  return id
}

/** Everybody of the city. */
export const listMembers = (tx: Tx) =>
  tx.selectFrom('member').select(memberColumns).orderBy('name').orderBy('id').execute()

export const findMember = (tx: Tx, id: MemberId) =>
  tx.selectFrom('member').select(memberColumns).where('id', '=', id).executeTakeFirst()

/**
 * Whether somebody who began something that takes its time still has that right now: not shut out since, nor given other
 * roles. Who is no member has what its kind has.
 */
export async function holdsRight(tx: Tx, actor: Actor, right: Right, now: Date): Promise<boolean> {
  if (actor.kind !== 'member') return true
  const member = await findMember(tx, actor.memberId)
  if (!member || member.disabledAt !== null || !hasRight(member.roles, right)) return false
  if (!actor.keyId) return true
  const key = await tx
    .selectFrom('api_key')
    .select(['roles', 'revoked_at', 'expires_at'])
    .where('id', '=', actor.keyId)
    .executeTakeFirst()
  const isOver = key?.expires_at != null && key.expires_at <= now
  return key !== undefined && key.revoked_at === null && !isOver && hasRight(key.roles, right)
}

export const memberColumns = [
  'id',
  'organization_id as organizationId',
  'name',
  'roles',
  'account_id as accountId',
  'coach_id as coachId',
  sql<string | null>`(select coach.name from member as coach
    where coach.city_id = member.city_id and coach.id = member.coach_id)`.as('coachName'),
  'disabled_at as disabledAt',
  'version',
] as const

export type MemberRow = NonNullable<Awaited<ReturnType<typeof findMember>>>

/** Who may coach: the small list that a form offers. */
export const listCoaches = (tx: Tx) =>
  tx
    .selectFrom('member')
    .select(['id', 'name', 'organization_id as organizationId'])
    .where(sql<boolean>`'coach' = any(roles)`)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()

export type MemberChange = Pick<MemberRow, 'name' | 'roles' | 'organizationId' | 'coachId'>

/**
 * Corrects somebody. Refuses who is not there (`not_found`), a version that is no longer the last (`version_stale`), a
 * city without an administrator (`last_admin`, `own_admin_role`), and an organisation or a coach that the city does not
 * have (`organization_gone`, `coach_gone`).
 */
export async function changeMember(
  tx: Tx,
  actor: Actor,
  { id, version, change }: { id: MemberId; version: number; change: MemberChange },
): Promise<MemberRow | Refusal> {
  const administrators = await lockAdministrators(tx)
  const before = await findMember(tx, id)
  if (!before) return refuse('not_found')
  if (isSoAlready(before, change)) return before
  if (before.version !== version) return refuse('version_stale')
  const by = actor.kind === 'member' ? actor.memberId : undefined
  const after = { id, roles: change.roles, disabled: before.disabledAt !== null }
  const refusal = checkAdministration(administrators, after, by) ?? (await checkPlace(tx, { id, ...change }))
  if (refusal) return refusal
  const row = await tx
    .updateTable('member')
    .set({
      name: change.name,
      roles: [...change.roles],
      organization_id: change.organizationId,
      coach_id: change.coachId,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(memberColumns)
    .executeTakeFirst()
  if (!row) return refuse('version_stale')
  const roles = [...change.roles].sort().join(',')
  await writeAuditEvent(tx, actor, { event: 'member.changed', subjectId: id, details: { roles } })
  return row
}

const isSoAlready = (member: MemberRow, { name, roles, organizationId, coachId }: MemberChange): boolean =>
  member.name === name &&
  [...member.roles].sort().join() === [...roles].sort().join() &&
  member.organizationId === organizationId &&
  member.coachId === coachId

/** Whether the city has this organisation and this coach, and nobody coaches themselves. */
export async function checkPlace(
  tx: Tx,
  {
    id,
    organizationId,
    coachId,
  }: { id?: MemberId; organizationId: OrganizationId; coachId: MemberId | null },
): Promise<Refusal | undefined> {
  const organizations = await listOrganizations(tx)
  if (!organizations.some((each) => each.id === organizationId)) return refuse('organization_gone')
  if (coachId === null) return undefined
  const coach = coachId === id ? undefined : await findMember(tx, coachId)
  return coach && !coach.disabledAt && coach.roles.includes('coach') ? undefined : refuse('coach_gone')
}

/** Who can let others in now, held until the end: two who take each other's role at the same moment wait here. */
export async function lockAdministrators(tx: Tx): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('member')
    .select('id')
    .where(sql<boolean>`'admin' = any(roles)`)
    .where('disabled_at', 'is', null)
    .where('account_id', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}
