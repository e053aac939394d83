import { z } from 'zod'
import type { MomentPosition } from '../db/list-page.ts'
import { localDate } from '../domain/local-date.ts'
import { ProblemError } from './problem.ts'

/** Opaque to clients; it names a place in the order of a list, so it holds when rows come or go meanwhile. */
export const writeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The place that a cursor names. Ends the request of one that we never wrote: `invalid_input`. */
export function readCursor<Parts>(cursor: string | undefined, parts: z.ZodType<Parts>): Parts | undefined {
  if (cursor === undefined) return undefined
  const read = written.pipe(parts).safeParse(Buffer.from(cursor, 'base64url').toString())
  if (!read.success) throw new ProblemError(400, 'invalid_input', { field: 'cursor' })
  return read.data
}

/** A moment that the calendar and the database know: the years 1900 to 2200 (src/domain/local-date.ts). */
export const moment = z.iso.datetime().refine((text) => localDate.safeParse(text.slice(0, 10)).success)

const written = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('no JSON')
    return z.NEVER
  }
})

/** For lists that begin with the newest. */
export const writeMoment = ({ at, id }: MomentPosition): string => writeCursor([at.toISOString(), id])

export function readMoment(cursor: string | undefined): MomentPosition | undefined {
  const [at, id] = readCursor(cursor, z.tuple([moment, z.guid()])) ?? []
  return at && id ? { at: new Date(at), id } : undefined
}

/** The page that is shown of `rows`, of which one more was asked than `limit` to know whether there is another page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last && cursorOf(last) }
}
