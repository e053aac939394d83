import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  listDesks as listDesksRoute,
  orderDesks as orderDesksRoute,
  putDesk as putDeskRoute,
  readDesk,
  reinstateDesk,
  retireDesk as retireDeskRoute,
} from '../../contract/desk.ts'
import { asActor } from '../../db/as-actor.ts'
import { putDesk } from '../../db/city/desk-change-store.ts'
import { retireDesk } from '../../db/city/desk-retirement-store.ts'
import { findDesk, listDesks, orderDesks } from '../../db/city/desk-store.ts'
import { listOrganizations } from '../../db/people/member-store.ts'
import { checkWords } from '../../domain/calendar/calendar-words.ts'
import type { DeskId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { actorOf } from '../../domain/people/session.ts'
import { refuse } from '../../domain/refusal.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion, versionOrNew } from '../version.ts'

const mayChange = [signedIn, requireRight('calendar.change')]

export const deskRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listDesksRoute, middleware: [signedIn] as const }, async (c) =>
    c.json(
      await asActor(c.var.services.db, actorOf(c.var.signedIn), async (tx) => ({
        items: await listDesks(tx),
        organizations: (await listOrganizations(tx)).map(({ id, name }) => ({ id, name })),
      })),
      200,
    ),
  )
  .openapi({ ...readDesk, middleware: [signedIn] as const }, async (c) => {
    const { id } = c.req.valid('param')
    const found = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => findDesk(tx, id))
    const desk = orProblem(found ?? refuse('not_found'))
    c.header('etag', etagOf(desk.version))
    return c.json(desk, 200)
  })
  .openapi({ ...putDeskRoute, middleware: mayChange }, async (c) => {
    const { id } = c.req.valid('param')
    const content = c.req.valid('json')
    const version = versionOrNew(c)
    orProblem(checkWords(content.name))
    const actor = actorOf(c.var.signedIn)
    const { desk, isNew } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => putDesk(tx, actor, id, content, version)),
    )
    c.header('etag', etagOf(desk.version))
    return c.json(desk, isNew ? 201 : 200)
  })
  .openapi({ ...retireDeskRoute, middleware: mayChange }, async (c) => {
    const { lastDay } = c.req.valid('json')
    const today = localDateIn(c.var.services.now(), c.var.signedIn.city.timeZone)
    if (lastDay > today) orProblem(refuse('retirement_future'))
    return c.json(await retire(c, c.req.valid('param').id, lastDay), 200)
  })
  .openapi({ ...reinstateDesk, middleware: mayChange }, async (c) =>
    c.json(await retire(c, c.req.valid('param').id, null), 200),
  )
  .openapi({ ...orderDesksRoute, middleware: mayChange }, async (c) => {
    const { ids } = c.req.valid('json')
    const actor = actorOf(c.var.signedIn)
    orProblem(await asActor(c.var.services.db, actor, (tx) => orderDesks(tx, actor, ids)))
    return c.body(null, 204)
  })

async function retire(c: Context<RequestEnv>, id: DeskId, lastDay: LocalDate | null) {
  const version = readVersion(c)
  const actor = actorOf(c.var.signedIn)
  const when = { version, now: c.var.services.now() }
  const desk = orProblem(
    await asActor(c.var.services.db, actor, (tx) => retireDesk(tx, actor, id, lastDay, when)),
  )
  c.header('etag', etagOf(desk.version))
  return desk
}
