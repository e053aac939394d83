import type { Actor } from '../../domain/actor.ts'
import type { ImportId } from '../../domain/id.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { lockImports } from './import-basis-store.ts'

export interface UndoneImport {
  readonly importId: ImportId
  /** How many help requests left the figures. */
  readonly undone: number
}

const mostNamed = 20

/**
 * Takes an import back: its help requests are voided (reason `import_undone`) and their keys freed, so that the same
 * file can be imported again. Desks and guides that it made stay.
 * Refuses an import that the city does not have (`import_not_found`), one undone before (`import_undone`), and one of
 * which somebody has edited or voided rows since (`import_edited`, naming them by their row in the file).
 */
export async function undoImport(
  tx: Tx,
  actor: Actor,
  importId: ImportId,
  now: Date,
): Promise<UndoneImport | Refusal> {
  await lockImports(tx, actor.cityId)
  const found = await tx
    .selectFrom('import')
    .select('undone_at as undoneAt')
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!found) return refuse('import_not_found', { import: importId })
  if (found.undoneAt) return refuse('import_undone', { import: importId })
  const edited = await lockRows(tx, importId)
  if (edited.length > 0) {
    const rows = edited.slice(0, mostNamed).join(', ')
    return refuse('import_edited', {
      rows: edited.length > mostNamed ? `${rows}, …` : rows,
      count: edited.length,
    })
  }
  const undone = await voidRows(tx, importId, now)
  await tx.updateTable('import').set({ undone_at: now }).where('id', '=', importId).execute()
  await writeAuditEvent(tx, actor, { event: 'import.undone', subjectId: importId, details: { undone } })
  return { importId, undone }
}

/** Holds the import's requests until the end of the transaction. Answers the file's rows of those that were edited. */
async function lockRows(tx: Tx, importId: ImportId): Promise<number[]> {
  const rows = await tx
    .selectFrom('help_request')
    .select(['import_row as row', 'version', 'voided_at as voidedAt'])
    .where('import_id', '=', importId)
    .orderBy('import_row')
    .forUpdate()
    .execute()
  const hidden = await listHiddenEdits(tx, importId)
  return rows.flatMap(({ row, version, voidedAt }) =>
    version > 1 || voidedAt || (row !== null && hidden.has(row)) ? (row ?? []) : [],
  )
}

/** Rows of which a code was corrected that the wide row does not show: those leave its version as it was. */
async function listHiddenEdits(tx: Tx, importId: ImportId): Promise<ReadonlySet<number | null>> {
  const rows = await tx
    .selectFrom('help_request_sensitive_version as h')
    .innerJoin('help_request as r', (join) =>
      join.onRef('r.city_id', '=', 'h.city_id').onRef('r.id', '=', 'h.request_id'),
    )
    .select('r.import_row as row')
    .where('r.import_id', '=', importId)
    .execute()
  return new Set(rows.map(({ row }) => row))
}

async function voidRows(tx: Tx, importId: ImportId, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('help_request')
    .set(({ eb }) => ({
      voided_at: now,
      void_reason: 'import_undone',
      import_key: null,
      version: eb('version', '+', 1),
    }))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
