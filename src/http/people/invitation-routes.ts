import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { invite, listInvitations, sendInvitation, withdrawInvitation } from '../../contract/invitation.ts'
import { asActor } from '../../db/as-actor.ts'
import { findAccount } from '../../db/people/account-store.ts'
import { listSomeInvitations } from '../../db/people/invitation-list-store.ts'
import * as invitations from '../../db/people/invitation-store.ts'
import { staffLanguage } from '../../domain/language.ts'
import { actorOf } from '../../domain/people/session.ts'
import { invitationMail } from '../../mail/letter.ts'
import type { RequestEnv } from '../context.ts'
import { pageOf, readMoment, writeMoment } from '../cursor.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { invitationLink, makeToken } from '../sign-in/one-time-token.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { toInvitation } from './member-answer.ts'
import { readSought } from './people-sought.ts'

const mayChange = requireRight('members.change')
const mayAdmit = requireRight('members.admit')

export const invitationRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listInvitations, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { db, now } = c.var.services
    const { cursor, limit, waiting, ...asked } = c.req.valid('query')
    const page = { after: readMoment(cursor), limit: limit + 1 }
    const search = { ...readSought(asked, c.var.language), isWaiting: waiting === 'true' }
    const rows = await asActor(db, actorOf(c.var.signedIn), (tx) => listSomeInvitations(tx, search, page))
    const { items, next } = pageOf(rows, limit, ({ invitedAt: at, id }) => writeMoment({ at, id }))
    return c.json({ items: items.map((row) => toInvitation(row, now())), next }, 200)
  })
  .openapi({ ...invite, middleware: [signedIn, mayAdmit] as const }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const asked = c.req.valid('json')
    const ticket = takeTicket(c)
    const account = await findAccount(db, asked.email)
    const made = await asActor(db, actor, (tx) =>
      invitations.addInvitation(tx, actor, asked, { ...ticket, accountId: account?.id }),
    )
    const { row, added } = orProblem(made)
    if (!added) return c.json({ ...toInvitation(row, now()), link: null }, 200)
    return c.json(await mailInvitation(c, row, ticket), 201)
  })
  .openapi({ ...sendInvitation, middleware: [signedIn, mayAdmit] as const }, async (c) => {
    const { db } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { id } = c.req.valid('param')
    const ticket = takeTicket(c)
    const row = await asActor(db, actor, (tx) => invitations.renewInvitation(tx, actor, id, ticket))
    return c.json(await mailInvitation(c, orProblem(row), ticket), 201)
  })
  .openapi({ ...withdrawInvitation, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { id } = c.req.valid('param')
    const row = await asActor(db, actor, (tx) => invitations.withdrawInvitation(tx, actor, id, now()))
    return c.json(toInvitation(orProblem(row), now()), 200)
  })

const takeTicket = (c: Context<RequestEnv>) => ({
  ...makeToken(),
  isMailed: c.var.services.mailer !== undefined,
  now: c.var.services.now(),
})

/**
 * After the commit, so that no mail names an invitation that is not there. Where none goes out, a link is answered: never
 * the one in a mail, which may have come through after all.
 */
async function mailInvitation(
  c: Context<RequestEnv>,
  row: invitations.InvitationRow,
  ticket: ReturnType<typeof takeTicket>,
) {
  const { db, mailer, baseUrl, now } = c.var.services
  const link = invitationLink(baseUrl, ticket.token)
  if (!mailer) return { ...toInvitation(row, now()), link }
  const { id, email: to, name } = row
  const language = staffLanguage.parse(row.language)
  const city = c.var.signedIn.city.name
  const failure = await mailer.send(invitationMail({ to, name, link, language, city }))
  const actor = actorOf(c.var.signedIn)
  if (!failure) {
    const noted = await asActor(db, actor, (tx) => invitations.noteMail(tx, id, { ...ticket, now: now() }))
    return { ...toInvitation(noted ?? row, now()), link: null }
  }
  const { token, digest } = makeToken()
  const handing = { mailed: ticket.digest, handed: digest, failure, now: now() }
  const handed = await asActor(db, actor, (tx) => invitations.handOver(tx, actor, id, handing))
  return { ...toInvitation(handed ?? row, now()), link: handed ? invitationLink(baseUrl, token) : null }
}
