import { OpenAPIHono } from '@hono/zod-openapi'
import { listCodeLists } from '../contract/code-list.ts'
import { asActor } from '../db/as-actor.ts'
import { listCodes } from '../db/city/code-list-store.ts'
import { actorOf } from '../domain/people/session.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid } from './problem.ts'
import { signedIn } from './sign-in/signed-in.ts'

export const codeListRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid }).openapi(
  { ...listCodeLists, middleware: [signedIn] as const },
  async (c) => {
    const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), listCodes)
    return c.json({ items: items.map(({ synonyms, ...item }) => item) }, 200)
  },
)
