import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Tells the planner how many rows there are now; called after many were written at once. Takes about a second. */
export const refreshStatistics = (tx: Tx) => sql`select refresh_statistics()`.execute(tx)
