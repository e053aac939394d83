import { OpenAPIHono } from '@hono/zod-openapi'
import {
  forgetImportFile as forgetRoute,
  listImports as listRoute,
  readImport as readRoute,
  readRejectedRows as rejectedRoute,
  undoImport as undoRoute,
} from '../../contract/import.ts'
import { asActor } from '../../db/as-actor.ts'
import { forgetImportFile } from '../../db/import/import-forget-store.ts'
import { listImports } from '../../db/import/import-list-store.ts'
import { readRejections } from '../../db/import/import-rejection-store.ts'
import { undoImport } from '../../db/import/import-undo-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { pageOf, readMoment, writeMoment } from '../cursor.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf } from '../version.ts'
import { viewImport, viewListed } from './import-view.ts'
import { rejectedCsv } from './rejected-csv.ts'

const middleware = [signedIn, requireRight('imports.run')]

export const importRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listRoute, middleware }, async (c) => {
    const { cursor, limit } = c.req.valid('query')
    const page = { after: readMoment(cursor), limit: limit + 1, now: c.var.services.now() }
    const rows = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => listImports(tx, page))
    const { items, next } = pageOf(rows, limit, writeMoment)
    return c.json({ items: items.map(viewListed), next }, 200)
  })
  .openapi({ ...readRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const reader = { language: c.var.language, now: c.var.services.now() }
    const shown = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      viewImport(tx, id, reader),
    )
    const detail = orProblem(shown)
    c.header('etag', etagOf(detail.version))
    return c.json(detail, 200)
  })
  .openapi({ ...undoRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    const now = c.var.services.now()
    const undone = await asActor(c.var.services.db, actor, (tx) => undoImport(tx, actor, id, now))
    return c.json(orProblem(undone), 200)
  })
  .openapi({ ...forgetRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    const now = c.var.services.now()
    orProblem(await asActor(c.var.services.db, actor, (tx) => forgetImportFile(tx, actor, id, now)))
    return c.body(null, 204)
  })
  .openapi({ ...rejectedRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const { language } = c.req.valid('query')
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { fileName } = orProblem(
      await asActor(db, actor, (tx) => viewImport(tx, id, { language, now: now() })),
    )
    const rows = readRejections((work) => asActor(db, actor, work), id)
    const file = rejectedCsv(rows, fileName, language)
    c.header('content-disposition', file.disposition)
    return c.body(file.body, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
