import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as contract from '../../contract/follow-up.ts'
import { asActor } from '../../db/as-actor.ts'
import * as followUps from '../../db/follow-up/follow-up-store.ts'
import { checkFollowUp } from '../../domain/follow-up/follow-up.ts'
import type { FollowUpId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, versionOrNew } from '../version.ts'

const mayRead = [signedIn, requireRight('follow_ups.read')]
const mayChange = [signedIn, requireRight('visits.register')]

export const followUpRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.listFollowUps, middleware: mayRead }, async (c) => {
    const { requestId } = c.req.valid('query')
    const { timeZone } = c.var.signedIn.city
    const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      requestId
        ? followUps.listFollowUpsOf(tx, requestId, timeZone)
        : followUps.listOpenFollowUps(tx, timeZone),
    )
    return c.json({ items }, 200)
  })
  .openapi({ ...contract.putFollowUp, middleware: mayChange }, async (c) => {
    const { requestId, ...content } = c.req.valid('json')
    const version = versionOrNew(c)
    orProblem(checkFollowUp(content))
    const guide = actorOf(c.var.signedIn)
    const { timeZone } = c.var.signedIn.city
    const given = { followUp: { ...content, ...c.req.valid('param') }, requestId, version, timeZone }
    const done = orProblem(
      await asActor(c.var.services.db, guide, (tx) => followUps.putFollowUp(tx, guide, given)),
    )
    c.header('etag', etagOf(done.followUp.version))
    return c.json(done.followUp, done.isNew ? 201 : 200)
  })
  .openapi({ ...contract.completeFollowUp, middleware: mayChange }, async (c) =>
    c.json(await setDone(c, c.req.valid('param').id, c.var.services.now()), 200),
  )
  .openapi({ ...contract.reopenFollowUp, middleware: mayChange }, async (c) =>
    c.json(await setDone(c, c.req.valid('param').id, null), 200),
  )

async function setDone(c: Context<RequestEnv>, id: FollowUpId, doneAt: Date | null) {
  const guide = actorOf(c.var.signedIn)
  const { timeZone } = c.var.signedIn.city
  const now = orProblem(
    await asActor(c.var.services.db, guide, (tx) => followUps.setDone(tx, guide, { id, doneAt, timeZone })),
  )
  c.header('etag', etagOf(now.version))
  return now
}
