import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import { erasedBefore } from '../../domain/report/mailing-erasure.ts'
import { asActor } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { listCities } from '../city/city-store.ts'
import type { Database, Tx } from '../database.ts'

/**
 * Erases in every city to whom reports were sent long ago, and with which words; the server does so every hour. How many
 * letters there were and what became of each stays.
 */
export async function eraseAddresses(db: Database, now: Date): Promise<void> {
  for (const { id: cityId } of await listCities(db)) {
    const actor = { kind: 'job', cityId } as const
    await asActor(db, actor, (tx) => eraseOfCity(tx, actor, now))
  }
}

async function eraseOfCity(tx: Tx, actor: Actor, now: Date): Promise<void> {
  const mailings = await tx
    .updateTable('report_mailing')
    .set({ reply_to: null, message: '', erased_at: now })
    .where('made_at', '<', erasedBefore(now))
    .where('erased_at', 'is', null)
    .returning(['id', 'snapshot_id as snapshotId'])
    .execute()
  for (const { id, snapshotId } of mailings) {
    // What waits still has nowhere to go now.
    await tx
      .updateTable('report_letter')
      .set({
        address: null,
        failed_at: sql`case when accepted_at is null then coalesce(failed_at, ${now}) end`,
        failure: sql`case when accepted_at is null then coalesce(failure, 'mail_too_late') end`,
      })
      .where('mailing_id', '=', id)
      .execute()
    await writeAuditEvent(tx, actor, { event: 'report.addresses_erased', subjectId: snapshotId })
  }
}
