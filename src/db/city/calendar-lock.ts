import { sql } from 'kysely'
import type { CityId } from '../../domain/id.ts'
import type { Tx } from '../database.ts'

/** Whoever changes closures or holidays of a city waits here for whoever was before them, until that transaction ends. */
export const lockCalendar = (tx: Tx, cityId: CityId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`calendar ${cityId}`}, 0))`.execute(tx)
