import { type SqlBool, sql } from 'kysely'

/** A part of a list: at most `limit` rows after that place. */
export interface ListPage<Position> {
  readonly after: Position | undefined
  readonly limit: number
}

/** A place in a list that begins with the newest. */
export interface MomentPosition {
  readonly at: Date
  readonly id: string
}

/** Whether a row comes after that place in such a list; `at` and `id` name its columns. */
export const isBefore = (at: string, id: string, after: MomentPosition | undefined) =>
  sql<SqlBool>`(${sql.ref(at)}, ${sql.ref(id)}) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`
