import { z } from 'zod'
import type { ListPosition } from '../../db/request/request-page-store.ts'
import { helpRequestId } from '../../domain/id.ts'
import { localDate } from '../../domain/local-date.ts'
import { ProblemError } from '../problem.ts'

/** Opaque to clients; it names a place in the order, so it holds when rows come or go meanwhile. */
export const writeCursor = ({ receivedOn, receivedAt, id }: ListPosition): string =>
  Buffer.from(`${receivedOn} ${receivedAt} ${id}`).toString('base64url')

export function readCursor(cursor: string | undefined): ListPosition | undefined {
  if (cursor === undefined) return undefined
  const [day, moment, request] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const receivedOn = localDate.safeParse(day)
  const receivedAt = z.iso.datetime().safeParse(moment)
  const id = helpRequestId.safeParse(request)
  if (!receivedOn.success || !receivedAt.success || !id.success)
    throw new ProblemError(400, 'invalid_input', { field: 'cursor' })
  return { receivedOn: receivedOn.data, receivedAt: receivedAt.data, id: id.data }
}
