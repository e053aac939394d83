import { OpenAPIHono } from '@hono/zod-openapi'
import {
  acceptImportChange as acceptRoute,
  listImportChanges as changesRoute,
} from '../../contract/import-change.ts'
import { asActor } from '../../db/as-actor.ts'
import { listCodes } from '../../db/city/code-list-store.ts'
import { acceptChange, listChanges } from '../../db/import/import-change-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { readVersion } from '../version.ts'
import { changeViewer } from './import-change-view.ts'
import { viewImport } from './import-view.ts'

const middleware = [signedIn, requireRight('imports.run')]

export const importChangeRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...changesRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const { after, limit } = c.req.valid('query')
    const { timeZone } = c.var.signedIn.city
    const { rows, codes } = await asActor(c.var.services.db, actorOf(c.var.signedIn), async (tx) => {
      orProblem(await viewImport(tx, id, { language: c.var.language, now: c.var.services.now() }))
      return {
        rows: await listChanges(tx, id, { after, limit: limit + 1, timeZone }),
        codes: await listCodes(tx),
      }
    })
    const items = rows.slice(0, limit).map(changeViewer(codes, c.var.language))
    const last = rows.length > limit ? items.at(-1) : undefined
    return c.json({ items, ...(last ? { next: last.row } : {}) }, 200)
  })
  .openapi({ ...acceptRoute, middleware }, async (c) => {
    const { id, row } = c.req.valid('param')
    const version = readVersion(c)
    const actor = actorOf(c.var.signedIn)
    const { timeZone } = c.var.signedIn.city
    const acceptance = { importId: id, row, version, now: c.var.services.now(), timeZone }
    const { accepted, codes } = await asActor(c.var.services.db, actor, async (tx) => ({
      accepted: orProblem(await acceptChange(tx, actor, acceptance)),
      codes: await listCodes(tx),
    }))
    return c.json(changeViewer(codes, c.var.language)(accepted), 200)
  })
