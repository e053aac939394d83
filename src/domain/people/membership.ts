import type { MemberId } from '../id.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Role } from './member.ts'

/** What of a membership decides whether the city still has an administrator. */
export interface Membership {
  readonly id: MemberId
  readonly roles: readonly Role[]
  readonly disabled: boolean
}

/** Who may look after the requests of somebody who leaves: they follow requests up themselves. */
export const successorRoles: readonly Role[] = ['guide', 'bridge_figure', 'coach']

/**
 * Refuses a change after which nobody could let anybody in any more: leaving the own administrator's role
 * (`own_admin_role`) or the own membership (`own_disabling`), because nobody does that on purpose and it cannot be
 * taken back; and taking the city's last administrator (`last_admin`). `administrators` are those who can sign in now.
 */
export function checkAdministration(
  administrators: readonly MemberId[],
  { id, roles, disabled }: Membership,
  by: MemberId | undefined,
): Refusal | undefined {
  if (!disabled && roles.includes('admin')) return undefined
  if (!administrators.includes(id)) return undefined
  if (id === by) return refuse(disabled ? 'own_disabling' : 'own_admin_role')
  return administrators.length > 1 ? undefined : refuse('last_admin')
}
