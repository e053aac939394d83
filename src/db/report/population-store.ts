import type { Actor } from '../../domain/actor.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Population, PopulationContent } from '../../domain/report/population.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

export interface KeptPopulation extends Population {
  readonly version: number
}

/** Every counting of the city, the newest first. */
export const listPopulations = async (tx: Tx): Promise<KeptPopulation[]> =>
  (await selectPopulations(tx).orderBy('counted_on', 'desc').execute()).map(populationOf)

/** The newest that was counted up to and including a day. */
export async function findPopulation(tx: Tx, until: LocalDate): Promise<Population | undefined> {
  const row = await selectPopulations(tx)
    .where('counted_on', '<=', until)
    .orderBy('counted_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { version, ...population } = populationOf(row)
  return population
}

/** Adds what was counted on a day (no version) or replaces that version of it. Refuses what decidePut refuses. */
export async function putPopulation(
  tx: Tx,
  actor: Actor,
  { countedOn, source, groups }: Population,
  version: number | undefined,
): Promise<{ readonly population: KeptPopulation; readonly isNew: boolean } | Refusal> {
  const found = await lockPopulation(tx, countedOn)
  const content: PopulationContent = { source, groups }
  const before = found && { version: found.version, content: { source: found.source, groups: found.groups } }
  const decision = decidePut(before, content, version)
  if (isRefusal(decision)) return decision
  const next = decision === 'change' ? (found?.version ?? 0) + 1 : (found?.version ?? 1)
  const population = { countedOn, source, groups, version: next }
  if (!found || decision === 'add') {
    const id = makeUuid()
    const added = await tx
      .insertInto('population')
      .values({ city_id: actor.cityId, id, counted_on: countedOn, source, groups: JSON.stringify(groups) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Somebody added the same day in this very moment, and now it is there to compare with.
    if (!added) return putPopulation(tx, actor, { countedOn, source, groups }, version)
    await note(tx, actor, id, 'population.added', groups.length)
    return { population, isNew: true }
  }
  if (decision === 'change') {
    const changed = { source, groups: JSON.stringify(groups), version: next }
    await tx.updateTable('population').set(changed).where('id', '=', found.id).execute()
    await note(tx, actor, found.id, 'population.changed', groups.length)
  }
  return { population, isNew: false }
}

/** Refuses `not_found` and `version_stale`. What was frozen keeps it. */
export async function removePopulation(
  tx: Tx,
  actor: Actor,
  countedOn: LocalDate,
  version: number,
): Promise<Refusal | undefined> {
  const found = await lockPopulation(tx, countedOn)
  if (!found) return refuse('not_found')
  if (found.version !== version) return refuse('version_stale')
  await tx.deleteFrom('population').where('id', '=', found.id).execute()
  await note(tx, actor, found.id, 'population.removed', found.groups.length)
  return undefined
}

const note = (tx: Tx, actor: Actor, subjectId: string, event: string, groups: number) =>
  writeAuditEvent(tx, actor, { event, subjectId, details: { groups } })

const selectPopulations = (tx: Tx) =>
  tx.selectFrom('population').select(['id', 'counted_on', 'source', 'groups', 'version'])

async function lockPopulation(tx: Tx, countedOn: LocalDate) {
  const row = await selectPopulations(tx).where('counted_on', '=', countedOn).forUpdate().executeTakeFirst()
  return row && { ...populationOf(row), id: row.id }
}

interface PopulationRow {
  readonly counted_on: LocalDate
  readonly source: string
  readonly groups: unknown
  readonly version: number
}

const populationOf = ({ counted_on, source, groups, version }: PopulationRow): KeptPopulation => ({
  countedOn: counted_on,
  source,
  // because: only putPopulation writes this column, from this type; it keeps the keys in an order of its own
  groups: (groups as Population['groups']).map(({ country, people }) => ({ country, people })),
  version,
})
