import { OpenAPIHono } from '@hono/zod-openapi'
import * as contract from '../../contract/coaching.ts'
import { asActor } from '../../db/as-actor.ts'
import { actorOf } from '../../domain/people/session.ts'
import { checkTypedWords } from '../../domain/typed-words.ts'
import type { RequestEnv } from '../context.ts'
import { writingNow } from '../note/note-routes.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { readVersion } from '../version.ts'
import { answerCase, askCoach, closeCase, type OpenCase, openCases } from './coaching-work.ts'

const mayRead = [signedIn, requireRight('coaching.read')]
const mayAsk = [signedIn, requireRight('coaching.ask')]
const mayAnswer = [signedIn, requireRight('coaching.answer')]

/** Cases between a guide and the coach. */
export const coachingRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.listCoachingCases, middleware: mayRead }, async (c) => {
    const { db, secret } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { requestId } = c.req.valid('query')
    const found = await asActor(db, actor, (tx) => openCases(tx, actor, secret, { requestId }))
    return c.json({ items: found.map(caseView) }, 200)
  })
  .openapi({ ...contract.putCoachingCase, middleware: mayAsk }, async (c) => {
    const asking = { id: c.req.valid('param').id, ...c.req.valid('json') }
    orProblem(checkTypedWords(asking.question, 'question'))
    const writing = await writingNow(c)
    const actor = actorOf(c.var.signedIn)
    const { asked, isNew } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => askCoach(tx, actor, asking, writing)),
    )
    return c.json(caseView(asked), isNew ? 201 : 200)
  })
  .openapi({ ...contract.putCoachingAnswer, middleware: mayAnswer }, async (c) => {
    const given = { id: c.req.valid('param').id, version: readVersion(c), ...c.req.valid('json') }
    orProblem(checkTypedWords(given.text, 'text'))
    const writing = await writingNow(c)
    const actor = actorOf(c.var.signedIn)
    const done = await asActor(c.var.services.db, actor, (tx) => answerCase(tx, actor, given, writing))
    return c.json(caseView(orProblem(done)), 200)
  })
  .openapi({ ...contract.closeCoachingCase, middleware: mayRead }, async (c) => {
    const { db, secret, now } = c.var.services
    const closing = { id: c.req.valid('param').id, version: readVersion(c), closedAt: now() }
    const actor = actorOf(c.var.signedIn)
    const done = await asActor(db, actor, (tx) => closeCase(tx, actor, closing, secret))
    return c.json(caseView(orProblem(done)), 200)
  })
  .openapi({ ...contract.reopenCoachingCase, middleware: mayRead }, async (c) => {
    const { db, secret } = c.var.services
    const closing = { id: c.req.valid('param').id, version: readVersion(c), closedAt: null }
    const actor = actorOf(c.var.signedIn)
    const done = await asActor(db, actor, (tx) => closeCase(tx, actor, closing, secret))
    return c.json(caseView(orProblem(done)), 200)
  })

const caseView = ({ askedAt, answeredAt, closedAt, ...rest }: OpenCase) => ({
  ...rest,
  askedAt: askedAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
})
