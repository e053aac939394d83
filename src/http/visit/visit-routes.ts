import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readOwnResults } from '../../contract/own-result.ts'
import * as contract from '../../contract/visit.ts'
import { asActor } from '../../db/as-actor.ts'
import { readHabits } from '../../db/visit/habit-store.ts'
import { readInsight } from '../../db/visit/insight-store.ts'
import { countOwnOutcomes } from '../../db/visit/own-result-store.ts'
import { addDays } from '../../domain/local-date.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import { momentOfVisit, type VisitMoment } from '../../domain/visit/visit-moment.ts'
import { personalTextsIn } from '../../domain/visit/visit-rule.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { carriesSession, lookUpSignedIn, requireRight, signedIn } from '../sign-in/signed-in.ts'
import { registerAtOnce, registerOnce } from './register-once.ts'

const may = requireRight('visits.register')

export const visitRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.registerVisit, middleware: [carriesSession] as const }, async (c) => {
    const visit = c.req.valid('json')
    const moment = momentOfVisit(visit, c.var.services.now())
    const done = (await registerAtOnce(c, visit, moment)) ?? (await registerLookedUp(c, visit, moment))
    const { id, requests } = visit
    const body = {
      id,
      receivedAt: orProblem(moment).receivedAt.toISOString(),
      requests: requests.map((one) => one.id),
      personal: personalTextsIn(visit),
    }
    return c.json(body, done === 'registered' ? 201 : 200)
  })
  .openapi({ ...contract.readHabits, middleware: [signedIn, may] as const }, async (c) => {
    const habits = await asActor(c.var.services.db, actorOf(c.var.signedIn), readHabits)
    return c.json(
      { nationalities: [...habits.nationalities], contactLanguages: [...habits.contactLanguages] },
      200,
    )
  })
  .openapi({ ...readOwnResults, middleware: [signedIn, may] as const }, async (c) => {
    const period = c.req.valid('query')
    const outcomes = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      countOwnOutcomes(tx, period),
    )
    return c.json({ outcomes: outcomes.map(({ code, requests }) => ({ code, requests })) }, 200)
  })
  .openapi({ ...contract.readInsight, middleware: [signedIn, may] as const }, async (c) => {
    const { db, now } = c.var.services
    const today = localDateIn(now(), c.var.signedIn.city.timeZone)
    const asked = { theme: c.req.valid('query').theme, since: addDays(today, -365) }
    const { tips, actions, ...counts } = await asActor(db, actorOf(c.var.signedIn), (tx) =>
      readInsight(tx, asked),
    )
    return c.json({ ...counts, tips: [...tips], actions: [...actions] }, 200)
  })

/** Who asks comes first: nobody else hears what is wrong with a visit. */
async function registerLookedUp(c: Context<RequestEnv>, visit: Visit, moment: VisitMoment | Refusal) {
  const guide = actorOf(await lookUpSignedIn(c, 'visits.register'))
  return orProblem(await registerOnce(c, guide, visit, orProblem(moment)))
}
