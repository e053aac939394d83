import type { Context } from 'hono'
import { asActor } from '../../db/as-actor.ts'
import * as visits from '../../db/visit/visit-store.ts'
import type { Actor } from '../../domain/actor.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import type { VisitMoment } from '../../domain/visit/visit-moment.ts'
import { checkVisit } from '../../domain/visit/visit-rule.ts'
import type { RequestEnv } from '../context.ts'
import { keyOf } from '../sign-in/door.ts'
import { notesOf } from './visit-notes.ts'

/** The lists may change while a visit is on its way, and a second sending may overtake the first: each costs one more try. */
const mostTries = 3

/** Writes a visit of this guide, once however often it comes. Refuses what checkVisit and the store refuse. */
export async function registerOnce(
  c: Context<RequestEnv>,
  guide: Extract<Actor, { kind: 'member' }>,
  visit: Visit,
  moment: VisitMoment,
): Promise<'registered' | 'repeated' | Refusal> {
  const { db, codes } = c.var.services
  const { timeZone } = c.var.signedIn.city
  const { sentAt: _, ...sent } = visit
  const digest = keyOf(c, JSON.stringify(sent))
  const writeNotes = await notesOf(c, guide, visit)
  for (let tries = 0; tries < mostTries; tries++) {
    const { register: known, sensitive, version: codesVersion } = await codes.of(guide)
    const refusal = checkVisit(visit, known)
    // What an older list refuses, the list of now may know.
    if (refusal && tries > 0) return refusal
    const done =
      refusal ??
      (await asActor(db, guide, async (tx) => {
        const given = { visit, moment, digest, sensitive, codesVersion, timeZone }
        const registered = await visits.registerVisit(tx, guide, given)
        if (registered === 'registered') await writeNotes(tx)
        return registered
      }).catch(refuseTaken))
    if (done === 'registered' || done === 'repeated' || (isRefusal(done) && done !== refusal)) return done
    codes.forget(guide)
  }
  return refuse('id_taken')
}

function refuseTaken(error: unknown): Refusal {
  if (visits.isRequestTaken(error)) return refuse('id_taken')
  throw error
}
