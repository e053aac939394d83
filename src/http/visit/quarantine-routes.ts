import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as contract from '../../contract/quarantine.ts'
import { asActor } from '../../db/as-actor.ts'
import type { Tx } from '../../db/database.ts'
import * as quarantine from '../../db/visit/quarantine-store.ts'
import { readSealingKeys } from '../../db/visit/sealing-key-store.ts'
import type { QuarantinedVisitId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import { refuse } from '../../domain/refusal.ts'
import { checkTypedWords } from '../../domain/typed-words.ts'
import { answerHandOver, type HandedOver, mostQuarantined } from '../../domain/visit/quarantine.ts'
import type { Noted, Returned } from '../../domain/visit/sealed-visit.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { refuseImpossible } from '../refuse-impossible.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { requireDevice } from './device-door.ts'
import { registerUnlessUndone } from './register-noted.ts'
import { openSealed } from './sealing.ts'

const mayDecide = requireRight('quarantine.decide')

let last: Promise<unknown> = Promise.resolve()

/** Each holds a connection while it needs a second: many at once would wait for each other. */
function oneByOne<Done>(work: () => Promise<Done>): Promise<Done> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

export const quarantineRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(contract.handOver, async (c) => {
    const device = await requireDevice(c)
    const { items, sentAt } = c.req.valid('json')
    const outcomes = await take(c, device, items, new Date(sentAt))
    return c.json({ isRevoked: device.revokedAt !== null, items: outcomes }, 200)
  })
  .openapi({ ...contract.listQuarantine, middleware: [signedIn, mayDecide] as const }, async (c) => {
    const { items, total } = await asActor(
      c.var.services.db,
      actorOf(c.var.signedIn),
      quarantine.listQuarantined,
    )
    const shown = items.map(({ id, author, device, disabledAt, revokedAt, withdrawnFor, receivedAt }) => ({
      id,
      author,
      isAuthorOut: disabledAt !== null,
      device,
      isDeviceRevoked: revokedAt !== null,
      isUndone: withdrawnFor !== null,
      receivedAt: receivedAt.toISOString(),
    }))
    return c.json({ items: shown, total }, 200)
  })
  .openapi({ ...contract.openQuarantined, middleware: [signedIn, mayDecide] as const }, async (c) => {
    const actor = actorOf(c.var.signedIn)
    const { noted } = await asActor(c.var.services.db, actor, async (tx) => {
      const opened = await open(c, tx, c.req.valid('param').id)
      await quarantine.noteOpening(tx, actor, opened.kept.messageId)
      return opened
    })
    return c.json(forCounting(noted), 200)
  })
  .openapi({ ...contract.acceptQuarantined, middleware: [signedIn, mayDecide] as const }, async (c) => {
    const { id } = c.req.valid('param')
    // Held all the while: nobody discards what is being registered.
    await oneByOne(() =>
      asActor(c.var.services.db, actorOf(c.var.signedIn), async (tx) => {
        orProblem(await quarantine.holdQuarantined(tx, id))
        await register(c, await open(c, tx, id))
        await decide(c, tx, { id, reason: null })
      }),
    )
    return c.body(null, 204)
  })
  .openapi({ ...contract.discardQuarantined, middleware: [signedIn, mayDecide] as const }, async (c) => {
    const { reason } = c.req.valid('json')
    orProblem(checkTypedWords(reason, 'reason'))
    const { id } = c.req.valid('param')
    await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => decide(c, tx, { id, reason }))
    return c.body(null, 204)
  })

type Device = Awaited<ReturnType<typeof requireDevice>>

/** Nobody is signed in: the city's own clockwork takes what the device hands over. */
async function take(c: Context<RequestEnv>, device: Device, items: readonly HandedOver[], sentAt: Date) {
  const { db, now } = c.var.services
  if (items.length === 0) return []
  const { cityId, id: deviceId, revokedAt } = device
  return asActor(db, { kind: 'job', cityId }, async (tx) => {
    const authors = await quarantine.readAuthors(
      tx,
      items.map(({ memberId }) => memberId),
    )
    const keys = await readSealingKeys(
      tx,
      items.map(({ keyId }) => keyId),
    )
    if ((await quarantine.countOfDevice(tx, deviceId)) + items.length > mostQuarantined)
      return orProblem<never>(refuse('quarantine_full'))
    const outcomes = []
    for (const { id, memberId, keyId, sealed, withdrawnFor = null } of items) {
      const author = authors.find((one) => one.id === memberId)
      if (!author || !keys.some((key) => key.id === keyId)) {
        outcomes.push({ id, state: 'unreadable' as const })
        continue
      }
      const state = answerHandOver({
        isDeviceRevoked: revokedAt !== null,
        isAuthorOut: author.disabledAt !== null,
      })
      outcomes.push({ id, state })
      if (state === 'kept') continue
      const bytes = Buffer.from(sealed, 'base64')
      const digest = createHash('sha256').update(bytes).digest('base64url')
      const facts = { messageId: id, memberId, keyId, deviceId, sealed: bytes, digest, sentAt, withdrawnFor }
      await quarantine.addQuarantined(tx, cityId, { ...facts, receivedAt: now() })
    }
    return outcomes
  })
}

/** What is in it. Refuses what is not what the device said: `quarantine_unreadable`. */
async function open(c: Context<RequestEnv>, tx: Tx, id: QuarantinedVisitId) {
  const kept = orProblem(await quarantine.readQuarantined(tx, id))
  const sealed = { id: kept.messageId, keyId: kept.keyId, bytes: kept.sealed }
  const opened = await openSealed(sealed, kept.wrappedKey, c.var.services.secret)
  if (opened === undefined || opened === 'newer' || opened.memberId !== kept.author.memberId)
    return orProblem<never>(refuse('quarantine_unreadable'))
  return { ...opened, kept }
}

/** In the author's name, who may not any more: what they noted at the desk was theirs. */
async function register(c: Context<RequestEnv>, { noted, refusal, kept }: Awaited<ReturnType<typeof open>>) {
  if (refusal) return orProblem<never>(refusal)
  const { cityId } = c.var.signedIn.member
  const author = { kind: 'member', cityId, ...kept.author, roles: ['guide'] } as const
  const sending = { sentAt: kept.sentAt.toISOString(), cameAt: kept.receivedAt }
  const withdrawnFor = kept.withdrawnFor ?? undefined
  const registering = registerUnlessUndone(c, author, noted, { ...sending, withdrawnFor })
  return orProblem(await registering.catch(refuseImpossible))
}

/** Notes, what is to be done and whose card it was are for those who help, and a coordinator counts. */
function forCounting(noted: Noted | Returned): contract.QuarantinedContent {
  switch (noted.kind) {
    case 'visit': {
      const { clientId: _, ...visit } = noted.visit
      const requests = visit.requests.map(({ note: _, followUps: __, ...request }) => request)
      return { ...noted, visit: { ...visit, requests } }
    }
    case 'completion': {
      const { seen: _, ...completion } = noted.completion
      return { ...noted, completion }
    }
    case 'group':
      return noted
  }
}

async function decide(
  c: Context<RequestEnv>,
  tx: Tx,
  decision: { readonly id: QuarantinedVisitId; readonly reason: string | null },
): Promise<void> {
  const now = c.var.services.now()
  orProblem(await quarantine.decideQuarantined(tx, actorOf(c.var.signedIn), { ...decision, now }))
}
