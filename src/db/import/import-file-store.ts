import type { ImportId, MemberId, OrganizationId } from '../../domain/id.ts'
import type { ImportAnswer } from '../../domain/import/import-answer.ts'
import type { ColumnChoice, SheetStart } from '../../domain/import/import-column.ts'
import type { ImportFacts, ImportPhase, ImportTask } from '../../domain/import/import-job.ts'
import type { TalliedValue } from '../../domain/import/import-tally.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Tx } from '../database.ts'

/** An answer as it is kept and shown: it lists the first thousand rows that stayed out, and counts them all. */
export interface KeptAnswer extends ImportAnswer {
  readonly rejectedRows: number
  readonly changedRows: number
}

export interface ImportFile extends ImportFacts {
  readonly id: ImportId
  readonly memberId: MemberId
  readonly fileName: string
  readonly size: number
  readonly createdAt: Date
  readonly start: SheetStart | null
  readonly organizationId: OrganizationId | null
  readonly columns: ColumnChoice | null
  readonly taskId: string | null
  readonly phase: ImportPhase | null
  readonly rowsDone: number
  readonly refusal: Pick<Refusal, 'code' | 'details'> | null
  readonly answer: KeptAnswer | null
  readonly unknownValues: readonly TalliedValue[]
}

/** A file that has arrived; undefined when the city has none of this id. */
export async function findImportFile(tx: Tx, id: ImportId): Promise<ImportFile | undefined> {
  const row = await selectFiles(tx).where('f.id', '=', id).executeTakeFirst()
  return row && toFile(row)
}

const selectFiles = (tx: Tx) =>
  tx
    .selectFrom('import_file as f')
    .leftJoin('import as i', (join) => join.onRef('i.city_id', '=', 'f.city_id').onRef('i.id', '=', 'f.id'))
    .where('f.sha256', 'is not', null)
    .select([
      'f.id',
      'f.member_id as memberId',
      'f.file_name as fileName',
      'f.size',
      'f.created_at as createdAt',
    ])
    .select(['f.start', 'f.organization_id as organizationId', 'f.columns', 'f.task', 'f.task_id as taskId'])
    .select(['f.heartbeat_at as heartbeatAt', 'f.ended_at as endedAt', 'f.phase', 'f.rows_done as rowsDone'])
    .select(['f.refusal', 'f.answer', 'f.answer_version as answerVersion', 'f.version'])
    .select(['f.unknown_values as unknownValues', 'i.undone_at as undoneAt'])

function toFile(
  row: Awaited<ReturnType<ReturnType<typeof selectFiles>['executeTakeFirstOrThrow']>>,
): ImportFile {
  return {
    ...row,
    // because: the table's own checks name the tasks and phases, and only this store writes the JSON columns
    task: row.task as ImportTask | null,
    phase: row.phase as ImportPhase | null,
    start: row.start as SheetStart | null,
    columns: row.columns as ColumnChoice | null,
    refusal: row.refusal as ImportFile['refusal'],
    answer: row.answer as KeptAnswer | null,
    // because: as above
    unknownValues: row.unknownValues as TalliedValue[],
  }
}

export const keepStart = (tx: Tx, id: ImportId, start: SheetStart) =>
  tx
    .updateTable('import_file')
    .set({ start: JSON.stringify(start) })
    .where('id', '=', id)
    .execute()

/** Lets go of a file and of all that hangs on it. */
export const dropFile = (tx: Tx, id: ImportId) => tx.deleteFrom('import_file').where('id', '=', id).execute()
