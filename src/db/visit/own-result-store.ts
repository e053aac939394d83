import { sql } from 'kysely'
import type { MemberId } from '../../domain/id.ts'
import type { Count, Period } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'

/** Requests that the actor noted in a period, by what came of them so far. */
export const countOwnOutcomes = (tx: Tx, { from, to }: Period): Promise<Count[]> =>
  tx
    .selectFrom('help_request')
    .where('guide_id', '=', sql<MemberId>`(select app_member())`)
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .where('voided_at', 'is', null)
    .groupBy('outcome')
    .select(['outcome as code', sql<number>`count(*)::int`.as('requests')])
    .orderBy('outcome')
    .execute()
