import { type RawBuilder, sql } from 'kysely'
import type { DeskId, HelpRequestId, MemberId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Tx } from '../database.ts'

export interface RequestFilter {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly desk?: readonly DeskId[] | undefined
  readonly guide?: readonly MemberId[] | undefined
  readonly theme?: readonly string[] | undefined
  readonly subTheme?: readonly string[] | undefined
  readonly clientKind?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  readonly nationality?: readonly string[] | undefined
  readonly contactLanguage?: readonly string[] | undefined
  readonly outcome?: readonly string[] | undefined
  readonly barrier?: readonly string[] | undefined
  readonly origin?: readonly string[] | undefined
  /** What somebody searches for. */
  readonly q?: string | undefined
}

/** Where a page begins: just after this request in the order of the list. */
export interface ListPosition {
  readonly receivedOn: LocalDate
  /** To the microsecond, as PostgreSQL keeps it. */
  readonly receivedAt: string
  readonly id: HelpRequestId
}

/** The requests that the actor may see, newest first; no sensitive codes, no notes. */
export const listHelpRequests = (
  tx: Tx,
  filter: RequestFilter & {
    readonly after?: ListPosition | undefined
    readonly limit: number
    readonly timeZone: string
  },
) =>
  filtered(tx, filter)
    .innerJoin('desk as d', (join) =>
      join.onRef('d.city_id', '=', 'r.city_id').onRef('d.id', '=', 'r.desk_id'),
    )
    .innerJoin('member as g', (join) =>
      join.onRef('g.city_id', '=', 'r.city_id').onRef('g.id', '=', 'r.guide_id'),
    )
    .innerJoin('organization as o', (join) =>
      join.onRef('o.city_id', '=', 'r.city_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .select(['r.id', 'r.received_on as receivedOn', 'd.name as desk', 'g.name as guide'])
    .select(['o.name as organization', 'r.channel', 'r.origin', 'r.asked_by as askedBy', 'r.barriers'])
    .select(['r.language_help as languageHelp', 'r.neighbourhood', 'r.first_visit as firstVisit'])
    .select(['r.referred_to_text as referredTo', 'r.tip'])
    .select(receivedTime(filter.timeZone).as('receivedTime'))
    .select([
      'r.client_kind as clientKind',
      'r.status',
      'r.nationality',
      'r.contact_language as contactLanguage',
    ])
    .select(['r.theme', 'r.sub_theme as subTheme', 'r.actions', 'r.who_did_it as whoDidIt', 'r.outcome'])
    .select(exactly.as('receivedAt'))
    .$if(filter.after !== undefined, (query) => query.where(beyond(filter.after)))
    .orderBy('r.received_on', 'desc')
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit)
    .execute()

/** How many requests the actor may see under this filter. */
export async function countHelpRequests(tx: Tx, filter: RequestFilter): Promise<number> {
  const { requests } = await filtered(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('requests'))
    .executeTakeFirstOrThrow()
  return requests
}

function filtered(tx: Tx, { from, to, theme }: RequestFilter) {
  let query = tx.selectFrom('help_request as r').where('r.voided_at', 'is', null)
  if (from) query = query.where('r.received_on', '>=', from)
  if (to) query = query.where('r.received_on', '<=', to)
  if (theme) query = query.where('r.theme', 'in', theme)
  return query
}

const receivedTime = (timeZone: string): RawBuilder<string | null> =>
  sql`case when r.time_known then to_char(r.received_at at time zone ${timeZone}, 'HH24:MI') end`

const exactly = sql<string>`to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const beyond = (after: ListPosition | undefined) =>
  sql<boolean>`(r.received_on, r.received_at, r.id) < (${after?.receivedOn}::date, ${after?.receivedAt}::timestamptz, ${after?.id}::uuid)`
