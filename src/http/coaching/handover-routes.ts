import { OpenAPIHono } from '@hono/zod-openapi'
import * as contract from '../../contract/handover.ts'
import { asActor } from '../../db/as-actor.ts'
import { listColleagues } from '../../db/coaching/handover-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import { checkTypedWords } from '../../domain/typed-words.ts'
import type { RequestEnv } from '../context.ts'
import { writingNow } from '../note/note-routes.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { readVersion } from '../version.ts'
import {
  acceptHandover,
  endHandover,
  type OpenHandover,
  offerRequest,
  openHandovers,
} from './handover-work.ts'

const may = [signedIn, requireRight('handovers.make')]

export const handoverRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.listHandovers, middleware: may }, async (c) => {
    const { db, secret } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { requestId } = c.req.valid('query')
    const found = await asActor(db, actor, (tx) => openHandovers(tx, actor, secret, { requestId }))
    return c.json({ items: found.map(handoverView) }, 200)
  })
  .openapi({ ...contract.listColleagues, middleware: may }, async (c) => {
    const actor = actorOf(c.var.signedIn)
    const items = await asActor(c.var.services.db, actor, (tx) => listColleagues(tx, actor.memberId))
    return c.json({ items }, 200)
  })
  .openapi({ ...contract.putHandover, middleware: may }, async (c) => {
    const offer = { id: c.req.valid('param').id, ...c.req.valid('json') }
    orProblem(checkTypedWords(offer.reason, 'reason'))
    const writing = await writingNow(c)
    const actor = actorOf(c.var.signedIn)
    const { offered, isNew } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => offerRequest(tx, actor, offer, writing)),
    )
    return c.json(handoverView(offered), isNew ? 201 : 200)
  })
  .openapi({ ...contract.acceptHandover, middleware: may }, async (c) => {
    const { db, secret, now } = c.var.services
    const settling = { id: c.req.valid('param').id, version: readVersion(c), now: now() }
    const actor = actorOf(c.var.signedIn)
    const done = await asActor(db, actor, (tx) => acceptHandover(tx, actor, settling, secret))
    return c.json(handoverView(orProblem(done)), 200)
  })
  .openapi({ ...contract.endHandover, middleware: may }, async (c) => {
    const { db, secret, now } = c.var.services
    const settling = { id: c.req.valid('param').id, version: readVersion(c), now: now() }
    const actor = actorOf(c.var.signedIn)
    const done = await asActor(db, actor, (tx) => endHandover(tx, actor, settling, secret))
    return c.json(handoverView(orProblem(done)), 200)
  })

const handoverView = ({ offeredAt, acceptedAt, endedAt, ...rest }: OpenHandover) => ({
  ...rest,
  offeredAt: offeredAt.toISOString(),
  acceptedAt: acceptedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
})
