import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readSealingKey, registerSealedVisits } from '../../contract/sealed-visit.ts'
import { asActor } from '../../db/as-actor.ts'
import { voidAsTheyAre } from '../../db/request/request-voiding-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import { isRevoked } from '../../db/visit/device-store.ts'
import {
  addSealingKey,
  readNewestSealingKey,
  readSealingKeys,
  type SealingKey,
} from '../../db/visit/sealing-key-store.ts'
import { readRequestsOf } from '../../db/visit/visit-store.ts'
import { sealingKeyId, type VisitId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { SentSealedVisit } from '../../domain/visit/sealed-visit.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import { momentOfVisit } from '../../domain/visit/visit-moment.ts'
import { refusalMessage } from '../../text/refusal-message.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, ProblemError } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { readDevice } from './device-door.ts'
import { registerOnce } from './register-once.ts'
import { makeKeyPair, openVisit } from './sealing.ts'

const may = requireRight('visits.register')

export const sealedVisitRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...readSealingKey, middleware: [signedIn, may] as const }, async (c) => {
    const { id, publicKey } = await currentKey(c)
    return c.json({ id, publicKey: publicKey.toString('base64') }, 200)
  })
  .openapi({ ...registerSealedVisits, middleware: [signedIn, may] as const }, async (c) => {
    const { items, sentAt } = c.req.valid('json')
    const device = readDevice(c)
    const ids = [...new Set(items.map(({ keyId }) => keyId))]
    const [keys, isOut] = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      Promise.all([readSealingKeys(tx, ids), device ? isRevoked(tx, device) : false]),
    )
    if (isOut) throw new ProblemError(403, 'device_revoked')
    const known = new Map(keys.map((key) => [key.id, key]))
    const outcomes = []
    // One after the other, as they were saved.
    for (const item of items) outcomes.push(await take(c, item, sentAt, known.get(item.keyId)))
    return c.json({ items: outcomes }, 200)
  })

/** Devices get a new key after this long; what was sealed to an older one is still opened. */
const keyFresh = 90 * 24 * 3600 * 1000

async function currentKey(c: Context<RequestEnv>): Promise<Pick<SealingKey, 'id' | 'publicKey'>> {
  const { db, secret, now } = c.var.services
  const { id: cityId } = c.var.signedIn.city
  const newest = await asActor(db, actorOf(c.var.signedIn), readNewestSealingKey)
  if (newest && now().getTime() - newest.madeAt.getTime() < keyFresh) return newest
  const key = { id: sealingKeyId.parse(makeUuid()), ...(await makeKeyPair(secret)) }
  await asActor(db, { kind: 'job', cityId }, (tx) => addSealingKey(tx, cityId, key))
  return key
}

async function take(
  c: Context<RequestEnv>,
  item: SentSealedVisit,
  sentAt: string,
  key: SealingKey | undefined,
) {
  const { id, keyId, sealed, withdrawnFor } = item
  const { secret, now } = c.var.services
  const opened = await openVisit({ id, keyId, bytes: Buffer.from(sealed, 'base64') }, key?.wrappedKey, secret)
  if (opened === 'newer') return { id, state: opened }
  if (!opened) return { id, state: 'unreadable' as const }
  if (opened.memberId !== c.var.signedIn.member.id) return { id, state: 'not_yours' as const }
  const sent: Visit = { ...opened.visit, sentAt }
  const moment = momentOfVisit(sent, now())
  const guide = actorOf(c.var.signedIn)
  const done = isRefusal(moment) ? moment : await registerOnce(c, guide, sent, moment)
  if (isRefusal(done)) return { ...refused(c, sent, done), ...(await readThere(c, id, done)) }
  if (withdrawnFor !== undefined) {
    const { timeZone } = c.var.signedIn.city
    const ids = sent.requests.map((request) => request.id)
    await asActor(c.var.services.db, guide, (tx) =>
      voidAsTheyAre(tx, guide, { ids, reason: withdrawnFor, timeZone, now: now() }),
    )
  }
  return { id, state: 'registered' as const }
}

/** What the databank has in its place, for whoever decides between the two. */
async function readThere(c: Context<RequestEnv>, id: VisitId, { code }: Refusal) {
  if (code !== 'id_taken') return {}
  return { there: await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => readRequestsOf(tx, id)) }
}

/** It goes back to its author, who alone can mend it: the device itself cannot read it any more. */
const refused = (c: Context<RequestEnv>, { sentAt: _, ...sent }: Visit, refusal: Refusal) => ({
  id: sent.id,
  state: 'refused' as const,
  code: refusal.code,
  title: refusalMessage(c.var.language, refusal),
  visit: sent,
})
