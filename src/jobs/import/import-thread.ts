import { Worker } from 'node:worker_threads'
import { asActor } from '../../db/as-actor.ts'
import type { Database } from '../../db/database.ts'
import { endRefused } from '../../db/import/import-task-store.ts'
import { refuse } from '../../domain/refusal.ts'
import type { ImportWork, Look } from './import-work.ts'

type Job = Omit<ImportWork, 'loginUrl' | 'task'>

/** Reads the headings and first rows of a file that has arrived, in a thread of its own. */
export async function lookAtFile(db: Database, job: Job): Promise<Look> {
  const worker = start({ ...job, loginUrl: db.loginUrl, task: { kind: 'look' } })
  const looked = await new Promise<Look | undefined>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => resolve(undefined))
  })
  if (!looked) throw new Error('the thread that looks at a file ended without an answer')
  return looked
}

/** Does a task that was begun, in a thread of its own. Whatever goes wrong in it ends the task, and not the server. */
export async function performTask(
  db: Database,
  job: Job & { readonly task: Exclude<ImportWork['task'], { kind: 'look' }> },
  now: () => Date,
): Promise<void> {
  const worker = start({ ...job, loginUrl: db.loginUrl })
  const failed = await new Promise<Error | undefined>((resolve) => {
    worker.once('error', resolve)
    worker.once('exit', () => resolve(undefined))
  })
  if (!failed) return
  const of = { cityId: job.actor.cityId, importId: job.importId, taskId: job.task.id }
  await asActor(db, job.actor, (tx) => endRefused(tx, of, refuse('import_failed'), now()))
  throw failed
}

// What a thread may take beside the server: a file of a hundred thousand rows needs half of it.
const mostMebibytes = 256

const start = (work: ImportWork): Worker =>
  new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: mostMebibytes },
  })
