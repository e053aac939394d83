import { type Refusal, refuse } from '../../domain/refusal.ts'

/** The named organisation, or the only one. Refuses when that leaves none or a choice: `organization_unknown`. */
export function chooseOrganization<Organization extends { readonly name: string }>(
  all: readonly Organization[],
  name: string | undefined,
): Organization | Refusal {
  const [first, second] = name === undefined ? all : all.filter((organization) => organization.name === name)
  if (first && !second) return first
  const organizations = all.map((organization) => organization.name).join(', ')
  return refuse('organization_unknown', { organization: name ?? '?', organizations })
}
