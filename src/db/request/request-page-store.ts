import { type Compilable, type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { HelpRequestId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Question, Tx } from '../database.ts'
import { type GapOf, prepareQuery } from '../prepared-query.ts'
import type { Wanted } from './help-request-store.ts'
import { jsonOf } from './request-json.ts'
import { selectRequests } from './request-row-store.ts'

/** Where a page begins: just after this request in the order of the list. */
export interface ListPosition {
  readonly receivedOn: LocalDate
  /** To the microsecond, as PostgreSQL keeps it. */
  readonly receivedAt: string
  readonly id: HelpRequestId
}

export interface WantedPage extends Wanted {
  /** The one theme that is asked for, where nothing else is. */
  readonly onlyTheme?: string | undefined
  readonly after?: ListPosition | undefined
  readonly limit: number
  readonly timeZone: string
}

export interface ListedPage {
  /** The requests as a JSON array: they go out as they are, so nobody takes them apart and together again. */
  readonly items: string
  /** Undefined when this is the last page. */
  readonly next: ListPosition | undefined
}

/** What is asked for a page of the requests that the actor may see, newest first. */
export function askPage(tx: Tx, actor: Actor, page: WantedPage): Question<PageRow> {
  const values: Values = {
    asked: page.asked ?? null,
    from: page.from ?? null,
    to: page.to ?? null,
    day: page.after?.receivedOn ?? null,
    moment: page.after?.receivedAt ?? null,
    id: page.after?.id ?? null,
    limit: page.limit,
    timeZone: page.timeZone,
    theme: page.onlyTheme ?? null,
  }
  return pages[wayTo(actor, page)](tx, values)
}

/** The page in its one row. */
export function pageIn([row]: readonly PageRow[], limit: number): ListedPage {
  const items = `[${row?.items ?? ''}]`
  if (!row || row.found <= limit) return { items, next: undefined }
  return { items, next: { receivedOn: row.day, receivedAt: `${row.moment.replace(' ', 'T')}Z`, id: row.id } }
}

interface Values {
  readonly asked: string | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly day: LocalDate | null
  readonly moment: string | null
  readonly id: HelpRequestId | null
  readonly limit: number
  readonly timeZone: string
  readonly theme: string | null
}

/** The last of the page, and how many were found of it and one more. */
export interface PageRow {
  readonly found: number
  readonly items: string | null
  readonly day: LocalDate
  readonly moment: string
  readonly id: HelpRequestId
}

/** Indexes in the order of the list lead to all requests of a city and to those of a theme; a search leads to any. */
type Way = 'all' | 'theme' | 'search'

function wayTo(actor: Actor, { asked, onlyTheme }: WantedPage): Way {
  // Whoever may see a part of the city only would read past all the rest of it.
  if (actor.kind === 'member' && !actor.roles.includes('coordinator')) return 'search'
  if (onlyTheme !== undefined) return 'theme'
  return asked === undefined ? 'all' : 'search'
}

const pages = {
  search: prepareQuery<Values, PageRow>((tx, gap) =>
    writePage(
      tx,
      gap,
      sql`r.id = any(array(select find_requests(${gap('asked')}::tsquery, ${gap('from')}::date,
      ${gap('to')}::date, ${gap('day')}::date, ${gap('moment')}::timestamptz, ${gap('id')}::uuid,
      ${gap('limit')}::int + 1)))`,
    ),
  ),
  all: prepareQuery<Values, PageRow>((tx, gap) => writePage(tx, gap, inOrder(gap))),
  theme: prepareQuery<Values, PageRow>((tx, gap) =>
    writePage(tx, gap, sql`${inOrder(gap)} and r.theme = ${gap('theme')}::text`),
  ),
}

const inOrder = (gap: GapOf<Values>): RawBuilder<boolean> => sql`r.voided_at is null
  and r.received_on between coalesce(${gap('from')}::date, '-infinity') and coalesce(${gap('to')}::date, 'infinity')
  and (r.received_on, r.received_at, r.id) < (coalesce(${gap('day')}::date, 'infinity'),
    coalesce(${gap('moment')}::timestamptz, 'infinity'),
    coalesce(${gap('id')}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`

/** One request more than the page holds tells whether another page follows. */
function writePage(tx: Tx, gap: GapOf<Values>, which: RawBuilder<boolean>): Compilable<PageRow> {
  const listed = selectRequests(tx, gap('timeZone'))
    .select(sql<string>`r.received_at at time zone 'UTC'`.as('moment'))
    .where(which)
    .limit(sql<number>`${gap('limit')}::int + 1`)
  const page = sql<PageRow>`select count(*) as found,
      string_agg(json, ',') filter (where place <= ${gap('limit')}::int) as items,
      max(day) filter (where place = ${gap('limit')}::int) as day,
      max(moment) filter (where place = ${gap('limit')}::int) as moment,
      max(id) filter (where place = ${gap('limit')}::int) as id
    from (
      select row_number() over () as place, listed."receivedOn"::text as day, listed.moment::text as moment,
        listed.id::text as id, ${jsonOf('listed')} as json
      from (${listed}) as listed
    ) as numbered`
  return { compile: () => page.compile(tx) }
}
