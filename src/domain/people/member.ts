import { z } from 'zod'
import type { CityId, MemberId, OrganizationId } from '../id.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { everyRole } from './role.ts'

/** What a person may be in a city; a member may hold several. Who may open what is in right.ts. */
export const role = z.enum(everyRole)
export type Role = z.infer<typeof role>

/** Refuses an empty name (`name_empty`) and what is no mail address (`email_invalid`). */
export function checkPerson({
  name,
  email,
}: {
  readonly name: string
  readonly email: string
}): Refusal | undefined {
  if (name.trim() === '') return refuse('name_empty')
  return z.email().safeParse(email).success ? undefined : refuse('email_invalid', { email })
}

/** A person at work in one city: the actor behind every signed-in request. */
export interface Member {
  readonly id: MemberId
  readonly cityId: CityId
  readonly organizationId: OrganizationId
  readonly name: string
  readonly roles: readonly Role[]
}
