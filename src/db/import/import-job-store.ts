import type { CityId, ImportId, MemberId, OrganizationId } from '../../domain/id.ts'
import type { ImportAnswer } from '../../domain/import/import-answer.ts'
import type { ColumnChoice, SheetStart } from '../../domain/import/import-column.ts'
import {
  type ImportFacts,
  type ImportPhase,
  type ImportTask,
  importState,
} from '../../domain/import/import-job.ts'
import type { TalliedValue } from '../../domain/import/import-tally.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { dropBytes } from './import-file-store.ts'
import type { ImportOutcome } from './import-store.ts'

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

/**
 * Says that a task begins. Undefined when there is nothing to begin: the same task is under way, or the import is done.
 * Refuses a file that is not there (`not_found`), another task under way (`import_busy`), a trial before the columns
 * are chosen (`import_columns_missing`) and a run of what no trial has found ready (`import_not_ready`).
 */
export async function beginTask(
  tx: Tx,
  id: ImportId,
  task: ImportTask,
  now: Date,
): Promise<string | Refusal | undefined> {
  await tx.selectFrom('import_file').select('id').where('id', '=', id).forUpdate().execute()
  const file = await findImportFile(tx, id)
  if (!file) return refuse('not_found')
  const state = importState(file, now)
  if (state === 'done' || state === 'undone') return undefined
  if (state === 'busy') return file.task === task ? undefined : refuse('import_busy')
  if (!file.columns) return refuse('import_columns_missing')
  const settled = importState({ ...file, task: null, refusal: null }, now)
  if (task === 'run' && settled !== 'ready') return refuse('import_not_ready')
  const taskId = makeUuid()
  const begun = { task, task_id: taskId, started_at: now, heartbeat_at: now, ended_at: null, refusal: null }
  await tx
    .updateTable('import_file')
    .set({ ...begun, phase: 'waiting', rows_done: 0 })
    .where('id', '=', id)
    .execute()
  return taskId
}

export interface TaskOf {
  readonly cityId: CityId
  readonly importId: ImportId
  readonly taskId: string
}

/** Shows how far a task is, and that it lives. */
export const beat = (tx: Tx, task: TaskOf, at: { phase: ImportPhase; rowsDone: number }, now: Date) =>
  underWay(tx, task).set({ phase: at.phase, rows_done: at.rowsDone, heartbeat_at: now }).execute()

/** Ends a task that cannot go on: the file is broken, or something failed. */
export const endRefused = (tx: Tx, task: TaskOf, { code, details }: Refusal, now: Date) =>
  underWay(tx, task)
    .set({ refusal: JSON.stringify({ code, details }), ended_at: now })
    .execute()

const underWay = (tx: Tx, { importId, taskId }: TaskOf) =>
  tx
    .updateTable('import_file')
    .where('id', '=', importId)
    .where('task_id', '=', taskId)
    .where('ended_at', 'is', null)

const mostListed = 1000

/**
 * Ends a task with what came of it, in the task's own transaction: an import and the word that it is done are kept
 * together or not at all. Throws when the task was taken over meanwhile, so that nothing of it is kept.
 */
export async function endTask(
  tx: Tx,
  task: TaskOf,
  { version, unknownValues }: ImportFile,
  { answer, survey }: ImportOutcome,
  now: Date,
): Promise<void> {
  await keepRejections(tx, task, answer.rejected)
  await keepChanges(tx, task, survey.changes)
  const unknown = new Map([...unknownValues, ...survey.unknown].map((value) => [keyOf(value), value]))
  const kept: KeptAnswer = {
    ...answer,
    rejectedRows: answer.rejected.length,
    changedRows: answer.changed.length,
    rejected: answer.rejected.slice(0, mostListed),
    changed: answer.changed.slice(0, mostListed),
  }
  const { numUpdatedRows } = await underWay(tx, task)
    .set({ answer: JSON.stringify(kept), answer_version: version, ended_at: now, rows_done: answer.rows })
    .set({ unknown_values: JSON.stringify([...unknown.values()]) })
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('another task has taken over this import')
  if (answer.importId) await dropBytes(tx, task.importId)
}

const keyOf = ({ field, spelling }: TalliedValue) => `${field}:${spelling}`

async function keepRejections(
  tx: Tx,
  { cityId, importId }: TaskOf,
  rejected: ImportAnswer['rejected'],
): Promise<void> {
  await tx.deleteFrom('import_rejection').where('import_id', '=', importId).execute()
  for (let first = 0; first < rejected.length; first += mostListed) {
    const rejections = JSON.stringify(rejected.slice(first, first + mostListed))
    const owner = { city_id: cityId, id: makeUuid(), import_id: importId }
    await tx
      .insertInto('import_rejection')
      .values({ ...owner, position: first, rejections })
      .execute()
  }
}

async function keepChanges(
  tx: Tx,
  { cityId, importId }: TaskOf,
  changes: ImportOutcome['survey']['changes'],
): Promise<void> {
  await tx.deleteFrom('import_change').where('import_id', '=', importId).execute()
  const rows = changes.map(({ row, requestId, digest, request }) => ({
    city_id: cityId,
    id: makeUuid(),
    import_id: importId,
    row,
    request_id: requestId,
    digest,
    request: JSON.stringify(request),
  }))
  for (let first = 0; first < rows.length; first += mostListed)
    await tx
      .insertInto('import_change')
      .values(rows.slice(first, first + mostListed))
      .execute()
}

/** Every row that the last task left out, a thousand at a time. */
export async function* readRejections(
  asked: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  importId: ImportId,
): AsyncGenerator<ImportAnswer['rejected'][number]> {
  for (let position = 0; ; position += mostListed) {
    const batch = await asked((tx) =>
      tx
        .selectFrom('import_rejection')
        .select('rejections')
        .where('import_id', '=', importId)
        .where('position', '=', position)
        .executeTakeFirst(),
    )
    if (!batch) return
    // because: only keepRejections writes this column
    yield* batch.rejections as ImportAnswer['rejected']
  }
}
