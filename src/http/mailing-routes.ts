import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listMailings, type MailingAnswer, retryMailing, sendReport } from '../contract/mailing.ts'
import { asActor } from '../db/as-actor.ts'
import { addressesWith } from '../db/people/address-store.ts'
import { findFrozen } from '../db/report/frozen-report-store.ts'
import * as mailings from '../db/report/mailing-store.ts'
import { hasRegisterNumber } from '../domain/import/register-number.ts'
import { rolesWith } from '../domain/people/right.ts'
import { actorOf } from '../domain/people/session.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { stateOfLetter } from '../domain/report/mailing.ts'
import { deliverLetters } from '../jobs/report/mailing-delivery.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'

const maySend = [signedIn, requireRight('reports.send')]

export const mailingRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listMailings, middleware: maySend }, async (c) => {
    const { id } = c.req.valid('param')
    const { items, lastAddresses } = await asActor(
      c.var.services.db,
      actorOf(c.var.signedIn),
      async (tx) => ({
        items: await mailings.listMailings(tx, id),
        lastAddresses: await mailings.lastAddresses(tx),
      }),
    )
    return c.json({ items: items.map(toMailing), lastAddresses }, 200)
  })
  .openapi({ ...sendReport, middleware: maySend }, async (c) => {
    const { id: snapshotId, mailingId: id } = c.req.valid('param')
    const { addresses, ...wanted } = c.req.valid('json')
    const { services, signedIn: who } = c.var
    if (!services.mailer) orProblem(refuse('mailing_off'))
    if (hasRegisterNumber(wanted.message)) orProblem(refuse('register_number', { field: 'message' }))
    if (wanted.audience === 'coordinator') await refuseOutsiders(c, addresses)
    const actor = actorOf(who)
    const asked = { ...wanted, id, snapshotId, addresses: [...new Set(addresses)], replyTo: who.email }
    const sent = await asActor(services.db, actor, async (tx) => {
      const frozen = await findFrozen(tx, snapshotId, wanted.audience)
      return isRefusal(frozen) ? frozen : mailings.addMailing(tx, actor, asked)
    })
    const { mailing, isNew } = orProblem(sent)
    if (isNew) deliver(c)
    return c.json(toMailing(mailing), isNew ? 201 : 200)
  })
  .openapi({ ...retryMailing, middleware: maySend }, async (c) => {
    const { mailingId } = c.req.valid('param')
    const { services, signedIn: who } = c.var
    if (!services.mailer) orProblem(refuse('mailing_off'))
    const actor = actorOf(who)
    const found = await asActor(services.db, actor, (tx) => mailings.retryMailing(tx, actor, mailingId))
    const mailing = orProblem(found ?? refuse('not_found'))
    deliver(c)
    return c.json(toMailing(mailing), 201)
  })

/** After the commit and beside the answer: a mail server may take its time. */
const deliver = ({ var: { services, signedIn } }: Context<RequestEnv>) =>
  services.background.begin((signal) => deliverLetters(services, signedIn.city, signal))

/** The report with its small numbers goes to nobody who may not see them here. */
async function refuseOutsiders(c: Context<RequestEnv>, addresses: readonly string[]): Promise<void> {
  const { services, signedIn: who } = c.var
  const known = await addressesWith(services.db, who.city.id, rolesWith('reports.live'))
  const outsider = addresses.find((address) => !known.some(({ email }) => email === address))
  if (outsider !== undefined) orProblem(refuse('mailing_outsider', { address: outsider, field: 'addresses' }))
}

const toMailing = ({
  letters,
  formats,
  madeAt,
  erasedAt,
  snapshotId,
  replyTo,
  ...mailing
}: mailings.Mailing): MailingAnswer => ({
  ...mailing,
  formats: [...formats],
  madeAt: madeAt.toISOString(),
  erasedAt: erasedAt?.toISOString() ?? null,
  letters: letters.map((letter) => ({
    address: letter.address,
    state: stateOfLetter(letter),
    failure: letter.failure,
    at: (letter.acceptedAt ?? letter.failedAt)?.toISOString() ?? null,
  })),
})
