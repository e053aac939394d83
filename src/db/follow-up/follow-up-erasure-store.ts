import { sql } from 'kysely'
import type { City } from '../../domain/city.ts'
import { followUpsErased } from '../../domain/follow-up/follow-up-erasure.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { asActor } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database } from '../database.ts'

/** Erases what was done or due long ago in a city; the server does so every hour. */
export async function eraseFollowUps(db: Database, { id: cityId, timeZone }: City, today: LocalDate) {
  const actor = { kind: 'job', cityId } as const
  const { doneBefore, dueBefore } = followUpsErased(today)
  await asActor(db, actor, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('follow_up')
      .where(({ or, eb }) =>
        or([
          eb('due_on', '<', dueBefore),
          eb(sql<LocalDate>`(done_at at time zone ${timeZone})::date`, '<', doneBefore),
        ]),
      )
      .executeTakeFirstOrThrow()
    const details = { followUps: Number(numDeletedRows) }
    if (numDeletedRows > 0n) await writeAuditEvent(tx, actor, { event: 'follow_up.erased', details })
  })
}
