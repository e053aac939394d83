import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { OrganizationId } from '../../domain/id.ts'
import { type OrganizationKind, organizationKind } from '../../domain/people/organization.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

export interface Organization {
  readonly id: OrganizationId
  readonly name: string
  readonly kind: OrganizationKind
}

export interface OrganizationRow extends Organization {
  readonly version: number
  /** Its members who are not shut out. */
  readonly people: number
}

const columns = [
  'id',
  'name',
  'kind',
  'version',
  sql<number>`(select count(*)::int from member where member.city_id = organization.city_id
    and member.organization_id = organization.id and member.disabled_at is null)`.as('people'),
] as const

const toRow = <Row extends { readonly kind: string }>(row: Row) => ({
  ...row,
  kind: organizationKind.parse(row.kind),
})

/** Every organisation with its version, for who places people. */
export const listPlaces = async (tx: Tx): Promise<OrganizationRow[]> =>
  (await tx.selectFrom('organization').select(columns).orderBy('name').execute()).map(toRow)

/**
 * Adds an organisation; the same one again is recognised (`added` false). Refuses another under its id (`id_taken`) or
 * its name (`name_taken`).
 */
export async function addPlace(
  tx: Tx,
  actor: Actor,
  { id, name, kind }: Organization,
): Promise<{ row: OrganizationRow; added: boolean } | Refusal> {
  const added = await tx
    .insertInto('organization')
    .values({ city_id: actor.cityId, id, name, kind })
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (added) {
    await writeAuditEvent(tx, actor, { event: 'organization.added', subjectId: id, details: { kind } })
    return { row: toRow(added), added: true }
  }
  const same = (await listPlaces(tx)).find((each) => each.id === id)
  if (!same) return refuse('name_taken', { name })
  return same.name === name && same.kind === kind ? { row: same, added: false } : refuse('id_taken')
}

/** Renames an organisation. Refuses: `not_found`, `version_stale`, `name_taken`. */
export async function changePlace(
  tx: Tx,
  actor: Actor,
  { id, name, kind, version }: Organization & { readonly version: number },
): Promise<OrganizationRow | Refusal> {
  const all = await tx.selectFrom('organization').select(columns).forUpdate().execute()
  const before = all.find((each) => each.id === id)
  if (!before) return refuse('not_found')
  if (before.version !== version) return refuse('version_stale')
  if (all.some((each) => each.id !== id && each.name === name)) return refuse('name_taken', { name })
  const row = await tx
    .updateTable('organization')
    .set({ name, kind, version: version + 1 })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  await writeAuditEvent(tx, actor, { event: 'organization.changed', subjectId: id, details: { kind } })
  return toRow(row)
}
