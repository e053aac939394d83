import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { CardPicture } from '../../domain/client/card-picture.ts'
import { type CardFacts, cardStateOf, mayMove } from '../../domain/client/client-card.ts'
import type { ClientKind } from '../../domain/client/client-rule.ts'
import type { CardSheetId, ClientCardId, ClientId } from '../../domain/id.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { type Client, findClient } from './client-store.ts'

type Member = Extract<Actor, { kind: 'member' }>

export interface ClientCard extends CardFacts {
  readonly id: ClientCardId
  readonly pictures: readonly CardPicture[]
  readonly clientId: ClientId | null
}

export interface BlankCard {
  readonly id: ClientCardId
  /** A keyed hash of its code. */
  readonly digest: string
  readonly pictures: readonly CardPicture[]
}

const columns = [
  'id',
  'pictures',
  'client_id as clientId',
  'linked_at as linkedAt',
  'replaced_at as replacedAt',
  'stopped_at as stoppedAt',
] as const

/** Keeps the cards of a sheet that is being printed. Refuses a sheet of which cards are kept already (`id_taken`). */
export async function addCardSheet(
  tx: Tx,
  member: Member,
  sheetId: CardSheetId,
  cards: readonly BlankCard[],
): Promise<Refusal | undefined> {
  const { cityId, memberId } = member
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sheet ${cityId} ${sheetId}`}, 0))`.execute(tx)
  const printed = await tx
    .selectFrom('client_card')
    .select('id')
    .where('sheet_id', '=', sheetId)
    .executeTakeFirst()
  if (printed) return refuse('id_taken')
  await tx
    .insertInto('client_card')
    .values(
      cards.map(({ id, digest, pictures }) => ({
        city_id: cityId,
        id,
        sheet_id: sheetId,
        code_digest: digest,
        pictures: [...pictures],
        printed_by: memberId,
      })),
    )
    .execute()
  const details = { cards: cards.length }
  await writeAuditEvent(tx, member, { event: 'card_sheet.printed', subjectId: sheetId, details })
  return undefined
}

/** The card with a code, by its digest, and whose it is now; that it was looked for is written down. */
export async function lookUpCard(
  tx: Tx,
  actor: Actor,
  digest: string,
  now: Date,
): Promise<{ readonly card: ClientCard; readonly client: Client | undefined } | undefined> {
  const card = await tx
    .selectFrom('client_card')
    .select(columns)
    .where('code_digest', '=', digest)
    .executeTakeFirst()
  const state = card ? cardStateOf(card) : 'unknown'
  const subject = card ? { subjectId: card.clientId ?? card.id } : {}
  await writeAuditEvent(tx, actor, { event: 'card.looked_up', details: { state }, ...subject })
  if (!card) return undefined
  const { clientId } = card
  return { card, client: state === 'linked' && clientId ? await findClient(tx, clientId, now) : undefined }
}

/** One move at a time: whoever holds a card moves it. */
const holdCard = (tx: Tx, id: ClientCardId): Promise<ClientCard | undefined> =>
  tx.selectFrom('client_card').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/**
 * Links a blank card to a new client. Answers whether that was new. Refuses a card that is none (`not_found`) or not blank
 * (`card_not_blank`), and an id that holds another client (`id_taken`).
 */
export async function linkCard(
  tx: Tx,
  actor: Actor,
  { clientId, cardId, kind, now }: { clientId: ClientId; cardId: ClientCardId; kind: ClientKind; now: Date },
): Promise<{ readonly isNew: boolean } | Refusal> {
  const card = await holdCard(tx, cardId)
  if (!card) return refuse('not_found')
  const known = await tx.selectFrom('client').select('kind').where('id', '=', clientId).executeTakeFirst()
  if (known) return card.clientId === clientId && known.kind === kind ? { isNew: false } : refuse('id_taken')
  if (!mayMove('link', card)) return refuse('card_not_blank')
  const added = await tx
    .insertInto('client')
    .values({ city_id: actor.cityId, id: clientId, kind })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  // Somebody gave the same id to another card at this moment.
  if (added.numInsertedOrUpdatedRows !== 1n) return refuse('id_taken')
  await moveCard(tx, cardId, { client_id: clientId, linked_at: now })
  await writeAuditEvent(tx, actor, { event: 'card.linked', subjectId: clientId, details: { kind } })
  return { isNew: true }
}

/**
 * A lost card opens nothing any more, and a blank one takes its place, with all that was on it. Refuses cards that are none
 * (`not_found`), an old one that was not linked or is over (`card_not_linked`) and a new one that is not blank
 * (`card_not_blank`).
 */
export async function replaceCard(
  tx: Tx,
  actor: Actor,
  { lost, by, now }: { readonly lost: ClientCardId; readonly by: ClientCardId; readonly now: Date },
): Promise<Refusal | undefined> {
  // In one order, so that two who do this at once wait for each other.
  const [one, other] = lost < by ? [lost, by] : [by, lost]
  const held = [await holdCard(tx, one), await holdCard(tx, other)]
  const [old, fresh] = [lost, by].map((id) => held.find((card) => card?.id === id))
  if (!old || !fresh) return refuse('not_found')
  if (old.replacedAt && old.clientId !== null && fresh.clientId === old.clientId) return undefined
  if (!mayMove('replace', old)) return refuse('card_not_linked')
  if (!mayMove('link', fresh)) return refuse('card_not_blank')
  await moveCard(tx, lost, { replaced_at: now })
  await moveCard(tx, by, { client_id: old.clientId, linked_at: now })
  await writeAuditEvent(tx, actor, { event: 'card.replaced', subjectId: old.clientId ?? lost })
  return undefined
}

/**
 * For good and at once: the card opens nothing any more, and nothing says any longer which requests were of one client. The
 * requests stay, and count. Refuses a card that is none (`not_found`) or was replaced (`card_over`).
 */
export async function stopCard(
  tx: Tx,
  actor: Actor,
  id: ClientCardId,
  now: Date,
): Promise<Refusal | undefined> {
  const card = await holdCard(tx, id)
  if (!card) return refuse('not_found')
  if (card.stoppedAt) return undefined
  if (!mayMove('stop', card)) return refuse('card_over')
  if (card.clientId) await waitForClient(tx, card.clientId)
  await moveCard(tx, id, { client_id: null, stopped_at: now })
  if (card.clientId) {
    await tx
      .updateTable('client_card')
      .set({ client_id: null })
      .where('client_id', '=', card.clientId)
      .execute()
    await tx.deleteFrom('client').where('id', '=', card.clientId).execute()
  }
  await writeAuditEvent(tx, actor, { event: 'card.stopped', subjectId: card.clientId ?? id })
  return undefined
}

/** Whoever ends a client waits here for everybody who is laying something to it (holdClient). */
const waitForClient = (tx: Tx, id: ClientId) =>
  tx.selectFrom('client').select('id').where('id', '=', id).forUpdate().execute()

const moveCard = (
  tx: Tx,
  id: ClientCardId,
  facts: { client_id?: ClientId | null; linked_at?: Date; replaced_at?: Date; stopped_at?: Date },
) => tx.updateTable('client_card').set(facts).where('id', '=', id).execute()
