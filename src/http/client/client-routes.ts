import { OpenAPIHono } from '@hono/zod-openapi'
import * as contract from '../../contract/client-card.ts'
import { asActor } from '../../db/as-actor.ts'
import { linkCard } from '../../db/client/client-card-store.ts'
import {
  addAgreement,
  findClient,
  readClientFollowUps,
  readHistory,
  withdrawAgreement,
} from '../../db/client/client-store.ts'
import type { Tx } from '../../db/database.ts'
import { checkLanguages } from '../../domain/client/spoken-language.ts'
import type { ClientId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { checkedAgainst } from '../visit/code-shelf.ts'
import { agreementView, clientView } from './client-view.ts'

const mayServe = [signedIn, requireRight('clients.serve')]

/** Who is served again: what they asked before, and what they let others see. */
export const clientRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.putClient, middleware: mayServe }, async (c) => {
    const { id } = c.req.valid('param')
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { client, isNew } = await asActor(db, actor, async (tx) => {
      const linking = { clientId: id, ...c.req.valid('json'), now: now() }
      const linked = orProblem(await linkCard(tx, actor, linking))
      return { client: await mustFind(tx, id, now()), isNew: linked.isNew }
    })
    return c.json(clientView(client), isNew ? 201 : 200)
  })
  .openapi({ ...contract.readClientHistory, middleware: mayServe }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { id } = c.req.valid('param')
    const asked = orProblem(await asActor(db, actor, (tx) => readHistory(tx, actor, id, now())))
    const items = asked.map(({ organizationId, ...one }) => ({
      ...one,
      isOwn: organizationId === actor.organizationId,
    }))
    return c.json({ items }, 200)
  })
  .openapi({ ...contract.listClientFollowUps, middleware: mayServe }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const asked = { id: c.req.valid('param').id, timeZone: c.var.signedIn.city.timeZone, now: now() }
    const items = orProblem(await asActor(db, actor, (tx) => readClientFollowUps(tx, actor, asked)))
    return c.json({ items }, 200)
  })
  .openapi({ ...contract.putAgreement, middleware: mayServe }, async (c) => {
    const { id: clientId, agreementId: id } = c.req.valid('param')
    const { db, now, codes } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const given = { id, clientId, ...c.req.valid('json') }
    const languages = { language: [given.language] }
    orProblem(await checkedAgainst(codes, actor, ({ register }) => checkLanguages(languages, register)))
    const done = orProblem(await asActor(db, actor, (tx) => addAgreement(tx, actor, given, now())))
    return c.json(agreementView(done.agreement), done.isNew ? 201 : 200)
  })
  .openapi({ ...contract.withdrawAgreement, middleware: mayServe }, async (c) => {
    const { id: clientId, agreementId: id } = c.req.valid('param')
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    orProblem(await asActor(db, actor, (tx) => withdrawAgreement(tx, actor, { id, clientId }, now())))
    return c.body(null, 204)
  })

async function mustFind(tx: Tx, id: ClientId, now: Date) {
  const client = await findClient(tx, id, now)
  if (!client) throw new Error('a client that was just linked is gone')
  return client
}
