import { sql } from 'kysely'
import type { Month } from '../../domain/local-date.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'
import type { ListPage } from '../list-page.ts'
import type { ListPosition } from '../request/request-page-store.ts'

interface FoundStory extends ListPosition {
  readonly words: string
  readonly theme: string
  readonly month: Month
}

/**
 * What people said in a period and let the city quote, newest first; `sought`: words that are in it. Never that of a
 * request with a sensitive code.
 */
export async function findStories(
  tx: Tx,
  { from, to }: Period,
  { after, limit, sought }: ListPage<ListPosition> & { readonly sought: string | undefined },
): Promise<FoundStory[]> {
  const { rows } = await sql<FoundStory>`
    select s.own_words as words, r.theme, to_char(r.received_on, 'YYYY-MM') as month,
      r.received_on as "receivedOn", r.id,
      to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "receivedAt"
    from help_request_sensitive s join help_request r on r.city_id = s.city_id and r.id = s.id and r.voided_at is null
    where s.city_id = app_city() and s.may_quote and s.status is null and s.sub_theme is null
      and s.received_on between ${from} and ${to}
      and not exists (
        select from unnest(folded_words(${sought ?? ''})) as part
        where not exists (select from unnest(folded_words(s.own_words)) as said where starts_with(said, part)))
      ${after ? sql`and (r.received_on, r.received_at, r.id) < (${after.receivedOn}, ${after.receivedAt}, ${after.id})` : sql``}
    order by r.received_on desc, r.received_at desc, r.id desc
    limit ${limit}`.execute(tx)
  return rows
}
