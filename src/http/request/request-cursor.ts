import { z } from 'zod'
import type { ListPosition } from '../../db/request/request-page-store.ts'
import { helpRequestId } from '../../domain/id.ts'
import { localDate } from '../../domain/local-date.ts'
import { moment, readCursor, writeCursor } from '../cursor.ts'

const position = z.tuple([localDate, moment, helpRequestId])

export const writePosition = ({ receivedOn, receivedAt, id }: ListPosition): string =>
  writeCursor([receivedOn, receivedAt, id])

export function readPosition(cursor: string | undefined): ListPosition | undefined {
  const [receivedOn, receivedAt, id] = readCursor(cursor, position) ?? []
  return receivedOn && receivedAt && id ? { receivedOn, receivedAt, id } : undefined
}
