import { OpenAPIHono } from '@hono/zod-openapi'
import * as contract from '../../contract/own-button.ts'
import { asActor } from '../../db/as-actor.ts'
import { keepOwnButtons, readOwnButtons } from '../../db/visit/own-button-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import { checkOwnButtons } from '../../domain/visit/own-button.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'
import { checkedAgainst } from './code-shelf.ts'

const may = requireRight('visits.register')

export const ownButtonRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.readOwnButtons, middleware: [signedIn, may] as const }, async (c) => {
    const kept = await asActor(c.var.services.db, actorOf(c.var.signedIn), readOwnButtons)
    c.header('etag', etagOf(kept.version))
    return c.json(kept, 200)
  })
  .openapi({ ...contract.putOwnButtons, middleware: [signedIn, may] as const }, async (c) => {
    const { items } = c.req.valid('json')
    const version = readVersion(c)
    const actor = actorOf(c.var.signedIn)
    const { db, codes } = c.var.services
    orProblem(
      await checkedAgainst(codes, actor, ({ register, sensitive }) =>
        checkOwnButtons(items, register, sensitive),
      ),
    )
    const kept = orProblem(await asActor(db, actor, (tx) => keepOwnButtons(tx, actor, items, version)))
    c.header('etag', etagOf(kept.version))
    return c.json(kept, 200)
  })
