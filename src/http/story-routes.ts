import { OpenAPIHono } from '@hono/zod-openapi'
import { listStories } from '../contract/story.ts'
import { asActor } from '../db/as-actor.ts'
import { findStories } from '../db/report/story-store.ts'
import { actorOf } from '../domain/people/session.ts'
import type { RequestEnv } from './context.ts'
import { pageOf } from './cursor.ts'
import { answerInvalid } from './problem.ts'
import { refusePeriod } from './report-period.ts'
import { readPosition, writePosition } from './request/request-cursor.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'
import { findTelling } from './telling-parts.ts'

export const storyRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid }).openapi(
  { ...listStories, middleware: [signedIn, requireRight('stories.read')] as const },
  async (c) => {
    const { cursor, limit, q, ...period } = c.req.valid('query')
    refusePeriod(period)
    const { services, signedIn: who } = c.var
    const wanted = { after: readPosition(cursor), limit: limit + 1, sought: q }
    const { found, tellingIn } = await asActor(services.db, actorOf(who), async (tx) => ({
      found: await findStories(tx, period, wanted),
      tellingIn: await findTelling(tx, who.city, period),
    }))
    const { items, next } = pageOf(found, limit, writePosition)
    const stories = items.map(({ words, theme, month }) => ({
      ...{ words, theme, month },
      telling: tellingIn(words),
    }))
    return c.json({ items: stories, next }, 200)
  },
)
