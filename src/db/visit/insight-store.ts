import { sql } from 'kysely'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Tx } from '../database.ts'

/** What colleagues know about a theme; never which request, day or person it comes from. Unit: help requests. */
export interface Insight {
  readonly tips: readonly string[]
  /** On which the rest is counted: the newest of the theme since a day that are finished. */
  readonly requests: number
  readonly actions: readonly { readonly code: string; readonly requests: number }[]
  /** For how many no offer was found. */
  readonly noOffer: number
}

const mostCounted = 1000
const mostTips = 5
const mostActions = 3

/** Out of what the actor may see, of this theme, since this day. */
export async function readInsight(
  tx: Tx,
  { theme, since }: { readonly theme: string; readonly since: LocalDate },
): Promise<Insight> {
  const { rows } = await sql<Insight>`
    with newest as materialized (
      select tip, actions, outcome, unfinished, row_number() over () as place from help_request
      where city_id = app_city() and theme = ${theme} and received_on >= ${since} and voided_at is null
      order by received_on desc, received_at desc, id desc
      limit ${mostCounted}
    ), tip as (
      select tip, min(place) as place from newest where tip is not null group by tip order by 2 limit ${mostTips}
    ), action as (
      select code, count(*)::integer as requests from newest, unnest(actions) as code
      where not unfinished
      group by code order by 2 desc, 1 limit ${mostActions}
    )
    select (select count(*)::integer from newest where not unfinished) as requests,
      (select count(*)::integer from newest where outcome = 'no_offer' and not unfinished) as "noOffer",
      coalesce((select jsonb_agg(tip order by place) from tip), '[]') as tips,
      coalesce((select jsonb_agg(jsonb_build_object('code', code, 'requests', requests)) from action), '[]') as actions`.execute(
    tx,
  )
  const [insight] = rows
  if (!insight) throw new Error('a count without its row')
  return insight
}
