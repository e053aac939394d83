import { type Role, role } from '../domain/people/member.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'

/** Roles as somebody types them, with commas. Refuses the first that is none: `role_unknown`. */
export function readRoles(text: string): Role[] | Refusal {
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !role.safeParse(name).success)
  if (wrong !== undefined) return refuse('role_unknown', { role: wrong, roles: role.options.join(', ') })
  return names.map((name) => role.parse(name))
}
