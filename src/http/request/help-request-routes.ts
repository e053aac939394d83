import { OpenAPIHono } from '@hono/zod-openapi'
import { countRequests, listRequests } from '../../contract/help-request.ts'
import { asActor } from '../../db/as-actor.ts'
import { countHelpRequests, listHelpRequests } from '../../db/request/help-request-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { readWanted } from './wanted.ts'

export const helpRequestRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listRequests, middleware: [signedIn, requireRight('requests.read')] as const }, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query')
    const { timeZone } = c.var.signedIn.city
    const page = { ...(await readWanted(c, filter)), after: readCursor(cursor), limit: limit + 1, timeZone }
    const rows = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => listHelpRequests(tx, page))
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    const items = shown.map(({ receivedAt, ...row }) => row)
    return c.json({ items, ...(last ? { next: writeCursor(last) } : {}) }, 200)
  })
  .openapi(
    { ...countRequests, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const wanted = await readWanted(c, c.req.valid('query'))
      const requests = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
        countHelpRequests(tx, wanted),
      )
      return c.json({ requests }, 200)
    },
  )
