import { z } from 'zod'
import type { ImportPosition } from '../../db/import/import-list-store.ts'
import { importId } from '../../domain/id.ts'
import { ProblemError } from '../problem.ts'

/** Opaque to clients; it names a place in the order of the list. */
export const writeImportCursor = ({ at, id }: ImportPosition): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

export function readImportCursor(cursor: string | undefined): ImportPosition | undefined {
  if (cursor === undefined) return undefined
  const [moment, name] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const at = z.iso.datetime().safeParse(moment)
  const id = importId.safeParse(name)
  if (!at.success || !id.success) throw new ProblemError(400, 'invalid_input', { field: 'cursor' })
  return { at: new Date(at.data), id: id.data }
}
