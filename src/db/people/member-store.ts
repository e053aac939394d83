import type { AccountId, CityId, MemberId, OrganizationId } from '../../domain/id.ts'
import { memberId, organizationId } from '../../domain/id.ts'
import type { Role } from '../../domain/people/member.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

export type OrganizationKind = 'city' | 'agency' | 'employer' | 'school' | 'partner'

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

export const listMembers = (tx: Tx) =>
  tx
    .selectFrom('member')
    .select(['id', 'organization_id as organizationId', 'name', 'roles', 'account_id as accountId'])
    .select('disabled_at as disabledAt')
    .orderBy('name')
    .execute()

/** Keeps somebody from signing in from now on; undefined when the account works nowhere in the actor's city. */
export async function disableMember(tx: Tx, accountId: AccountId): Promise<MemberId | undefined> {
  const row = await tx
    .updateTable('member')
    .set({ disabled_at: new Date() })
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
