import type { Context } from 'hono'
import { asActor, askAsActor } from '../../db/as-actor.ts'
import type { Tx } from '../../db/database.ts'
import type { NewVisit } from '../../db/visit/visit-store.ts'
import * as visits from '../../db/visit/visit-store.ts'
import type { Actor } from '../../domain/actor.ts'
import type { City } from '../../domain/city.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import type { VisitMoment } from '../../domain/visit/visit-moment.ts'
import { checkVisit } from '../../domain/visit/visit-rule.ts'
import type { RequestEnv } from '../context.ts'
import { refuseImpossible } from '../refuse-impossible.ts'
import { keyOf } from '../sign-in/door.ts'
import { askAsSeen } from '../sign-in/signed-in.ts'
import type { KnownCodes } from './code-shelf.ts'
import { notesOf } from './visit-notes.ts'

/** The lists may change while a visit is on its way, and a second sending may overtake the first: each costs one more try. */
const mostTries = 3

/**
 * Writes a visit as whoever was here before, in one round trip to the database. Undefined when nobody was, when it leaves
 * more than its own rows, or when something is in its way: registerOnce then says what.
 */
export async function registerAtOnce(
  c: Context<RequestEnv>,
  visit: Visit,
  moment: VisitMoment | Refusal,
): Promise<'registered' | 'repeated' | undefined> {
  if (isRefusal(moment)) return undefined
  const { db, codes } = c.var.services
  let given: NewVisit | undefined
  const answer = await askAsSeen(c, 'visits.register', async (known) => {
    const guide = actorOf(known)
    const codesNow = await codes.of(guide)
    if (checkVisit(visit, codesNow.register)) return undefined
    given = newVisit(c, visit, moment, { ...codesNow, ...known.city })
    return visits.askToRegister(db.app, guide, given)
  })
  const done = answer && given && visits.registeredOf(answer.rows, given)
  return done === 'registered' || done === 'repeated' ? done : undefined
}

/** Writes a visit of this guide, once however often it comes. Refuses what checkVisit and the store refuse. */
export async function registerOnce(
  c: Context<RequestEnv>,
  guide: Extract<Actor, { kind: 'member' }>,
  visit: Visit,
  moment: VisitMoment,
): Promise<'registered' | 'repeated' | Refusal> {
  const { codes } = c.var.services
  const { timeZone } = c.var.signedIn.city
  const writeNotes = await notesOf(c, guide, visit)
  for (let tries = 0; tries < mostTries; tries++) {
    const known = await codes.of(guide)
    const refusal = checkVisit(visit, known.register)
    // What an older list refuses, the list of now may know.
    if (refusal && tries > 0) return refusal
    const given = newVisit(c, visit, moment, { ...known, timeZone })
    const done = refusal ?? (await register(c, guide, given, writeNotes).catch(refuseTaken))
    if (done === 'registered' || done === 'repeated' || (isRefusal(done) && done !== refusal)) return done
    codes.forget(guide)
  }
  return refuse('id_taken')
}

/** In one round trip where it is one question. */
async function register(
  c: Context<RequestEnv>,
  guide: Extract<Actor, { kind: 'member' }>,
  given: NewVisit,
  writeNotes: (tx: Tx) => Promise<void>,
) {
  const { db } = c.var.services
  const asked = visits.askToRegister(db.app, guide, given)
  if (asked) return visits.registeredOf(await askAsActor(db, guide, asked.question, asked.first), given)
  return asActor(db, guide, async (tx) => {
    const registered = await visits.registerVisit(tx, guide, given)
    if (registered === 'registered') await writeNotes(tx)
    return registered
  })
}

function newVisit(
  c: Context<RequestEnv>,
  visit: Visit,
  moment: VisitMoment,
  { sensitive, version, timeZone }: Pick<KnownCodes, 'sensitive' | 'version'> & Pick<City, 'timeZone'>,
): NewVisit {
  const { sentAt: _, ...sent } = visit
  const digest = keyOf(c, JSON.stringify(sent))
  return { visit, moment, digest, sensitive, codesVersion: version, timeZone }
}

function refuseTaken(error: unknown): Refusal {
  if (visits.isRequestTaken(error)) return refuse('id_taken')
  return refuseImpossible(error)
}
