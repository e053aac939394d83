import { sql } from 'kysely'
import type { Month } from '../../domain/local-date.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import type { KnownNames } from '../../domain/report/story/telling-part.ts'
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
 * request with a sensitive code, which only an actor who sees all of those can tell: the coordinator.
 */
export async function findStories(
  tx: Tx,
  { from, to }: Period,
  { after, limit, sought }: ListPage<ListPosition> & { readonly sought: string | undefined },
): Promise<FoundStory[]> {
  const { rows } = await sql<FoundStory>`
    select r.own_words as words, r.theme, to_char(r.received_on, 'YYYY-MM') as month,
      r.received_on as "receivedOn", r.id,
      to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "receivedAt"
    from help_request r
    where r.city_id = app_city() and r.may_quote and r.voided_at is null and r.received_on between ${from} and ${to}
      and not exists (select from help_request_sensitive s where s.city_id = r.city_id and s.id = r.id)
      and not exists (
        select from unnest(folded_words(${sought ?? ''})) as part
        where not exists (select from unnest(folded_words(r.own_words)) as said where starts_with(said, part)))
      ${after ? sql`and (r.received_on, r.received_at, r.id) < (${after.receivedOn}, ${after.receivedAt}, ${after.id})` : sql``}
    order by r.received_on desc, r.received_at desc, r.id desc
    limit ${limit}`.execute(tx)
  return rows
}

/** Whom and which places the city knows by name; neighbourhoods as they were noted in the period. */
export async function readKnownNames(
  tx: Tx,
  { from, to }: Period,
): Promise<Pick<KnownNames, 'people' | 'places'>> {
  const { rows } = await sql<{ people: string[]; places: string[] }>`
    select array(select name from member union select name from organization) as people,
      array(
        select name from desk union
        select neighbourhood from help_request
        where city_id = app_city() and received_on between ${from} and ${to} and length(neighbourhood) > 3) as places`.execute(
    tx,
  )
  return rows[0] ?? { people: [], places: [] }
}
