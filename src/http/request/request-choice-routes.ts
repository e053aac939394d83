import { OpenAPIHono } from '@hono/zod-openapi'
import { listRequestCaretakers, listRequestDesks, listRequestGuides } from '../../contract/request-choice.ts'
import { asActor } from '../../db/as-actor.ts'
import * as choices from '../../db/request/request-choice-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'

export const requestChoiceRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(
    { ...listRequestDesks, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), choices.listRequestDesks)
      return c.json({ items }, 200)
    },
  )
  .openapi(
    { ...listRequestGuides, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), choices.listRequestGuides)
      return c.json({ items }, 200)
    },
  )
  .openapi(
    { ...listRequestCaretakers, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), choices.listRequestCaretakers)
      return c.json({ items }, 200)
    },
  )
