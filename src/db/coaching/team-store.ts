import { sql } from 'kysely'
import type { LocalDate } from '../../domain/local-date.ts'
import { openOutcomes } from '../../domain/request/open-outcome.ts'
import type { Tx } from '../database.ts'

/** A theme on which a team got stuck. Unit: help requests; one may count in several of the last three. */
export interface HardTheme {
  readonly theme: string
  readonly requests: number
  readonly hard: number
  readonly noOffer: number
  readonly withBarrier: number
  readonly open: number
}

/** The team of a coach in a period; never per guide. */
export interface TeamThemes {
  readonly guides: number
  readonly requests: number
  readonly themes: readonly HardTheme[]
}

/** Themes of the actor's team by how many requests got stuck: no offer, something in the way, or still open. */
export async function readTeamThemes(
  tx: Tx,
  { from, to, most }: { readonly from: LocalDate; readonly to: LocalDate; readonly most: number },
): Promise<TeamThemes> {
  const { rows } = await sql<TeamThemes>`
    with team as materialized (
      select id from member where city_id = app_city() and coach_id = app_member() and disabled_at is null
    ), counted as materialized (
      select theme, count(*)::integer as requests,
        count(*) filter (where no_offer or barrier or open)::integer as hard,
        count(*) filter (where no_offer)::integer as "noOffer",
        count(*) filter (where barrier)::integer as "withBarrier",
        count(*) filter (where open)::integer as open
      from (
        select theme, outcome = 'no_offer' as no_offer, cardinality(barriers) > 0 as barrier,
          outcome = any (${[...openOutcomes]}::text[]) as open
        from help_request
        where city_id = app_city() and guide_id in (select id from team) and received_on between ${from} and ${to}
          and voided_at is null
      ) r group by theme
    ), hardest as (
      select * from counted where hard > 0 order by hard desc, theme limit ${most}
    )
    select (select count(*)::integer from team) as guides,
      (select coalesce(sum(requests), 0)::integer from counted) as requests,
      coalesce((select jsonb_agg(to_jsonb(h) order by hard desc, theme) from hardest h), '[]') as themes`.execute(
    tx,
  )
  const [found] = rows
  if (!found) throw new Error('a count without its row')
  return found
}
