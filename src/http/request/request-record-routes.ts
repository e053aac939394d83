import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  correctRequestRecord,
  listRequestHistory,
  readRequestRecord,
  takeRequestVoidingBack,
  voidRequestRecord,
} from '../../contract/request-record.ts'
import { listUnfinishedRequests } from '../../contract/unfinished-request.ts'
import { asActor } from '../../db/as-actor.ts'
import type { Tx } from '../../db/database.ts'
import { correctRequest } from '../../db/request/request-correction-store.ts'
import { listHistory } from '../../db/request/request-history-store.ts'
import { askRecord, recordIn } from '../../db/request/request-record-store.ts'
import { takeVoidingBack, voidRequest } from '../../db/request/request-voiding-store.ts'
import { listUnfinished } from '../../db/request/unfinished-request-store.ts'
import type { Actor } from '../../domain/actor.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { RequestRecord } from '../../domain/request/request-record.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { askSignedIn, carriesSession, requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'

export const requestRecordRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...readRequestRecord, middleware: [carriesSession] as const }, async (c) => {
    const { id } = c.req.valid('param')
    const { app } = c.var.services.db
    const { signedIn, rows } = await askSignedIn(c, 'requests.read', async ({ city: { timeZone } }) =>
      askRecord(app, { id, timeZone }),
    )
    const record = orProblem(recordIn(rows, actorOf(signedIn), id))
    c.header('etag', etagOf(record.version))
    return c.json(record, 200)
  })
  .openapi(
    { ...listUnfinishedRequests, middleware: [signedIn, requireRight('requests.correct')] as const },
    async (c) => {
      const { timeZone } = c.var.signedIn.city
      const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
        listUnfinished(tx, timeZone),
      )
      return c.json({ items }, 200)
    },
  )
  .openapi(
    { ...correctRequestRecord, middleware: [signedIn, requireRight('requests.correct')] as const },
    async (c) => {
      const correction = { ...readChange(c, c.req.valid('param').id), changes: c.req.valid('json') }
      return c.json(await work(c, (tx, actor) => correctRequest(tx, actor, correction)), 200)
    },
  )
  .openapi(
    { ...voidRequestRecord, middleware: [signedIn, requireRight('requests.correct')] as const },
    async (c) => {
      const change = { ...readChange(c, c.req.valid('param').id), reason: c.req.valid('json').reason }
      return c.json(await work(c, (tx, actor) => voidRequest(tx, actor, change)), 200)
    },
  )
  .openapi(
    { ...takeRequestVoidingBack, middleware: [signedIn, requireRight('requests.correct')] as const },
    async (c) => {
      const change = readChange(c, c.req.valid('param').id)
      return c.json(await work(c, (tx, actor) => takeVoidingBack(tx, actor, change)), 200)
    },
  )
  .openapi(
    { ...listRequestHistory, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const { id } = c.req.valid('param')
      const { db } = c.var.services
      const { city } = c.var.signedIn
      const found = await asActor(db, actorOf(c.var.signedIn), (tx) => listHistory(tx, id, city.timeZone))
      const { items, takenOver, desks, guides } = orProblem(found)
      return c.json(
        {
          items: items.map(({ changes, ...item }) => ({ ...item, changes: [...changes] })),
          takenOver,
          desks: [...desks],
          guides: [...guides],
        },
        200,
      )
    },
  )

const readChange = <Id>(c: Context<RequestEnv>, id: Id) => ({
  id,
  version: readVersion(c),
  now: c.var.services.now(),
  timeZone: c.var.signedIn.city.timeZone,
})

/** The request after the work, with its version as ETag. */
async function work(
  c: Context<RequestEnv>,
  ask: (tx: Tx, actor: Actor) => Promise<RequestRecord | Refusal>,
): Promise<RequestRecord> {
  const actor = actorOf(c.var.signedIn)
  const record = orProblem(await asActor(c.var.services.db, actor, (tx) => ask(tx, actor)))
  c.header('etag', etagOf(record.version))
  return record
}
