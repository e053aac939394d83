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
  const kept = found && { version: found.version, content: { source: found.source, groups: found.groups } }
  const decision = decidePut(found?.isRemoved ? undefined : kept, content, version)
  if (isRefusal(decision)) return decision
  const isNew = decision === 'add'
  if (!found) {
    const id = makeUuid()
    const values = { counted_on: countedOn, source, groups: JSON.stringify(groups) }
    const added = await tx
      .insertInto('population')
      .values({ city_id: actor.cityId, id, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Somebody added the same day in this very moment, and now it is there to compare with.
    if (!added) return putPopulation(tx, actor, { countedOn, source, groups }, version)
    await note(tx, actor, id, 'population.added', groups.length)
    return { population: { countedOn, source, groups, version: 1 }, isNew }
  }
  const next = decision === 'same' ? found.version : found.version + 1
  if (next !== found.version) {
    const changed = { source, groups: JSON.stringify(groups), version: next, removed_at: null }
    await tx.updateTable('population').set(changed).where('id', '=', found.id).execute()
    await note(tx, actor, found.id, isNew ? 'population.added' : 'population.changed', groups.length)
  }
  return { population: { countedOn, source, groups, version: next }, isNew }
}

/** Refuses `not_found` and `version_stale`. What was frozen keeps it, and so does its row: what is added again counts on. */
export async function removePopulation(
  tx: Tx,
  actor: Actor,
  countedOn: LocalDate,
  version: number,
  now: Date,
): Promise<Refusal | undefined> {
  const found = await lockPopulation(tx, countedOn)
  if (!found || found.isRemoved) return refuse('not_found')
  if (found.version !== version) return refuse('version_stale')
  await tx.updateTable('population').set({ removed_at: now }).where('id', '=', found.id).execute()
  await note(tx, actor, found.id, 'population.removed', found.groups.length)
  return undefined
}

const note = (tx: Tx, actor: Actor, subjectId: string, event: string, groups: number) =>
  writeAuditEvent(tx, actor, { event, subjectId, details: { groups } })

const columns = ['id', 'counted_on', 'source', 'groups', 'version', 'removed_at'] as const

const selectPopulations = (tx: Tx) =>
  tx.selectFrom('population').select(columns).where('removed_at', 'is', null)

/** Also one that was taken away. */
async function lockPopulation(tx: Tx, countedOn: LocalDate) {
  const all = tx.selectFrom('population').select(columns)
  const row = await all.where('counted_on', '=', countedOn).forUpdate().executeTakeFirst()
  return row && { ...populationOf(row), id: row.id, isRemoved: row.removed_at !== null }
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
