import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { AgreementContent } from '../../domain/client/client-card.ts'
import { belongsOnCard, type ClientKind } from '../../domain/client/client-rule.ts'
import type { ClientAgreementId, ClientId, HelpRequestId, OrganizationId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { type FollowUp, listOpenFollowUpsOfClient } from '../follow-up/follow-up-store.ts'

type Member = Extract<Actor, { kind: 'member' }>

/** Until when the actor's organisation may see what others noted. */
export interface Agreement {
  readonly id: ClientAgreementId
  readonly endsAt: Date
}

export interface Client {
  readonly id: ClientId
  readonly kind: ClientKind
  readonly agreement: Agreement | null
  /** Whether the actor's organisation knows who it is. */
  readonly hasFile: boolean
}

export async function findClient(tx: Tx, id: ClientId, now: Date): Promise<Client | undefined> {
  const client = await tx.selectFrom('client').select(['id', 'kind']).where('id', '=', id).executeTakeFirst()
  if (!client) return undefined
  const agreement = await tx
    .selectFrom('client_agreement')
    .select(['id', 'ends_at as endsAt'])
    .where('client_id', '=', id)
    .where('agreed_at', '<=', now)
    .where('ends_at', '>', now)
    .where('withdrawn_at', 'is', null)
    .orderBy('ends_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const file = await tx.selectFrom('client_file').select('id').where('client_id', '=', id).executeTakeFirst()
  return { ...client, agreement: agreement ?? null, hasFile: file !== undefined }
}

/** What was asked before; never more than a day, a theme and a result, so never a sensitive code. */
export interface AskedBefore {
  readonly id: HelpRequestId
  readonly receivedOn: LocalDate
  readonly theme: string
  readonly outcome: string
  readonly organizationId: OrganizationId
  readonly organization: string
}

const mostShown = 50

/**
 * What this client asked the actor's organisation, newest first; others too while the person agrees. That it was read is
 * written down. Refuses a client that is none (`not_found`).
 */
export async function readHistory(
  tx: Tx,
  actor: Member,
  id: ClientId,
  now: Date,
): Promise<AskedBefore[] | Refusal> {
  if (!(await findClient(tx, id, now))) return refuse('not_found')
  const { rows } = await sql<AskedBefore>`
    select h.id, h.received_on as "receivedOn", h.theme, h.outcome, h.organization_id as "organizationId", o.name as organization
    from client_history(${id}, ${now}, ${mostShown}) with ordinality as h
    join organization o on o.city_id = app_city() and o.id = h.organization_id
    order by h.ordinality`.execute(tx)
  const others = rows.filter(({ organizationId }) => organizationId !== actor.organizationId).length
  const details = { requests: rows.length, others }
  await writeAuditEvent(tx, actor, { event: 'client.history_read', subjectId: id, details })
  return rows
}

/**
 * What the actor's organisation still has to do for this client, the soonest first; of a household only what is for the
 * household. That it was read is written down. Refuses a client that is none (`not_found`).
 */
export async function readClientFollowUps(
  tx: Tx,
  actor: Member,
  { id, timeZone, now }: { readonly id: ClientId; readonly timeZone: string; readonly now: Date },
): Promise<FollowUp[] | Refusal> {
  const client = await findClient(tx, id, now)
  if (!client) return refuse('not_found')
  const followUps = await listOpenFollowUpsOfClient(tx, client, timeZone)
  const details = { followUps: followUps.length }
  await writeAuditEvent(tx, actor, { event: 'client.follow_ups_read', subjectId: id, details })
  return followUps
}

/** What is laid to a client waits here for whoever stops the card, and goes on only while there is one. */
export const holdClient = (tx: Tx, id: ClientId): Promise<{ readonly kind: ClientKind } | undefined> =>
  tx.selectFrom('client').select('kind').where('id', '=', id).forKeyShare().executeTakeFirst()

/**
 * Lays the requests of a visit that was just written to its client, where they belong there (belongsOnCard). A client who
 * is gone meanwhile takes none.
 */
export async function linkVisit(
  tx: Tx,
  { cityId, organizationId }: Member,
  visit: Visit,
  receivedAt: Date,
): Promise<void> {
  const { clientId, clientKind, requests } = visit
  if (clientId === undefined) return
  const client = await holdClient(tx, clientId)
  if (!client) return
  // Somebody with a file was here again.
  await tx
    .updateTable('client_file')
    .set({ last_contact_at: sql`greatest(last_contact_at, ${receivedAt})` })
    .where('client_id', '=', clientId)
    .execute()
  if (!belongsOnCard(client.kind, clientKind)) return
  const values = requests.map(({ id }) => ({
    city_id: cityId,
    id,
    client_id: clientId,
    organization_id: organizationId,
    received_at: receivedAt,
  }))
  await tx.insertInto('client_request').values(values).execute()
}

/**
 * Somebody lets the actor's organisation see what others noted, for so many days. Answers whether that was new. Refuses a
 * client that is none (`not_found`) and an id that holds something else, or what was taken back (`id_taken`).
 */
export async function addAgreement(
  tx: Tx,
  actor: Member,
  given: AgreementContent & { readonly id: ClientAgreementId; readonly clientId: ClientId },
  now: Date,
): Promise<{ readonly agreement: Agreement; readonly isNew: boolean } | Refusal> {
  const { id, clientId, days, language } = given
  if (!(await holdClient(tx, clientId))) return refuse('not_found')
  const endsAt = new Date(now.getTime() + days * dayInMs)
  const added = await tx
    .insertInto('client_agreement')
    .values({
      city_id: actor.cityId,
      id,
      client_id: clientId,
      organization_id: actor.organizationId,
      member_id: actor.memberId,
      language,
      agreed_at: now,
      ends_at: endsAt,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) {
    const known = await tx
      .selectFrom('client_agreement')
      .select(['id', 'agreed_at as agreedAt', 'ends_at as endsAt'])
      .where('id', '=', id)
      .where('client_id', '=', clientId)
      .where('language', '=', language)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    const isSame = known && known.endsAt.getTime() - known.agreedAt.getTime() === days * dayInMs
    return isSame ? { agreement: known, isNew: false } : refuse('id_taken')
  }
  await writeAuditEvent(tx, actor, { event: 'client.agreed', subjectId: clientId, details: { days } })
  return { agreement: { id, endsAt }, isNew: true }
}

const dayInMs = 86_400_000

/** Taken back at once. Refuses an agreement that the actor's organisation never had (`not_found`). */
export async function withdrawAgreement(
  tx: Tx,
  actor: Member,
  { id, clientId }: { readonly id: ClientAgreementId; readonly clientId: ClientId },
  now: Date,
): Promise<Refusal | undefined> {
  const agreement = await tx
    .selectFrom('client_agreement')
    .select('withdrawn_at')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .forUpdate()
    .executeTakeFirst()
  if (!agreement) return refuse('not_found')
  if (agreement.withdrawn_at) return undefined
  await tx.updateTable('client_agreement').set({ withdrawn_at: now }).where('id', '=', id).execute()
  await writeAuditEvent(tx, actor, { event: 'client.agreement_withdrawn', subjectId: clientId })
  return undefined
}
