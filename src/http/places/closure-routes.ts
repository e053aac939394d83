import { OpenAPIHono } from '@hono/zod-openapi'
import { putEvent as putEventRoute, removeEvent as removeEventRoute } from '../../contract/calendar-event.ts'
import { putClosure as putClosureRoute, removeClosure as removeClosureRoute } from '../../contract/closure.ts'
import { asActor } from '../../db/as-actor.ts'
import { putEvent, removeEvent } from '../../db/city/calendar-event-store.ts'
import { putClosure, removeClosure } from '../../db/city/closure-store.ts'
import { checkSpan } from '../../domain/calendar/calendar-span.ts'
import { checkWords } from '../../domain/calendar/calendar-words.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion, versionOrNew } from '../version.ts'

const mayChange = [signedIn, requireRight('calendar.change')]

/** Closures and events: what a day has beside the weekly hours. */
export const closureRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...putClosureRoute, middleware: mayChange }, async (c) => {
    const wanted = { ...c.req.valid('param'), ...c.req.valid('json') }
    const version = versionOrNew(c)
    orProblem(checkSpan(wanted) ?? checkWords(wanted.reason))
    const actor = actorOf(c.var.signedIn)
    const { closure, isNew } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => putClosure(tx, actor, wanted, version)),
    )
    c.header('etag', etagOf(closure.version))
    return c.json(closure, isNew ? 201 : 200)
  })
  .openapi({ ...removeClosureRoute, middleware: mayChange }, async (c) => {
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const actor = actorOf(c.var.signedIn)
    orProblem(await asActor(c.var.services.db, actor, (tx) => removeClosure(tx, actor, id, version)))
    return c.body(null, 204)
  })
  .openapi({ ...putEventRoute, middleware: mayChange }, async (c) => {
    const wanted = { ...c.req.valid('param'), ...c.req.valid('json') }
    const version = versionOrNew(c)
    orProblem(checkSpan(wanted) ?? checkWords(wanted.title))
    const actor = actorOf(c.var.signedIn)
    const { event, isNew } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => putEvent(tx, actor, wanted, version)),
    )
    c.header('etag', etagOf(event.version))
    return c.json(event, isNew ? 201 : 200)
  })
  .openapi({ ...removeEventRoute, middleware: mayChange }, async (c) => {
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const actor = actorOf(c.var.signedIn)
    orProblem(await asActor(c.var.services.db, actor, (tx) => removeEvent(tx, actor, id, version)))
    return c.body(null, 204)
  })
