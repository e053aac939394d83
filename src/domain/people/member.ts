import { z } from 'zod'
import type { CityId, MemberId, OrganizationId } from '../id.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { writtenText } from '../written-text.ts'
import { everyRole } from './role.ts'

/** What a person may be in a city; a member may hold several. Who may open what is in right.ts. */
export const role = z.enum(everyRole)
export type Role = z.infer<typeof role>

/** Whether somebody can sign in. */
export const memberState = z.enum(['active', 'no_account', 'disabled'])
export type MemberState = z.infer<typeof memberState>

/** One line, as people write their own name or that of their organisation. */
export const personName = writtenText({ most: 120 })

export interface Person {
  readonly name: string
  readonly email: string
}

/**
 * Somebody as the command line says. Refuses a name that nobody can read (`name_empty`) and what is no mail address
 * (`email_invalid`).
 */
export function readPerson({ name, email }: Person): Person | Refusal {
  const read = personName.safeParse(name)
  if (!read.success) return refuse('name_empty')
  return z.email().safeParse(email).success
    ? { name: read.data, email: email.toLowerCase() }
    : refuse('email_invalid', { email })
}

/** A person at work in one city: the actor behind every signed-in request. */
export interface Member {
  readonly id: MemberId
  readonly cityId: CityId
  readonly organizationId: OrganizationId
  readonly name: string
  readonly roles: readonly Role[]
}
