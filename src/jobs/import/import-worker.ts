import { parentPort, workerData } from 'node:worker_threads'
import { asActor } from '../../db/as-actor.ts'
import { connectAsLogin, type Database, type Tx } from '../../db/database.ts'
import { storedBytes } from '../../db/import/import-bytes-store.ts'
import { keepChangedRows } from '../../db/import/import-changed-row-store.ts'
import { findImportFile } from '../../db/import/import-file-store.ts'
import { runImport, surveyImport } from '../../db/import/import-store.ts'
import { beat, endRefused, endTask } from '../../db/import/import-task-store.ts'
import { openSheet } from '../../documents/sheet/sheet-file.ts'
import type { SheetStart } from '../../domain/import/import-column.ts'
import type { ImportPhase, TaskOf } from '../../domain/import/import-job.ts'
import type { Sheet } from '../../domain/import/import-sheet.ts'
import { hideRegisterNumber } from '../../domain/import/register-number.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { ImportWork, Look } from './import-work.ts'

// A thread of its own: reading a hundred thousand rows would keep the server from answering anybody else.

const rowsToShow = 200
// Long enough to recognise a value by; a cell may hold a megabyte.
const longestShown = 300
const beatMs = 500

// because: import-thread.ts starts this file with exactly this
const work = workerData as ImportWork
const { actor, importId, task } = work
const db = connectAsLogin(work.loginUrl, { app: 2, auth: 1 })
try {
  if (task.kind === 'look') parentPort?.postMessage(await look(db))
  else await perform(db, { cityId: actor.cityId, importId, taskId: task.id }, task.kind)
} finally {
  await db.close()
}

async function look(db: Database): Promise<Look> {
  return asActor(db, actor, async (tx) => {
    const sheet = await openFile(tx)
    if (isRefusal(sheet)) return { refusal: sheet }
    const start = await readStart(sheet)
    return isRefusal(start) ? { refusal: start } : { start }
  })
}

async function readStart({ headings, otherSheets, rows }: Sheet): Promise<SheetStart | Refusal> {
  const shown: (readonly string[])[] = []
  for await (const row of rows()) {
    if (isRefusal(row)) return row
    shown.push(row.cells.map((cell) => storable(hideRegisterNumber(cell.slice(0, longestShown)))))
    if (shown.length === rowsToShow) break
  }
  return { headings: headings.map(storable), rows: shown, otherSheets: otherSheets?.map(storable) ?? [] }
}

/** PostgreSQL holds no zero byte and no half of a character: a sheet may, and cutting one short may leave one. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

async function openFile(tx: Tx): Promise<Sheet | Refusal> {
  const file = await findImportFile(tx, importId)
  if (!file) throw new Error('the file of this import has gone')
  return openSheet(storedBytes(tx, importId, file.size))
}

/** Tries or runs the import in one transaction; how far it is goes beside it, over another connection. */
async function perform(db: Database, of: TaskOf, kind: 'trial' | 'run'): Promise<void> {
  const progress = showProgress(db, of)
  const refusal = await asActor(db, actor, async (tx) => {
    const file = await findImportFile(tx, importId)
    if (!file?.columns || !file.organizationId) throw new Error('an import without columns was begun')
    const sheet = await openFile(tx)
    if (isRefusal(sheet)) return sheet
    const { columns, organizationId, fileName } = file
    const { names, timeZone } = work
    const input = { importId, sheet, columns, organizationId, fileName, names, timeZone, mapping: {} }
    const changed = keepChangedRows(tx, of)
    const clock = () => new Date()
    const act = kind === 'run' ? runImport : surveyImport
    const outcome = await act(tx, actor, {
      ...input,
      now: clock(),
      clock,
      onProgress: progress.note,
      changed,
    })
    await progress.stop()
    if (isRefusal(outcome)) return outcome
    await endTask(tx, of, file, outcome, new Date())
    return undefined
  }).finally(progress.stop)
  if (refusal) await asActor(db, actor, (tx) => endRefused(tx, of, refusal, new Date()))
}

/** Writes every half second how far the task is. Stops before the task's own transaction touches the same row. */
function showProgress(db: Database, of: TaskOf) {
  const at: { phase: ImportPhase; rowsDone: number } = { phase: 'waiting', rowsDone: 0 }
  let last: Promise<unknown> = Promise.resolve()
  let isBeating = false
  const write = () => {
    if (isBeating) return
    isBeating = true
    last = asActor(db, actor, (tx) => beat(tx, of, at, new Date())).finally(() => {
      isBeating = false
    })
    // because: a beat that is lost shows nothing wrong; the task itself tells when the database is gone
    last.catch(() => undefined)
  }
  const timer = setInterval(write, beatMs)
  return {
    note: (phase: ImportPhase, rows: number) => {
      at.phase = phase
      at.rowsDone = rows
    },
    stop: async () => {
      clearInterval(timer)
      await last.catch(() => undefined)
    },
  }
}
