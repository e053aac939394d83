import { sql } from 'kysely'
import { isUnanswered } from '../../domain/request/request-rule.ts'
import type { Tx } from '../database.ts'

/** Codes that the actor chose most of late, the most frequent first. */
export interface Habits {
  readonly nationalities: readonly string[]
  readonly contactLanguages: readonly string[]
}

/**
 * Out of the newest requests of the actor's own organisation; the actor's own weigh most, so that a new colleague begins
 * with what the others meet.
 */
export async function readHabits(tx: Tx): Promise<Habits> {
  const { rows } = await sql<{ field: string; code: string }>`
    with newest as (
      select nationality, contact_language, case when guide_id = app_member() then 5 else 1 end as weight
      from help_request
      where city_id = app_city() and organization_id = app_organization() and voided_at is null
      order by received_on desc, received_at desc, id desc
      limit 500
    )
    select 'nationality' as field, nationality as code, sum(weight) as weight from newest group by nationality
    union all
    select 'contactLanguage', contact_language, sum(weight) from newest group by contact_language
    order by weight desc, code`.execute(tx)
  const of = (wanted: string) =>
    rows.flatMap(({ field, code }) => (field === wanted && !isUnanswered(code) ? [code] : [])).slice(0, most)
  return { nationalities: of('nationality'), contactLanguages: of('contactLanguage') }
}

const most = 12
