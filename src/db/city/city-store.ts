import type { City } from '../../domain/city.ts'
import { type CityId, cityId } from '../../domain/id.ts'
import type { Database, Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

// Cities are global: this is the only store beside account-store.ts that works without an actor.
const columns = ['id', 'code', 'name', 'time_zone as timeZone', 'is_demo as isDemo'] as const

export const findCity = (db: Database, code: string): Promise<City | undefined> =>
  db.auth.selectFrom('city').select(columns).where('code', '=', code).executeTakeFirst()

export const listCities = (db: Database): Promise<City[]> =>
  db.auth.selectFrom('city').select(columns).orderBy('name').execute()

/** Adds a city inside asFounder; undefined when its code is taken. */
export async function addCity(tx: Tx, city: Omit<City, 'id'>): Promise<CityId | undefined> {
  const row = await tx
    .insertInto('city')
    .values({
      id: cityId.parse(makeUuid()),
      code: city.code,
      name: city.name,
      time_zone: city.timeZone,
      is_demo: city.isDemo,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
