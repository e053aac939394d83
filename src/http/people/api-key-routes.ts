import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ApiKeyAnswer, listKeys, makeKey, revokeKey } from '../../contract/api-key.ts'
import { asActor } from '../../db/as-actor.ts'
import { emailsOf } from '../../db/people/address-store.ts'
import * as keys from '../../db/people/api-key-store.ts'
import { findMember } from '../../db/people/member-store.ts'
import { afterLastDay, keyState, lastDayOf } from '../../domain/people/api-key.ts'
import { actorOf } from '../../domain/people/session.ts'
import { keyMail } from '../../mail/letter.ts'
import type { RequestEnv } from '../context.ts'
import { pageOf, readMoment, writeMoment } from '../cursor.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import * as tokens from '../sign-in/one-time-token.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'

const mayChange = requireRight('members.change')
const mayAdmit = requireRight('members.admit')

export const apiKeyRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listKeys, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { db, now } = c.var.services
    const { cursor, limit } = c.req.valid('query')
    const page = { after: readMoment(cursor), limit: limit + 1 }
    const rows = await asActor(db, actorOf(c.var.signedIn), (tx) => keys.listKeys(tx, page))
    const { items, next } = pageOf(rows, limit, ({ madeAt: at, id }) => writeMoment({ at, id }))
    return c.json({ items: items.map((row) => toKey(row, now())), next }, 200)
  })
  .openapi({ ...makeKey, middleware: [signedIn, mayAdmit] as const }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { lastDay, ...asked } = c.req.valid('json')
    const { key, prefix, digest } = tokens.makeKey()
    const expiresAt = lastDay && afterLastDay(lastDay)
    const made = await asActor(db, actor, (tx) =>
      keys.addKey(tx, actor, { ...asked, expiresAt, prefix, digest, now: now() }),
    )
    const { row, added } = orProblem(made)
    if (added && row.memberId !== actor.memberId) await tellOwner(c, row)
    return c.json({ ...toKey(row, now()), key: added ? key : null }, added ? 201 : 200)
  })
  .openapi({ ...revokeKey, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const row = await asActor(db, actor, (tx) => keys.revokeKey(tx, actor, c.req.valid('param').id, now()))
    return c.json(toKey(orProblem(row), now()), 200)
  })

/** Nobody acts in another's name without their knowing. A mail that fails stops nothing: the key stands in the audit. */
async function tellOwner(c: Context<RequestEnv>, { memberId, name: key }: keys.KeyRow): Promise<void> {
  const { db, mailer, baseUrl, log } = c.var.services
  const { member, city } = c.var.signedIn
  const owner = await asActor(db, actorOf(c.var.signedIn), (tx) => findMember(tx, memberId))
  const [to] = owner?.accountId ? (await emailsOf(db, [owner.accountId])).values() : []
  if (!mailer || !owner || !to) return
  const { language } = c.var
  const letter = keyMail({
    to,
    name: owner.name,
    link: baseUrl,
    language,
    key,
    by: member.name,
    city: city.name,
  })
  const failure = await mailer.send(letter)
  if (failure) log.warn({ code: failure.code }, 'the owner of a key was not told')
}

function toKey(row: keys.KeyRow, now: Date): ApiKeyAnswer {
  const { madeAt, expiresAt, revokedAt, ...shown } = row
  const lastDay = expiresAt && lastDayOf(expiresAt)
  return { ...shown, madeAt: madeAt.toISOString(), lastDay, state: keyState(row, now) }
}
