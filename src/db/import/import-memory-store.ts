import { sql } from 'kysely'
import type { CityId, MemberId, OrganizationId } from '../../domain/id.ts'
import {
  type ColumnChoice,
  type ColumnSuggestion,
  columnsToRemember,
} from '../../domain/import/import-column.ts'
import { importField } from '../../domain/import/import-field.ts'
import type { RememberedColumns } from '../../domain/import/import-heading.ts'
import { type ImportMapping, parseMapping } from '../../domain/import/import-mapping.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

// What a city's people decided at earlier imports: every later import goes by it, also on the command line.

/** One decision about a value that nothing knew. */
export interface MappingDecision {
  readonly field: string
  /** Normalised: by this the value is found again. */
  readonly spelling: string
  /** As it stood in the file. */
  readonly value: string
  /** Null is unknown. For minutes a whole number, as text. */
  readonly code: string | null
}

/** Every decision of an organisation, as a mapping file would say it. */
export async function readMappingMemory(tx: Tx, organizationId: OrganizationId): Promise<ImportMapping> {
  const rows = await listDecisions(tx, organizationId)
  const fields = Map.groupBy(rows, ({ field }) => field)
  const meaningOf = ({ field, code }: MappingDecision) =>
    field === 'minutes' && code !== null ? Number(code) : code
  const mapping = parseMapping(
    Object.fromEntries(
      [...fields].map(([field, decisions]) => [
        field,
        Object.fromEntries(decisions.map((decision) => [decision.spelling, meaningOf(decision)])),
      ]),
    ),
  )
  if (isRefusal(mapping)) throw new Error('a remembered decision is no mapping')
  return mapping
}

export const listDecisions = (tx: Tx, organizationId: OrganizationId) =>
  tx
    .selectFrom('import_mapping')
    .select(['id', 'field', 'spelling', 'value', 'code'])
    .where('organization_id', '=', organizationId)
    .unionAll(
      tx
        .selectFrom('import_mapping_sensitive')
        .select(['id', 'field', 'spelling', 'value', 'code'])
        .where('organization_id', '=', organizationId),
    )
    .orderBy('field')
    .orderBy('value')
    .execute()

/**
 * Remembers a decision, in place of what was decided before about the same value. One for a sensitive code stands in a
 * table of its own, whole.
 */
export async function rememberDecision(
  tx: Tx,
  owner: { readonly cityId: CityId; readonly organizationId: OrganizationId; readonly memberId: MemberId },
  { field, spelling, value, code, isSensitive }: MappingDecision & { readonly isSensitive: boolean },
  now: Date,
): Promise<void> {
  const { cityId, organizationId, memberId } = owner
  const meaning = { organizationId, field, spelling }
  await lockMeaning(tx, cityId, meaning)
  const key = { city_id: cityId, organization_id: organizationId, field, spelling }
  const decision = { value, member_id: memberId, decided_at: now }
  const isHidden = isSensitive && code !== null
  await forgetIn(tx, isHidden ? 'import_mapping' : 'import_mapping_sensitive', meaning)
  const same = ['city_id', 'organization_id', 'field', 'spelling'] as const
  if (isHidden)
    await tx
      .insertInto('import_mapping_sensitive')
      .values({ ...key, ...decision, id: makeUuid(), code })
      .onConflict((conflict) => conflict.columns(same).doUpdateSet({ ...decision, code }))
      .execute()
  else
    await tx
      .insertInto('import_mapping')
      .values({ ...key, ...decision, id: makeUuid(), code })
      .onConflict((conflict) => conflict.columns(same).doUpdateSet({ ...decision, code }))
      .execute()
}

/** Forgets what was decided about a value: later imports ask again. False when there is no decision of this id. */
export async function forgetDecision(tx: Tx, cityId: CityId, id: string): Promise<boolean> {
  const find = (table: MappingTable) =>
    tx
      .selectFrom(table)
      .select(['organization_id as organizationId', 'field', 'spelling'])
      .where('id', '=', id)
  const meaning = await find('import_mapping').unionAll(find('import_mapping_sensitive')).executeTakeFirst()
  if (!meaning) return false
  await lockMeaning(tx, cityId, meaning)
  await forgetIn(tx, 'import_mapping', meaning)
  await forgetIn(tx, 'import_mapping_sensitive', meaning)
  return true
}

type MappingTable = 'import_mapping' | 'import_mapping_sensitive'

/** What a decision is about: there is one at most, in one of the two tables. */
interface Meaning extends Pick<MappingDecision, 'field' | 'spelling'> {
  readonly organizationId: OrganizationId
}

/** Two who decide about one value at the same moment do so one after the other: no key spans the two tables. */
const lockMeaning = (tx: Tx, cityId: CityId, { organizationId, field, spelling }: Meaning) => {
  const key = ['meaning', cityId, organizationId, field, spelling].join(' ')
  return sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

const forgetIn = (tx: Tx, table: MappingTable, { organizationId, field, spelling }: Meaning) =>
  tx
    .deleteFrom(table)
    .where('organization_id', '=', organizationId)
    .where('field', '=', field)
    .where('spelling', '=', spelling)
    .execute()

export async function readColumnMemory(tx: Tx, organizationId: OrganizationId): Promise<RememberedColumns> {
  const rows = await tx
    .selectFrom('import_column')
    .select(['heading', 'field'])
    .where('organization_id', '=', organizationId)
    .execute()
  return new Map(rows.map(({ heading, field }) => [heading, importField.nullable().parse(field)]))
}

/** Remembers what columnsToRemember says of somebody's choice, and forgets the rest. */
export async function rememberColumns(
  tx: Tx,
  { cityId, organizationId }: { readonly cityId: CityId; readonly organizationId: OrganizationId },
  headings: readonly string[],
  choice: ColumnChoice,
  suggested: readonly ColumnSuggestion[],
): Promise<void> {
  for (const { heading, field, isUsual } of columnsToRemember(headings, choice, suggested)) {
    if (isUsual)
      await tx
        .deleteFrom('import_column')
        .where('organization_id', '=', organizationId)
        .where('heading', '=', heading)
        .execute()
    else
      await tx
        .insertInto('import_column')
        .values({ city_id: cityId, id: makeUuid(), organization_id: organizationId, heading, field })
        .onConflict((conflict) =>
          conflict.columns(['city_id', 'organization_id', 'heading']).doUpdateSet({ field }),
        )
        .execute()
  }
}
