import type { Actor } from '../../domain/actor.ts'
import {
  type ClosureRejection,
  readClosure,
  recogniseClosureColumns,
} from '../../domain/import/import-closure.ts'
import { isBlankRow, type Sheet } from '../../domain/import/import-sheet.ts'
import { normalise } from '../../domain/import/import-text.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { addClosure } from '../city/closure-store.ts'
import type { Tx } from '../database.ts'
import { lockImports } from './import-basis-store.ts'

export interface ClosureAnswer {
  /** Rows under the headings that are not blank. */
  readonly rows: number
  readonly imported: number
  /** The desk was closed that day already, whatever the reason then. */
  readonly alreadyImported: number
  readonly rejected: readonly ClosureRejection[]
}

/**
 * Imports closed days; importing the same list again changes nothing. A row without a desk closes every desk.
 * Refuses what recogniseClosureColumns refuses and what the sheet finds wrong with its file: then nothing
 * is written.
 */
export async function importClosures(tx: Tx, actor: Actor, sheet: Sheet): Promise<ClosureAnswer | Refusal> {
  const columns = recogniseClosureColumns(sheet.headings)
  if (isRefusal(columns)) return columns
  const desks = await tx.selectFrom('desk').select(['id', 'name']).execute()
  const deskIds = new Map(desks.map(({ id, name }) => [normalise(name), id]))
  const rejected: ClosureRejection[] = []
  const closures = []
  let imported = 0
  for await (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    if (isBlankRow(row)) continue
    const read = readClosure(columns, row, (desk) => deskIds.has(normalise(desk)))
    if ('field' in read) rejected.push(read)
    else closures.push(read)
  }
  await lockImports(tx, actor.cityId)
  for (const { desk, ...closure } of closures) {
    const deskId = deskIds.get(normalise(desk)) ?? null
    if (await addClosure(tx, actor.cityId, { ...closure, deskId })) imported++
  }
  const rows = closures.length + rejected.length
  await writeAuditEvent(tx, actor, { event: 'closures.imported', details: { rows, imported } })
  return { rows, imported, alreadyImported: closures.length - imported, rejected }
}
