import { OpenAPIHono } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { countRequests, listRequests, type RequestPage } from '../../contract/help-request.ts'
import { asActor } from '../../db/as-actor.ts'
import { countHelpRequests } from '../../db/request/help-request-store.ts'
import { readPage } from '../../db/request/request-page-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { readPosition, writePosition } from './request-cursor.ts'
import { readWanted } from './wanted.ts'

export const helpRequestRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listRequests, middleware: [signedIn, requireRight('requests.read')] as const }, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query')
    const { member, city } = c.var.signedIn
    const page = {
      ...(await readWanted(c, filter)),
      after: readPosition(cursor),
      limit,
      timeZone: city.timeZone,
    }
    const { items, next } = await readPage(c.var.services.db, actorOf({ member }), page)
    const body = `{"items":${items}${next ? `,"next":"${writePosition(next)}"` : ''}}`
    const answer: Response = c.body(body, 200, { 'content-type': 'application/json' })
    // because: it is JSON of the declared form already; tests read it with the contract's schema
    return answer as Response & TypedResponse<RequestPage, 200, 'json'>
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
