import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as contract from '../../contract/group-contact.ts'
import { asActor } from '../../db/as-actor.ts'
import { listGroupContacts, voidGroupContact } from '../../db/visit/group-contact-store.ts'
import type { GroupContactId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import { checkTypedWords } from '../../domain/typed-words.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { addGroup } from './register-noted.ts'

const mayVoid = [signedIn, requireRight('requests.correct')]

export const groupContactRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(
    { ...contract.listGroupContacts, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const period = c.req.valid('query')
      const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
        listGroupContacts(tx, period),
      )
      return c.json({ items }, 200)
    },
  )
  .openapi(
    { ...contract.putGroupContact, middleware: [signedIn, requireRight('visits.register')] as const },
    async (c) => {
      const { id } = c.req.valid('param')
      const done = orProblem(await addGroup(c, actorOf(c.var.signedIn), { id, ...c.req.valid('json') }))
      return c.json({ id }, done === 'added' ? 201 : 200)
    },
  )
  .openapi({ ...contract.voidGroupContact, middleware: mayVoid }, async (c) => {
    const { reason } = c.req.valid('json')
    orProblem(checkTypedWords(reason, 'reason'))
    await setVoided(c, c.req.valid('param').id, reason)
    return c.body(null, 204)
  })
  .openapi({ ...contract.takeGroupVoidingBack, middleware: mayVoid }, async (c) => {
    await setVoided(c, c.req.valid('param').id, null)
    return c.body(null, 204)
  })

async function setVoided(c: Context<RequestEnv>, id: GroupContactId, reason: string | null): Promise<void> {
  const { db, now } = c.var.services
  const actor = actorOf(c.var.signedIn)
  orProblem(await asActor(db, actor, (tx) => voidGroupContact(tx, actor, { id, reason, now: now() })))
}
