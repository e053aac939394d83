import { always } from '../../domain/calendar/timetable.ts'
import type { City } from '../../domain/city.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { tidyRoster } from '../../domain/people/roster.ts'
import { rosterContent } from '../../domain/people/roster-content.ts'
import { asActor } from '../as-actor.ts'
import type { Database, Tx } from '../database.ts'

/** Forgets what is over in a city: past weeks and absences, and all of whoever left. The server does so every hour. */
export const eraseRosters = (db: Database, { id: cityId }: City, today: LocalDate): Promise<void> =>
  asActor(db, { kind: 'job', cityId }, async (tx) => {
    const left = tx.selectFrom('member').select('id').where('disabled_at', 'is not', null)
    await tx.deleteFrom('roster').where('id', 'in', left).execute()
    await erasePast(tx, today)
  })

/** The version stays: whoever is changing it forgets the same. */
async function erasePast(tx: Tx, today: LocalDate): Promise<void> {
  const rows = await tx
    .selectFrom('roster')
    .select(['id', 'languages', 'weeks', 'absences'])
    .forUpdate()
    .execute()
  for (const { id, ...row } of rows) {
    const kept = tidyRoster(rosterContent.parse(row), always)
    const { weeks, absences } = tidyRoster(kept, today)
    if (weeks.length === kept.weeks.length && absences.length === kept.absences.length) continue
    const left = { weeks: JSON.stringify(weeks), absences: JSON.stringify(absences) }
    await tx.updateTable('roster').set(left).where('id', '=', id).execute()
  }
}
