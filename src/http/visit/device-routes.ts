import { OpenAPIHono } from '@hono/zod-openapi'
import * as contract from '../../contract/device.ts'
import { asActor } from '../../db/as-actor.ts'
import * as devices from '../../db/visit/device-store.ts'
import { localDate } from '../../domain/local-date.ts'
import { actorOf } from '../../domain/people/session.ts'
import { checkTypedWords } from '../../domain/typed-words.ts'
import { nameOfBrowser } from '../../domain/visit/device.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem, ProblemError } from '../problem.ts'
import { digestOf } from '../sign-in/one-time-token.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'

const mayRegister = requireRight('visits.register')
const mayChange = requireRight('devices.change')

export const deviceRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.registerDevice, middleware: [signedIn, mayRegister] as const }, async (c) => {
    const { db, now } = c.var.services
    const { sessionToken } = c.var
    // A program is on no device.
    if (sessionToken === undefined) throw new ProblemError(403, 'key_forbidden')
    const actor = actorOf(c.var.signedIn)
    const { id } = c.req.valid('param')
    const device = {
      id,
      digest: digestOf(c.req.valid('json').secret),
      name: nameOfBrowser(c.req.header('user-agent') ?? ''),
      now: now(),
    }
    const { added, name, lastSeenOn } = orProblem(
      await asActor(db, actor, (tx) => devices.registerDevice(tx, actor, device)),
    )
    await devices.noteSessionDevice(db, sessionToken, id)
    const today = localDate.parse(now().toISOString().slice(0, 10))
    if (lastSeenOn !== today)
      await asActor(db, { kind: 'job', cityId: actor.cityId }, (tx) => devices.noteDeviceUse(tx, id, today))
    return c.json({ id, name }, added ? 201 : 200)
  })
  .openapi({ ...contract.listDevices, middleware: [signedIn, mayChange] as const }, async (c) => {
    const rows = await asActor(c.var.services.db, actorOf(c.var.signedIn), devices.listDevices)
    return c.json({ items: rows.map(toDevice) }, 200)
  })
  .openapi({ ...contract.renameDevice, middleware: [signedIn, mayChange] as const }, async (c) => {
    const actor = actorOf(c.var.signedIn)
    const { name } = c.req.valid('json')
    orProblem(checkTypedWords(name, 'name'))
    const change = { ...c.req.valid('param'), name, version: readVersion(c) }
    const row = await asActor(c.var.services.db, actor, (tx) => devices.renameDevice(tx, actor, change))
    const renamed = toDevice(orProblem(row))
    c.header('etag', etagOf(renamed.version))
    return c.json(renamed, 200)
  })
  .openapi({ ...contract.revokeDevice, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const change = { ...c.req.valid('param'), now: now() }
    const row = await asActor(db, actor, (tx) => devices.revokeDevice(tx, actor, change))
    return c.json(toDevice(orProblem(row)), 200)
  })

const toDevice = ({ registeredAt, revokedAt, ...row }: devices.DeviceRow): contract.DeviceAnswer => ({
  ...row,
  registeredAt: registeredAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
})
