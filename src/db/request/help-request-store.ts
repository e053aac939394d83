import { type RawBuilder, sql } from 'kysely'
import type { CityId, HelpRequestId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Tx } from '../database.ts'

/** What is looked for: a tsquery (domain/request/request-filter.ts; none = everything) and a period. */
export interface Wanted {
  readonly asked?: string | undefined
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

/** Where a page begins: just after this request in the order of the list. */
export interface ListPosition {
  readonly receivedOn: LocalDate
  /** To the microsecond, as PostgreSQL keeps it. */
  readonly receivedAt: string
  readonly id: HelpRequestId
}

export interface ListPage extends Wanted {
  readonly after?: ListPosition | undefined
  readonly limit: number
  readonly timeZone: string
}

/** The requests that the actor may see, newest first; no sensitive codes, no notes, none that were voided. */
export const listHelpRequests = (tx: Tx, page: ListPage) =>
  selectRequests(tx, sql`any(array(select ${foundBy(page)}))`, page.timeZone)

/**
 * Every request that the actor may see and matches, newest first, a few thousand at a time and all as they are at one
 * moment: nothing else may have been asked in this transaction yet.
 */
export async function* readHelpRequests(tx: Tx, wanted: Wanted & { readonly timeZone: string }) {
  // Which they are is settled at once; what they say is read as it is asked for.
  await sql`declare found no scroll cursor for select ${foundBy({ ...wanted, limit: everything })} as id`.execute(
    tx,
  )
  while (true) {
    const { rows } = await sql<{ id: HelpRequestId }>`fetch ${sql.lit(batchSize)} from found`.execute(tx)
    if (rows.length === 0) return
    const ids = sql<HelpRequestId>`any(${rows.map(({ id }) => id)}::uuid[])`
    yield await selectRequests(tx, ids, wanted.timeZone)
  }
}

const everything = 2_147_483_647
const batchSize = 2000

const selectRequests = (tx: Tx, ids: RawBuilder<HelpRequestId>, timeZone: string) =>
  tx
    .selectFrom('help_request as r')
    .where('r.city_id', '=', sql<CityId>`app_city()`)
    .where('r.id', '=', ids)
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
    .select(receivedTime(timeZone).as('receivedTime'))
    .select(['r.client_kind as clientKind', 'r.status', 'r.nationality'])
    .select(['r.contact_language as contactLanguage', 'r.theme', 'r.sub_theme as subTheme', 'r.actions'])
    .select(['r.who_did_it as whoDidIt', 'r.outcome'])
    .select(exactMoment.as('receivedAt'))
    .orderBy('r.received_on', 'desc')
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()

/** How many requests the actor may see and match. */
export async function countHelpRequests(tx: Tx, { asked, from, to }: Wanted): Promise<number> {
  const { requests } = await tx
    .selectNoFrom(
      sql<number>`count_requests(${asked ?? null}::tsquery, ${from ?? null}::date, ${to ?? null}::date)`.as(
        'requests',
      ),
    )
    .executeTakeFirstOrThrow()
  return requests
}

/** A call of find_requests: the ids of the page. */
const foundBy = ({ asked, from, to, after, limit }: ListPage) =>
  sql<HelpRequestId>`find_requests(${asked ?? null}::tsquery, ${from ?? null}::date, ${to ?? null}::date,
    ${after?.receivedOn ?? null}::date, ${after?.receivedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid,
    ${limit}::int)`

const receivedTime = (timeZone: string): RawBuilder<string | null> =>
  sql`case when r.time_known then to_char(r.received_at at time zone ${timeZone}, 'HH24:MI') end`

const exactMoment = sql<string>`to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
