import { sql } from 'kysely'
import type { Period } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'

/** The names that a city gave to its people, its organisations and its desks. */
interface KnownNames {
  readonly people: readonly string[]
  readonly organizations: readonly string[]
  readonly desks: readonly string[]
}

export async function readKnownNames(tx: Tx): Promise<KnownNames> {
  const { rows } = await sql<KnownNames>`select array(select name from member) as people,
    array(select name from organization) as organizations, array(select name from desk) as desks`.execute(tx)
  return rows[0] ?? { people: [], organizations: [], desks: [] }
}

/** The neighbourhoods as they were noted in a period. */
export async function readNeighbourhoods(tx: Tx, { from, to }: Period): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct neighbourhood as name from help_request
    where city_id = app_city() and received_on between ${from} and ${to} and length(neighbourhood) > 3`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}
