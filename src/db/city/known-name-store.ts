import type { KnownNames } from '../../domain/report/event-title.ts'
import type { Tx } from '../database.ts'

/** The names that the city gave: to its people, and to itself, its organisations and its desks. */
export async function readKnownNames(tx: Tx, city: string): Promise<KnownNames> {
  const people = await tx.selectFrom('member').select('name').execute()
  const organizations = await tx.selectFrom('organization').select('name').execute()
  const desks = await tx.selectFrom('desk').select('name').execute()
  return {
    people: people.map(({ name }) => name),
    others: [city, ...[...organizations, ...desks].map(({ name }) => name)],
  }
}
