import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { MailingId, SnapshotId } from '../../domain/id.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { MailedFormat } from '../../domain/report/mailing.ts'
import type { ReportAudience } from '../../domain/report/report-format.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** What goes to whom, as it was asked. */
export interface NewMailing {
  readonly id: MailingId
  readonly snapshotId: SnapshotId
  readonly audience: ReportAudience
  readonly language: StaffLanguage
  readonly formats: readonly MailedFormat[]
  /** What the letter says beside our own words; may be empty. */
  readonly message: string
  readonly addresses: readonly string[]
  readonly replyTo: string
}

export interface Letter {
  /** Null once it is erased. */
  readonly address: string | null
  readonly acceptedAt: Date | null
  readonly failedAt: Date | null
  /** A code of ours. */
  readonly failure: string | null
}

export interface Mailing extends Omit<NewMailing, 'addresses' | 'replyTo'> {
  /** Null once it is erased. */
  readonly replyTo: string | null
  readonly erasedAt: Date | null
  readonly madeAt: Date
  readonly madeBy: string
  readonly letters: readonly Letter[]
}

/** Keeps a mailing with a letter for each address; again it keeps nothing. Refuses `id_taken`: another has this id. */
export async function addMailing(
  tx: Tx,
  actor: Extract<Actor, { kind: 'member' }>,
  { id, snapshotId, replyTo, addresses, formats, ...wanted }: NewMailing,
): Promise<{ readonly mailing: Mailing; readonly isNew: boolean } | Refusal> {
  const { cityId: city_id, memberId: member_id } = actor
  const added = await tx
    .insertInto('report_mailing')
    .values({
      ...{ city_id, id, snapshot_id: snapshotId, formats: [...formats], reply_to: replyTo, member_id },
      ...wanted,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) {
    const letters = addresses.map((address, position) => ({ position, address }))
    await tx
      .insertInto('report_letter')
      .values(letters.map((letter) => ({ city_id, id: makeUuid(), mailing_id: id, ...letter })))
      .execute()
    const details = { audience: wanted.audience, formats: formats.join(), letters: letters.length }
    await writeAuditEvent(tx, actor, { event: 'report.sent', subjectId: snapshotId, details })
  }
  const mailing = await findMailing(tx, id)
  const asked = { snapshotId, addresses, formats, ...wanted }
  if (!mailing || !isSame(mailing, asked)) return refuse('id_taken')
  return { mailing, isNew: added !== undefined }
}

const isSame = (kept: Mailing, asked: Omit<NewMailing, 'id' | 'replyTo'>): boolean =>
  kept.snapshotId === asked.snapshotId &&
  kept.audience === asked.audience &&
  kept.language === asked.language &&
  kept.message === asked.message &&
  kept.formats.join() === asked.formats.join() &&
  kept.letters.map(({ address }) => address).join() === asked.addresses.join()

/** Lets the letters that failed go out once more, where their addresses are still known; undefined when there is no such mailing. */
export async function retryMailing(tx: Tx, actor: Actor, id: MailingId): Promise<Mailing | undefined> {
  const again = await tx
    .updateTable('report_letter')
    .set({ tried_at: null, failed_at: null, failure: null })
    .where('mailing_id', '=', id)
    .where('failed_at', 'is not', null)
    .where('address', 'is not', null)
    .returning('id')
    .execute()
  const mailing = await findMailing(tx, id)
  if (mailing && again.length > 0) {
    const details = { audience: mailing.audience, letters: again.length }
    await writeAuditEvent(tx, actor, { event: 'report.sent_again', subjectId: mailing.snapshotId, details })
  }
  return mailing
}

/** What was sent of a report, newest first. */
export async function listMailings(tx: Tx, snapshotId: SnapshotId): Promise<Mailing[]> {
  const query = selectMailings(tx).where('g.snapshot_id', '=', snapshotId)
  return (await query.orderBy('g.made_at', 'desc').orderBy('g.id', 'desc').execute()).map(mailingOf)
}

export async function findMailing(tx: Tx, id: MailingId): Promise<Mailing | undefined> {
  const row = await selectMailings(tx).where('g.id', '=', id).executeTakeFirst()
  return row && mailingOf(row)
}

/** To whom the city sent its last report for each audience, as far as that is known, in the order of writing. */
export async function lastAddresses(tx: Tx): Promise<Partial<Record<ReportAudience, string[]>>> {
  const rows = await tx
    .selectFrom('report_mailing as g')
    .distinctOn('g.audience')
    .select('g.audience')
    .select(lettersOf)
    .where('g.erased_at', 'is', null)
    .orderBy('g.audience')
    .orderBy('g.made_at', 'desc')
    .orderBy('g.id', 'desc')
    .execute()
  return Object.fromEntries(
    rows.map(({ audience, letters }) => [audience, letters.flatMap(({ address }) => address ?? [])]),
  )
}

interface LetterRow {
  readonly address: string | null
  readonly accepted_at: string | null
  readonly failed_at: string | null
  readonly failure: string | null
}

const lettersOf = sql<readonly LetterRow[]>`(
  select json_agg(json_build_object('address', address, 'accepted_at', accepted_at, 'failed_at', failed_at,
    'failure', failure) order by position)
  from report_letter l where l.city_id = g.city_id and l.mailing_id = g.id)`.as('letters')

const selectMailings = (tx: Tx) =>
  tx
    .selectFrom('report_mailing as g')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'g.city_id').onRef('m.id', '=', 'g.member_id'),
    )
    .select([
      'g.id',
      'g.snapshot_id as snapshotId',
      'g.audience',
      'g.language',
      'g.formats',
      'g.message',
      'g.reply_to as replyTo',
      'g.made_at as madeAt',
      'g.erased_at as erasedAt',
      'm.name as madeBy',
    ])
    .select(lettersOf)

const mailingOf = <Row extends { readonly letters: readonly LetterRow[] }>({ letters, ...row }: Row) => ({
  ...row,
  letters: letters.map(({ address, accepted_at, failed_at, failure }) => ({
    address,
    acceptedAt: accepted_at === null ? null : new Date(accepted_at),
    failedAt: failed_at === null ? null : new Date(failed_at),
    failure,
  })),
})
