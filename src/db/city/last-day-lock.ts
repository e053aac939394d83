import { sql } from 'kysely'
import type { DeskId } from '../../domain/id.ts'
import type { Question, Tx } from '../database.ts'

// Not a lock on the row: a guide, who may not change a desk, may not hold its row either.

const keyOf = (id: DeskId) => sql`hashtextextended(${`last day ${id}`}, 0)`

/** Until the end of the transaction the desk keeps the last day that it has now. */
export const holdLastDay = (tx: Tx, id: DeskId) => tx.executeQuery(askLastDay(tx, id))

/** The question that holds it. */
export const askLastDay = (tx: Tx, id: DeskId): Question<unknown> =>
  sql`select pg_advisory_xact_lock_shared(${keyOf(id)})`.compile(tx)

/** Whoever changes the last day of a desk waits here for everybody who holds it. */
export const lockLastDay = (tx: Tx, id: DeskId) => sql`select pg_advisory_xact_lock(${keyOf(id)})`.execute(tx)
