import { OpenAPIHono } from '@hono/zod-openapi'
import * as contract from '../../contract/coaching.ts'
import { asActor } from '../../db/as-actor.ts'
import { readTeamThemes } from '../../db/coaching/team-store.ts'
import * as wishes from '../../db/coaching/training-wish-store.ts'
import { hardThemeDays, mostHardThemes } from '../../domain/coaching/coaching-limit.ts'
import { addDays } from '../../domain/local-date.ts'
import { actorOf } from '../../domain/people/session.ts'
import { checkTypedWords } from '../../domain/typed-words.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'

const mayRead = [signedIn, requireRight('coaching.read')]
const mayAsk = [signedIn, requireRight('coaching.ask')]
const mayAnswer = [signedIn, requireRight('coaching.answer')]

/** What a team talks about when it meets: where it got stuck, and what it would like to learn. */
export const teamRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.readCoachedTeam, middleware: mayAnswer }, async (c) => {
    const { db, now } = c.var.services
    const to = localDateIn(now(), c.var.signedIn.city.timeZone)
    const period = { from: addDays(to, 1 - hardThemeDays), to }
    const { themes, ...counts } = await asActor(db, actorOf(c.var.signedIn), (tx) =>
      readTeamThemes(tx, { ...period, most: mostHardThemes }),
    )
    return c.json({ ...period, ...counts, themes: [...themes] }, 200)
  })
  .openapi({ ...contract.listTrainingWishes, middleware: mayRead }, async (c) => {
    const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), wishes.listWishes)
    return c.json({ items: items.map(wishView) }, 200)
  })
  .openapi({ ...contract.putTrainingWish, middleware: mayAsk }, async (c) => {
    const { db, now } = c.var.services
    const wish = { id: c.req.valid('param').id, ...c.req.valid('json'), now: now() }
    orProblem(checkTypedWords(wish.wish, 'wish'))
    const actor = actorOf(c.var.signedIn)
    const { kept, isNew } = orProblem(await asActor(db, actor, (tx) => wishes.addWish(tx, actor, wish)))
    return c.json(wishView(kept), isNew ? 201 : 200)
  })
  .openapi({ ...contract.deleteTrainingWish, middleware: mayAsk }, async (c) => {
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    orProblem(await asActor(c.var.services.db, actor, (tx) => wishes.dropWish(tx, actor, id)))
    return c.body(null, 204)
  })
  .openapi({ ...contract.meetTrainingWish, middleware: mayAnswer }, async (c) => {
    const { db, now } = c.var.services
    const met = { id: c.req.valid('param').id, metAt: now() }
    const actor = actorOf(c.var.signedIn)
    return c.json(wishView(orProblem(await asActor(db, actor, (tx) => wishes.meetWish(tx, actor, met)))), 200)
  })
  .openapi({ ...contract.takeFulfilmentBack, middleware: mayAnswer }, async (c) => {
    const unmet = { id: c.req.valid('param').id, metAt: null }
    const actor = actorOf(c.var.signedIn)
    const wish = await asActor(c.var.services.db, actor, (tx) => wishes.meetWish(tx, actor, unmet))
    return c.json(wishView(orProblem(wish)), 200)
  })

const wishView = ({ wishedAt, metAt, ...rest }: wishes.TrainingWish) => ({
  ...rest,
  wishedAt: wishedAt.toISOString(),
  metAt: metAt?.toISOString() ?? null,
})
