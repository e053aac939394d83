import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { registerVisit } from '../../contract/visit.ts'
import { asActor } from '../../db/as-actor.ts'
import * as visits from '../../db/visit/visit-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import { momentOfVisit, type VisitMoment } from '../../domain/visit/visit-moment.ts'
import { checkVisit } from '../../domain/visit/visit-rule.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { keyOf } from '../sign-in/door.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'

export const visitRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid }).openapi(
  { ...registerVisit, middleware: [signedIn, requireRight('visits.register')] as const },
  async (c) => {
    const visit = c.req.valid('json')
    const moment = orProblem(momentOfVisit(visit, c.var.services.now()))
    const done = orProblem(await register(c, visit, moment))
    const { id, requests } = visit
    const body = { id, receivedAt: moment.receivedAt.toISOString(), requests: requests.map((one) => one.id) }
    return c.json(body, done === 'registered' ? 201 : 200)
  },
)

/** The lists may change while a visit is on its way, and a second sending may overtake the first: each costs one more try. */
const mostTries = 3

async function register(
  c: Context<RequestEnv>,
  visit: Visit,
  moment: VisitMoment,
): Promise<'registered' | 'repeated' | Refusal> {
  const { db, codes } = c.var.services
  const { signedIn } = c.var
  const guide = actorOf(signedIn)
  const { timeZone } = signedIn.city
  const { sentAt: _, ...sent } = visit
  const digest = keyOf(c, JSON.stringify(sent))
  for (let tries = 0; tries < mostTries; tries++) {
    const { register: known, sensitive, version: codesVersion } = await codes.of(guide)
    const refusal = checkVisit(visit, known)
    // What an older list refuses, the list of now may know.
    if (refusal && tries > 0) return refusal
    const done =
      refusal ??
      (await asActor(db, guide, (tx) =>
        visits.registerVisit(tx, guide, { visit, moment, digest, sensitive, codesVersion, timeZone }),
      ).catch(refuseTaken))
    if (done === 'registered' || done === 'repeated' || (isRefusal(done) && done !== refusal)) return done
    codes.forget(guide)
  }
  return refuse('id_taken')
}

function refuseTaken(error: unknown): Refusal {
  if (visits.isRequestTaken(error)) return refuse('id_taken')
  throw error
}
