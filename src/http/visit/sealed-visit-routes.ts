import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { readSealingKey, registerSealedVisits } from '../../contract/sealed-visit.ts'
import { asActor } from '../../db/as-actor.ts'
import { makeUuid } from '../../db/uuid.ts'
import {
  addSealingKey,
  readNewestSealingKey,
  readSealingKeys,
  type SealingKey,
} from '../../db/visit/sealing-key-store.ts'
import { memberId, sealingKeyId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { SealedVisit } from '../../domain/visit/sealed-visit.ts'
import { type Visit, visit } from '../../domain/visit/visit.ts'
import { momentOfVisit } from '../../domain/visit/visit-moment.ts'
import { refusalMessage } from '../../text/refusal-message.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { registerOnce } from './register-once.ts'
import { makeKeyPair, openSealed } from './sealing.ts'

const may = requireRight('visits.register')

export const sealedVisitRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...readSealingKey, middleware: [signedIn, may] as const }, async (c) => {
    const { id, publicKey } = await currentKey(c)
    return c.json({ id, publicKey: publicKey.toString('base64') }, 200)
  })
  .openapi({ ...registerSealedVisits, middleware: [signedIn, may] as const }, async (c) => {
    const { items, sentAt } = c.req.valid('json')
    const ids = [...new Set(items.map(({ keyId }) => keyId))]
    const keys = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => readSealingKeys(tx, ids))
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

/** What a device seals. */
const content = z.object({ memberId, visit })

async function take(c: Context<RequestEnv>, item: SealedVisit, sentAt: string, key: SealingKey | undefined) {
  const { id, keyId, sealed } = item
  const { secret, now } = c.var.services
  const opened = key && (await openSealed(Buffer.from(sealed, 'base64'), { ...key, id, keyId }, secret))
  const read = content.safeParse(parse(opened))
  if (!read.success || read.data.visit.id !== id) return { id, state: 'unreadable' as const }
  if (read.data.memberId !== c.var.signedIn.member.id) return { id, state: 'not_yours' as const }
  const sent: Visit = { ...read.data.visit, sentAt }
  const moment = momentOfVisit(sent, now())
  const done = isRefusal(moment) ? moment : await registerOnce(c, sent, moment)
  return isRefusal(done) ? refused(c, sent, done) : { id, state: 'registered' as const }
}

/** It goes back to its author, who alone can mend it: the device itself cannot read it any more. */
const refused = (c: Context<RequestEnv>, { sentAt: _, ...sent }: Visit, refusal: Refusal) => ({
  id: sent.id,
  state: 'refused' as const,
  code: refusal.code,
  title: refusalMessage(c.var.language, refusal),
  visit: sent,
})

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
