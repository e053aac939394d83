import { OpenAPIHono } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { countRequests, listRequests, type RequestPage } from '../../contract/help-request.ts'
import { askCount, countIn } from '../../db/request/help-request-store.ts'
import { askPage, pageIn } from '../../db/request/request-page-store.ts'
import { actorOf, type SignedIn } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid } from '../problem.ts'
import { askSignedIn, carriesSession } from '../sign-in/signed-in.ts'
import { readPosition, writePosition } from './request-cursor.ts'
import { readWanted } from './wanted.ts'

export const helpRequestRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listRequests, middleware: [carriesSession] as const }, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query')
    const { app } = c.var.services.db
    const write = async (signedIn: SignedIn) => {
      const wanted = await readWanted(c, signedIn, filter)
      const { timeZone } = signedIn.city
      return askPage(app, actorOf(signedIn), { ...wanted, after: readPosition(cursor), limit, timeZone })
    }
    const { rows } = await askSignedIn(c, 'requests.read', write, { readsFirst: Boolean(filter.q) })
    const { items, next } = pageIn(rows, limit)
    const body = `{"items":${items}${next ? `,"next":"${writePosition(next)}"` : ''}}`
    const answer: Response = c.body(body, 200, { 'content-type': 'application/json' })
    // because: it is JSON of the declared form already; tests read it with the contract's schema
    return answer as Response & TypedResponse<RequestPage, 200, 'json'>
  })
  .openapi({ ...countRequests, middleware: [carriesSession] as const }, async (c) => {
    const filter = c.req.valid('query')
    const { app } = c.var.services.db
    const write = async (signedIn: SignedIn) => askCount(app, await readWanted(c, signedIn, filter))
    const { rows } = await askSignedIn(c, 'requests.read', write, { readsFirst: Boolean(filter.q) })
    return c.json({ requests: countIn(rows) }, 200)
  })
