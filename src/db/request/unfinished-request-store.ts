import { sql } from 'kysely'
import type { MemberId } from '../../domain/id.ts'
import type { Tx } from '../database.ts'
import { selectRequests } from './request-row-store.ts'

const most = 200

/** What the actor noted to finish later, or looks after since whoever noted it left; the newest first. */
export const listUnfinished = (tx: Tx, timeZone: string) => {
  const self = sql<MemberId>`(select app_member())`
  return selectRequests(tx, sql`${timeZone}`)
    .select('r.version')
    .where('r.unfinished', '=', true)
    .where('r.voided_at', 'is', null)
    .where(({ or, eb }) => or([eb('r.guide_id', '=', self), eb('r.caretaker_id', '=', self)]))
    .limit(most)
    .execute()
}
