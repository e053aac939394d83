import type { Context } from 'hono'
import { asActor } from '../../db/as-actor.ts'
import type { Tx } from '../../db/database.ts'
import { completeAsNoted, takeCompletionBack } from '../../db/follow-up/noted-completion-store.ts'
import { voidAsTheyAre } from '../../db/request/request-voiding-store.ts'
import { addGroupContact, isGroupThere, voidGroupContact } from '../../db/visit/group-contact-store.ts'
import type { Actor } from '../../domain/actor.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { checkGroupContact, type GroupContact, heldOnOf } from '../../domain/visit/group-contact.ts'
import type { Noted } from '../../domain/visit/sealed-visit.ts'
import { momentOfVisit } from '../../domain/visit/visit-moment.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { checkedAgainst } from './code-shelf.ts'
import { registerOnce } from './register-once.ts'

type Guide = Extract<Actor, { kind: 'member' }>

/** When the device said it sent, by its own clock, and when that came, by ours. */
export interface Sending {
  readonly sentAt: string
  readonly cameAt: Date
}

/**
 * Writes what somebody noted on a device, once however often it comes; undone there, it is taken out again at once, so that
 * nothing brings it back that strays in later. Refuses what the rules of its kind refuse.
 */
export async function registerUnlessUndone(
  c: Context<RequestEnv>,
  guide: Guide,
  noted: Noted,
  { withdrawnFor, ...sending }: Sending & { readonly withdrawnFor: string | undefined },
): Promise<Refusal | undefined> {
  if (withdrawnFor === undefined) return registerNoted(c, guide, noted, sending)
  // What is taken back was perhaps done by a colleague meanwhile: then there is nothing to say about it.
  const refusal = noted.kind === 'completion' ? undefined : await registerNoted(c, guide, noted, sending)
  return refusal ?? takeNotedBack(c, guide, noted, { ...sending, reason: withdrawnFor })
}

async function registerNoted(
  c: Context<RequestEnv>,
  guide: Guide,
  noted: Noted,
  sending: Sending,
): Promise<Refusal | undefined> {
  switch (noted.kind) {
    case 'visit': {
      const sent = { ...noted.visit, sentAt: sending.sentAt }
      const moment = momentOfVisit(sent, sending.cameAt)
      return refusalOf(isRefusal(moment) ? moment : await registerOnce(c, guide, sent, moment))
    }
    case 'completion':
      return refusalOf(await act(c, guide, (tx) => completeAsNoted(tx, guide, completing(c, noted, sending))))
    case 'group':
      return refusalOf(await addNotedGroup(c, guide, noted.group, sending))
  }
}

async function takeNotedBack(
  c: Context<RequestEnv>,
  guide: Guide,
  noted: Noted,
  { reason, ...sending }: Sending & { readonly reason: string },
): Promise<Refusal | undefined> {
  const now = c.var.services.now()
  const { timeZone } = c.var.signedIn.city
  switch (noted.kind) {
    case 'visit': {
      const ids = noted.visit.requests.map(({ id }) => id)
      return act(c, guide, (tx) => voidAsTheyAre(tx, guide, { ids, reason, timeZone, now }))
    }
    case 'completion':
      return refusalOf(
        await act(c, guide, (tx) => takeCompletionBack(tx, guide, completing(c, noted, sending))),
      )
    case 'group':
      return act(c, guide, (tx) => voidGroupContact(tx, guide, { id: noted.group.id, reason, now }))
  }
}

const act = <Done>(c: Context<RequestEnv>, guide: Guide, work: (tx: Tx) => Promise<Done>): Promise<Done> =>
  asActor(c.var.services.db, guide, work)

const refusalOf = (done: unknown): Refusal | undefined => (isRefusal(done) ? done : undefined)

function completing(
  c: Context<RequestEnv>,
  { completion }: Extract<Noted, { kind: 'completion' }>,
  { sentAt, cameAt }: Sending,
) {
  // because: with the clock of the device known, no moment is refused
  const moment = momentOfVisit({ receivedAt: completion.doneAt, sentAt }, cameAt)
  const doneAt = isRefusal(moment) ? cameAt : moment.receivedAt
  return { completion, doneAt, timeZone: c.var.signedIn.city.timeZone }
}

async function addNotedGroup(c: Context<RequestEnv>, guide: Guide, group: GroupContact, sending: Sending) {
  if (await act(c, guide, (tx) => isGroupThere(tx, guide, group))) return 'same'
  const today = localDateIn(sending.cameAt, c.var.signedIn.city.timeZone)
  return addGroup(c, guide, { ...group, heldOn: heldOnOf(group, sending, today) })
}

/** Refuses what checkGroupContact and the store refuse. */
export async function addGroup(
  c: Context<RequestEnv>,
  guide: Guide,
  contact: GroupContact,
): Promise<'added' | 'same' | Refusal> {
  const { codes, now } = c.var.services
  const today = localDateIn(now(), c.var.signedIn.city.timeZone)
  const refusal = await checkedAgainst(codes, guide, ({ register }) =>
    checkGroupContact(contact, register, today),
  )
  return refusal ?? act(c, guide, (tx) => addGroupContact(tx, guide, contact))
}
