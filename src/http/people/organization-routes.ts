import { OpenAPIHono } from '@hono/zod-openapi'
import { addOrganization, changeOrganization, listOrganizations } from '../../contract/organization.ts'
import { asActor } from '../../db/as-actor.ts'
import { addPlace, changePlace, listPlaces } from '../../db/people/organization-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'

const mayChange = requireRight('members.change')

export const organizationRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listOrganizations, middleware: [signedIn] as const }, async (c) =>
    c.json({ items: await asActor(c.var.services.db, actorOf(c.var.signedIn), listPlaces) }, 200),
  )
  .openapi({ ...addOrganization, middleware: [signedIn, mayChange] as const }, async (c) => {
    const actor = actorOf(c.var.signedIn)
    const asked = c.req.valid('json')
    const { row, added } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => addPlace(tx, actor, asked)),
    )
    c.header('etag', etagOf(row.version))
    return c.json(row, added ? 201 : 200)
  })
  .openapi({ ...changeOrganization, middleware: [signedIn, mayChange] as const }, async (c) => {
    const actor = actorOf(c.var.signedIn)
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const change = { id, version, ...c.req.valid('json') }
    const row = orProblem(await asActor(c.var.services.db, actor, (tx) => changePlace(tx, actor, change)))
    c.header('etag', etagOf(row.version))
    return c.json(row, 200)
  })
