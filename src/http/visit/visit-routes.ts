import { OpenAPIHono } from '@hono/zod-openapi'
import { readOwnResults } from '../../contract/own-result.ts'
import * as contract from '../../contract/visit.ts'
import { asActor } from '../../db/as-actor.ts'
import { readHabits } from '../../db/visit/habit-store.ts'
import { readInsight } from '../../db/visit/insight-store.ts'
import { countOwnOutcomes } from '../../db/visit/own-result-store.ts'
import { addDays } from '../../domain/local-date.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { momentOfVisit } from '../../domain/visit/visit-moment.ts'
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
    const judged = momentOfVisit(visit, c.var.services.now())
    const atOnce = isRefusal(judged) ? undefined : await registerAtOnce(c, visit, judged)
    const guide = atOnce ? undefined : actorOf(await lookUpSignedIn(c, 'visits.register'))
    const moment = orProblem(judged)
    const done = guide ? orProblem(await registerOnce(c, guide, visit, moment)) : atOnce
    const { id, requests } = visit
    const body = {
      id,
      receivedAt: moment.receivedAt.toISOString(),
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
