import { type RawBuilder, sql } from 'kysely'
import type { CityId } from '../../domain/id.ts'
import type { Tx } from '../database.ts'

/**
 * The actor's requests as the list and the export show them, newest first: no sensitive codes, no notes, no minutes.
 * Which ones is up to whoever asks; those that were voided are left out by them too.
 */
export const selectRequests = (tx: Tx, timeZone: RawBuilder<string>) =>
  tx
    .selectFrom('help_request as r')
    .where('r.city_id', '=', sql<CityId>`app_city()`)
    .innerJoin('desk as d', (join) =>
      join.onRef('d.city_id', '=', 'r.city_id').onRef('d.id', '=', 'r.desk_id'),
    )
    .innerJoin('member as g', (join) =>
      join.onRef('g.city_id', '=', 'r.city_id').onRef('g.id', '=', 'r.guide_id'),
    )
    .innerJoin('organization as o', (join) =>
      join.onRef('o.city_id', '=', 'r.city_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .leftJoin('member as c', (join) =>
      join.onRef('c.city_id', '=', 'r.city_id').onRef('c.id', '=', 'r.caretaker_id'),
    )
    .select(['r.id', 'r.received_on as receivedOn', receivedTime(timeZone).as('receivedTime')])
    .select(['d.name as desk', 'g.name as guide', 'c.name as caretaker', 'o.name as organization'])
    .select(['r.channel', 'r.origin'])
    .select(['r.client_kind as clientKind', 'r.asked_by as askedBy', 'r.status', 'r.nationality'])
    .select(['r.contact_language as contactLanguage', 'r.language_help as languageHelp', 'r.neighbourhood'])
    .select(['r.first_visit as firstVisit', 'r.theme', 'r.sub_theme as subTheme', 'r.actions'])
    .select([
      'r.who_did_it as whoDidIt',
      'r.outcome',
      'r.barriers',
      'r.referred_to_text as referredTo',
      'r.tip',
    ])
    .orderBy('r.received_on', 'desc')
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id', 'desc')

const receivedTime = (timeZone: RawBuilder<string>): RawBuilder<string | null> =>
  sql`case when r.time_known then to_char(r.received_at at time zone ${timeZone}, 'HH24:MI') end`
