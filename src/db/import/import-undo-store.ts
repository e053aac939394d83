import { sql } from 'kysely'
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
  const undone = await voidRows(tx, actor, importId, now)
  await tx.updateTable('import').set({ undone_at: now }).where('id', '=', importId).execute()
  await writeAuditEvent(tx, actor, { event: 'import.undone', subjectId: importId, details: { undone } })
  return { importId, undone }
}

/** Holds the import's requests until the end of the transaction. Answers the file's rows of those that were edited. */
async function lockRows(tx: Tx, importId: ImportId): Promise<number[]> {
  // A correction of a code that the wide row does not show leaves its version as it was: it stands in its own history.
  const { rows } = await sql<{ row: number }>`
    with held as materialized (
      select id, import_row as row, version > 1 or voided_at is not null as edited
      from help_request where import_id = ${importId} for update)
    select row from held where row is not null
      and (edited or id in (select request_id from help_request_sensitive_version)) order by row`.execute(tx)
  return rows.map(({ row }) => row)
}

async function voidRows(tx: Tx, actor: Actor, importId: ImportId, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('help_request')
    .set(({ eb }) => ({
      voided_at: now,
      void_reason: 'import_undone',
      voided_by: actor.kind === 'member' ? actor.memberId : null,
      import_key: null,
      version: eb('version', '+', 1),
    }))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
