import type { ApiKeyId, CityId, InvitationId, MemberId, OrganizationId } from './id.ts'
import type { Role } from './people/member.ts'

/**
 * Who asks the database something. Not only persons: `cli` is whoever holds the machine, `job` is the city's
 * own clockwork, `public` anybody on the internet, `link` whoever holds the link of one invitation. Each works inside
 * exactly one city.
 */
export type Actor =
  | {
      readonly kind: 'member'
      readonly cityId: CityId
      readonly memberId: MemberId
      readonly organizationId: OrganizationId
      readonly roles: readonly Role[]
      /** With which a program of theirs asks. */
      readonly keyId?: ApiKeyId
    }
  | { readonly kind: 'cli'; readonly cityId: CityId }
  | { readonly kind: 'job'; readonly cityId: CityId }
  | { readonly kind: 'public'; readonly cityId: CityId }
  | {
      readonly kind: 'link'
      readonly cityId: CityId
      readonly invitationId: InvitationId
      /** When it is used: a link opens nothing once its time is over. */
      readonly at: Date
    }
