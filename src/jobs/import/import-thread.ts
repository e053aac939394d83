import { Worker } from 'node:worker_threads'
import { asActor } from '../../db/as-actor.ts'
import type { Database } from '../../db/database.ts'
import { beat, endRefused } from '../../db/import/import-task-store.ts'
import type { TaskOf } from '../../domain/import/import-job.ts'
import { refuse } from '../../domain/refusal.ts'
import { makeTurns } from './import-turns.ts'
import type { ImportWork, Look } from './import-work.ts'

type Job = Omit<ImportWork, 'loginUrl' | 'task'>

// What a thread may take beside the server: a file of a hundred thousand rows needs half of it. A large young
// generation would only let more of what is read and done with lie about: 170 MiB more, and no faster.
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 }
// A look at a new file is short, and does not wait for a long import of the same city.
const looks = makeTurns(2)
const tasks = makeTurns(2)

/** Reads the headings and first rows of a file that has arrived, in a thread of its own, when the city has its turn. */
export async function lookAtFile(db: Database, job: Job): Promise<Look> {
  const turn = looks.ask(job.actor.cityId)
  try {
    await turn.begun
    return await look(db, job)
  } finally {
    turn.end()
  }
}

async function look(db: Database, job: Job): Promise<Look> {
  const worker = start({ ...job, loginUrl: db.loginUrl, task: { kind: 'look' } })
  const looked = await new Promise<Look | undefined>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => resolve(undefined))
  })
  if (!looked) throw new Error('the thread that looks at a file ended without an answer')
  return looked
}

type TaskJob = Job & { readonly task: Exclude<ImportWork['task'], { kind: 'look' }> }

/**
 * Does a task that was begun, in a thread of its own, when the city has its turn. Whatever goes wrong in it ends the
 * task, and not the server.
 */
export async function performTask(db: Database, job: TaskJob, now: () => Date): Promise<void> {
  const turn = tasks.ask(job.actor.cityId)
  const showWaiting = () => {
    // because: a beat that is lost shows nothing wrong; the task itself tells when the database is gone
    beatOf(db, job, now()).catch(() => undefined)
  }
  if (turn.isWaiting) showWaiting()
  const timer = turn.isWaiting ? setInterval(showWaiting, waitingBeatMs) : undefined
  try {
    await turn.begun.finally(() => clearInterval(timer))
    await perform(db, job, now)
  } finally {
    turn.end()
  }
}

const waitingBeatMs = 5000

const taskOf = ({ actor, importId, task }: TaskJob): TaskOf => ({
  cityId: actor.cityId,
  importId,
  taskId: task.id,
})

const beatOf = (db: Database, job: TaskJob, now: Date) =>
  asActor(db, job.actor, (tx) => beat(tx, taskOf(job), { phase: 'queued', rowsDone: 0 }, now))

async function perform(db: Database, job: TaskJob, now: () => Date): Promise<void> {
  const worker = start({ ...job, loginUrl: db.loginUrl })
  const failed = await new Promise<Error | undefined>((resolve) => {
    worker.once('error', resolve)
    worker.once('exit', () => resolve(undefined))
  })
  if (!failed) return
  await asActor(db, job.actor, (tx) => endRefused(tx, taskOf(job), refuse('import_failed'), now()))
  throw failed
}

const start = (work: ImportWork): Worker =>
  new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: limits,
  })
