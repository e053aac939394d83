import type { Actor } from '../actor.ts'
import type { City } from '../city.ts'
import type { AccountId, ApiKeyId } from '../id.ts'
import type { Member } from './member.ts'

/** Somebody signed in, at work in one city. */
export interface SignedIn {
  readonly accountId: AccountId
  readonly email: string
  readonly member: Member
  readonly city: City
  /** Every city in which this account is at work; the session is in one of them. */
  readonly cities: readonly City[]
  /** Set when it is a program that asks. */
  readonly keyId?: ApiKeyId
}

export const actorOf = ({
  member,
  keyId,
}: Pick<SignedIn, 'member' | 'keyId'>): Extract<Actor, { kind: 'member' }> => ({
  kind: 'member',
  cityId: member.cityId,
  memberId: member.id,
  organizationId: member.organizationId,
  roles: member.roles,
  ...(keyId ? { keyId } : {}),
})
