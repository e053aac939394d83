import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readSealingKey, registerSealedVisits } from '../../contract/sealed-visit.ts'
import { asActor } from '../../db/as-actor.ts'
import type { Tx } from '../../db/database.ts'
import { readFollowUp } from '../../db/follow-up/follow-up-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import { isRevoked } from '../../db/visit/device-store.ts'
import {
  addSealingKey,
  readNewestSealingKey,
  readSealingKeys,
  type SealingKey,
} from '../../db/visit/sealing-key-store.ts'
import { readRequestsOf } from '../../db/visit/visit-store.ts'
import { type MessageId, sealingKeyId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Noted, Returned, SentSealedVisit } from '../../domain/visit/sealed-visit.ts'
import { refusalMessage } from '../../text/refusal-message.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, ProblemError } from '../problem.ts'
import { refuseImpossible } from '../refuse-impossible.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { readDevice } from './device-door.ts'
import { registerUnlessUndone } from './register-noted.ts'
import { makeKeyPair, openSealed } from './sealing.ts'

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
  { id, keyId, sealed, withdrawnFor }: SentSealedVisit,
  sentAt: string,
  key: SealingKey | undefined,
) {
  const { secret, now } = c.var.services
  const bytes = Buffer.from(sealed, 'base64')
  const opened = await openSealed({ id, keyId, bytes }, key?.wrappedKey, secret)
  if (opened === 'newer') return { id, state: opened }
  if (!opened) return { id, state: 'unreadable' as const }
  if (opened.memberId !== c.var.signedIn.member.id) return { id, state: 'not_yours' as const }
  if (opened.refusal) return refused(c, opened.noted, id, opened.refusal)
  const guide = actorOf(c.var.signedIn)
  const sending = { sentAt, cameAt: now(), withdrawnFor }
  // What can never be written goes back on its own: the others behind it come in.
  const refusal = await registerUnlessUndone(c, guide, opened.noted, sending).catch(refuseImpossible)
  return refusal ? refused(c, opened.noted, id, refusal) : { id, state: 'registered' as const }
}

/** It goes back to its author, who alone can mend it: the device itself cannot read it any more. */
async function refused(c: Context<RequestEnv>, noted: Noted | Returned, id: MessageId, refusal: Refusal) {
  const { code } = refusal
  const { kind: _, ...content } = noted
  const title = refusalMessage(c.var.language, refusal)
  return { id, state: 'refused' as const, code, title, ...content, ...(await readThere(c, noted, code)) }
}

/** What the databank has in its place, for whoever decides between the two. */
async function readThere(c: Context<RequestEnv>, noted: Noted | Returned, code: string) {
  const look = <Found>(read: (tx: Tx) => Promise<Found>) =>
    asActor(c.var.services.db, actorOf(c.var.signedIn), read)
  if (noted.kind === 'visit' && code === 'id_taken')
    return {
      there: (await look((tx) => readRequestsOf(tx, noted.visit.id))).map((one) => ({
        ...one,
        receivedAt: one.receivedAt.toISOString(),
      })),
    }
  if (noted.kind !== 'completion') return {}
  const { timeZone } = c.var.signedIn.city
  const followUp = await look((tx) => readFollowUp(tx, noted.completion.followUpId, timeZone))
  return isRefusal(followUp) ? {} : { followUp }
}
