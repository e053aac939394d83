import { sql } from 'kysely'
import type { MailingId } from '../../domain/id.ts'
import type { Tx } from '../database.ts'

export interface ClaimedLetter {
  readonly id: string
  readonly mailingId: MailingId
  readonly address: string
}

/** After so long nobody is busy with a letter any more: the server that took it is gone, and another takes it. */
const patience = '10 minutes'

/** The next letter of the city that is to go out, for whoever asks and for nobody else meanwhile. */
export async function claimLetter(tx: Tx, now: Date): Promise<ClaimedLetter | undefined> {
  const { rows } = await sql<ClaimedLetter>`
    update report_letter set tried_at = ${now}
    where city_id = app_city() and id = (
      select id from report_letter
      where city_id = app_city() and accepted_at is null and failed_at is null
        and (tried_at is null or tried_at < ${now}::timestamptz - ${patience}::interval)
      order by mailing_id, position limit 1 for update skip locked)
    returning id, mailing_id as "mailingId", address`.execute(tx)
  return rows[0]
}

/** What became of a letter. A failure may be that of every other one of its mailing. */
export async function noteLetter(
  tx: Tx,
  { id, mailingId }: Pick<ClaimedLetter, 'id' | 'mailingId'>,
  outcome: {
    readonly at: Date
    readonly failure?: { readonly code: string; readonly isOfAll: boolean } | undefined
  },
): Promise<void> {
  const { at, failure } = outcome
  await tx
    .updateTable('report_letter')
    .set(failure ? { failed_at: at, failure: failure.code } : { accepted_at: at })
    .where('mailing_id', '=', mailingId)
    .where('accepted_at', 'is', null)
    .where('failed_at', 'is', null)
    .$if(!failure?.isOfAll, (query) => query.where('id', '=', id))
    .execute()
}
