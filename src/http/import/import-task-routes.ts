import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  addImportFile as addRoute,
  type ImportDetail,
  runImport as runRoute,
  tryImport as tryRoute,
} from '../../contract/import.ts'
import { asActor } from '../../db/as-actor.ts'
import { receiveFile } from '../../db/import/import-bytes-store.ts'
import { dropFile, keepStart } from '../../db/import/import-file-store.ts'
import { beginTask } from '../../db/import/import-task-store.ts'
import { refuseKind } from '../../documents/sheet/sheet-file.ts'
import type { ImportId } from '../../domain/id.ts'
import { cleanFileName, type ImportTask } from '../../domain/import/import-job.ts'
import { actorOf } from '../../domain/people/session.ts'
import { refuse } from '../../domain/refusal.ts'
import { lookAtFile, performTask } from '../../jobs/import/import-thread.ts'
import { cldrNames } from '../../text/world-names.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf } from '../version.ts'
import { viewImport } from './import-view.ts'

const middleware = [signedIn, requireRight('imports.run')]

export const importTaskRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...addRoute, middleware }, async (c) => {
    const { id, name } = c.req.valid('query')
    const isNew = await receive(c, id, cleanFileName(name))
    return c.json(await view(c, id), isNew ? 201 : 200)
  })
  .openapi({ ...tryRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const isUnderWay = await begin(c, id, 'trial')
    return c.json(await view(c, id), isUnderWay ? 202 : 200)
  })
  .openapi({ ...runRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const isUnderWay = await begin(c, id, 'run')
    return c.json(await view(c, id), isUnderWay ? 202 : 200)
  })

/** Takes the body in as it comes and looks at it. What is no sheet is refused, and nothing of it kept. */
async function receive(c: Context<RequestEnv>, id: ImportId, fileName: string): Promise<boolean> {
  const { db } = c.var.services
  const actor = actorOf(c.var.signedIn)
  const bytes = c.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (empty) => empty.close() })
  // A body that is refused half-way is not read to its end: what follows on this connection would be its rest.
  c.header('connection', 'close')
  const { isNew } = orProblem(await receiveFile(db, actor, { id, fileName, bytes, checkStart: refuseKind }))
  c.header('connection', undefined)
  if (!isNew) return false
  const look = await lookAtFile(db, jobOf(c, id))
  if ('refusal' in look) {
    await asActor(db, actor, (tx) => dropFile(tx, id))
    return orProblem<never>(look.refusal)
  }
  await asActor(db, actor, (tx) => keepStart(tx, id, look.start))
  return true
}

/** Begins a task and lets it go on by itself; the answer does not wait for it. False when it is done already. */
async function begin(c: Context<RequestEnv>, id: ImportId, kind: ImportTask): Promise<boolean> {
  const { db, log, now } = c.var.services
  const actor = actorOf(c.var.signedIn)
  const begun = orProblem(await asActor(db, actor, (tx) => beginTask(tx, id, kind, now())))
  if (begun !== undefined) {
    const { requestId } = c.var
    performTask(db, { ...jobOf(c, id), task: { kind, id: begun } }, now).catch((error: Error) =>
      log.error({ requestId, name: error.name }, 'an import failed'),
    )
    return true
  }
  return (await view(c, id)).state === 'busy'
}

const jobOf = (c: Context<RequestEnv>, importId: ImportId) => ({
  importId,
  actor: actorOf(c.var.signedIn),
  names: cldrNames(),
  timeZone: c.var.signedIn.city.timeZone,
})

async function view(c: Context<RequestEnv>, id: ImportId): Promise<ImportDetail> {
  const reader = { language: c.var.language, now: c.var.services.now() }
  const shown = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => viewImport(tx, id, reader))
  const detail = orProblem(shown ?? refuse('not_found'))
  c.header('etag', etagOf(detail.version))
  return detail
}
