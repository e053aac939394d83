import type { ImportId } from '../../domain/id.ts'
import {
  type ImportPhase,
  type ImportTask,
  importState,
  type TaskOf,
} from '../../domain/import/import-job.ts'
import type { TalliedValue } from '../../domain/import/import-tally.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { dropBytes } from './import-bytes-store.ts'
import { findImportFile, type ImportFile, type KeptAnswer } from './import-file-store.ts'
import { keepRejections } from './import-rejection-store.ts'
import type { ImportOutcome } from './import-store.ts'

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

/** Rows that an answer lists; what it counts is whole. */
const mostListed = 1000
