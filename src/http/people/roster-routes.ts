import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as contract from '../../contract/roster.ts'
import { asActor } from '../../db/as-actor.ts'
import { listCodes } from '../../db/city/code-list-store.ts'
import { listDesks } from '../../db/city/desk-store.ts'
import type { Tx } from '../../db/database.ts'
import * as rosters from '../../db/people/roster-store.ts'
import type { MemberId } from '../../domain/id.ts'
import { checkRoster, mayChangeRoster, type Roster } from '../../domain/people/roster.ts'
import { actorOf } from '../../domain/people/session.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { isWorldLanguage } from '../../domain/request/request-rule.ts'
import { CodeRegister } from '../../domain/visit/visit-rule.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'

const mayKeep = [signedIn, requireRight('rosters.keep')]
const mayChange = [signedIn, requireRight('rosters.change')]

export const rosterRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.readOwnRoster, middleware: mayKeep }, async (c) =>
    c.json(await readRoster(c, c.var.signedIn.member), 200),
  )
  .openapi({ ...contract.putOwnRoster, middleware: mayKeep }, async (c) =>
    c.json(await keepRoster(c, c.var.signedIn.member, c.req.valid('json')), 200),
  )
  .openapi({ ...contract.listRosters, middleware: mayChange }, async (c) => {
    const items = (await asActor(c.var.services.db, actorOf(c.var.signedIn), rosters.listSitters))
      .filter((whose) => mayChangeRoster(actorOf(c.var.signedIn), whose))
      .map(({ id, name, organization }) => ({ memberId: id, name, organization }))
    return c.json({ items }, 200)
  })
  .openapi({ ...contract.readMemberRoster, middleware: mayChange }, async (c) => {
    const colleague = await findColleague(c, c.req.valid('param').id)
    return c.json(await readRoster(c, colleague), 200)
  })
  .openapi({ ...contract.putMemberRoster, middleware: mayChange }, async (c) => {
    const colleague = await findColleague(c, c.req.valid('param').id)
    return c.json(await keepRoster(c, colleague, c.req.valid('json')), 200)
  })

interface Whose {
  readonly id: MemberId
  readonly name: string
}
type Asked = Context<RequestEnv>

const todayOf = (c: Asked) => localDateIn(c.var.services.now(), c.var.signedIn.city.timeZone)

/** Ends the request where somebody is not there, or their week is not this person's to keep. */
async function findColleague(c: Asked, id: MemberId): Promise<Whose> {
  const actor = actorOf(c.var.signedIn)
  const sitters = await asActor(c.var.services.db, actor, rosters.listSitters)
  const found = sitters.find((whose) => whose.id === id && mayChangeRoster(actor, whose))
  return orProblem(found ?? refuse('not_found'))
}

async function readRoster(c: Asked, whose: Whose) {
  const today = todayOf(c)
  const kept = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
    rosters.readRoster(tx, whose.id, today),
  )
  return answerRoster(c, whose, kept)
}

async function keepRoster(c: Asked, whose: Whose, content: Roster) {
  const wanted = { id: whose.id, content, version: readVersion(c), today: todayOf(c) }
  const actor = actorOf(c.var.signedIn)
  const kept = await asActor(c.var.services.db, actor, async (tx) => {
    const refusal = await checkInCity(tx, content)
    return refusal ?? rosters.keepRoster(tx, actor, wanted)
  })
  return answerRoster(c, whose, orProblem(kept))
}

async function checkInCity(tx: Tx, content: Roster): Promise<Refusal | undefined> {
  const desks = (await listDesks(tx)).map(({ id }) => id)
  const codes = new CodeRegister(await listCodes(tx))
  const isLanguage = (code: string) => codes.has('contact_language', code) || isWorldLanguage(code)
  return checkRoster(content, { desks, isLanguage })
}

function answerRoster(
  c: Asked,
  { id, name }: Whose,
  { languages, weeks, absences, version }: rosters.KeptRoster,
) {
  c.header('etag', etagOf(version))
  return { memberId: id, name, languages, weeks, absences, version }
}
