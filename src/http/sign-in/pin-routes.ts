import { OpenAPIHono } from '@hono/zod-openapi'
import { endPin, setPin } from '../../contract/pin.ts'
import { asActor } from '../../db/as-actor.ts'
import * as pins from '../../db/people/pin-store.ts'
import { pinTokenOf } from '../../domain/people/pin.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { makeToken } from './one-time-token.ts'
import { requireRight, signedIn } from './signed-in.ts'

const may = requireRight('drafts.keep')

export const pinRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...setPin, middleware: [signedIn, may] as const }, async (c) => {
    const { member } = c.var.signedIn
    const { id } = c.req.valid('param')
    const { deviceId = null } = c.req.valid('json')
    const made = makeToken()
    const pin = { id, cityId: member.cityId, memberId: member.id, deviceId, digest: made.digest }
    const now = c.var.services.now()
    orProblem(
      await asActor(
        c.var.services.db,
        actorOf(c.var.signedIn),
        async (tx) => (await pins.setPin(tx, { ...pin, now })) ?? true,
      ),
    )
    return c.json({ token: pinTokenOf({ cityId: member.cityId, id, secret: made.token }) }, 200)
  })
  .openapi({ ...endPin, middleware: [signedIn, may] as const }, async (c) => {
    const which = { id: c.req.valid('param').id }
    await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      pins.endPins(tx, which, c.var.services.now()),
    )
    return c.body(null, 204)
  })
