import { sql } from 'kysely'
import { type LocalDate, type Month, monthOf } from '../../domain/local-date.ts'
import type { Count, Period, ReportCounts } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'

/**
 * Counts the help requests of a period along every dimension of the report. Unit: requests that are not voided.
 * One pass over the period's own rows, whatever else the databank holds. Sensitive codes come back to their figures
 * here, and only as figures.
 */
export async function countForReport(tx: Tx, period: Period): Promise<ReportCounts> {
  const rows = await countRows(tx, period)
  const sensitive = await countSensitive(tx, period)
  const hiddenStatuses = sensitive.filter(({ status }) => status !== null)
  return {
    months: addUp(rows, ({ day }) => day && monthOf(day)).map(({ code, requests }) => ({
      // because: monthOf made it
      month: code as Month,
      requests,
    })),
    clientKinds: addUp(rows, (row) => row.clientKind),
    statuses: addUp([...rows, ...hiddenStatuses.flatMap(moveStatus)], (row) => row.status),
    nationalities: addUp(rows, (row) => row.nationality),
    themes: addUpThemes([...rows, ...sensitive.flatMap(moveSubTheme)]),
    languages: addUp(rows, (row) => row.contactLanguage),
    whoDidIt: addUp(rows, (row) => row.whoDidIt),
    outcomes: addUp(rows, (row) => row.outcome),
    origins: addUp(rows, (row) => row.origin),
    desks: addUp(rows, (row) => row.desk),
    firstVisits: addUp(rows, (row) => row.visit),
    actions: addUp(rows, (row) => row.action),
    barriers: addUp(rows, (row) => row.barrier),
  }
}

/** What was counted of one code, or of one sub-theme of a theme: all else is null. */
interface CountedRow {
  readonly requests: number
  /** The first of a month. */
  readonly day?: LocalDate | null
  readonly desk?: string | null
  readonly clientKind?: string | null
  readonly visit?: string | null
  readonly status?: string | null
  readonly origin?: string | null
  readonly nationality?: string | null
  readonly whoDidIt?: string | null
  readonly contactLanguage?: string | null
  readonly outcome?: string | null
  readonly theme?: string | null
  readonly subTheme?: string | null
  readonly action?: string | null
  readonly barrier?: string | null
}

/**
 * The period's rows are read once, two dimensions to a grouping set where they can; the few groups that come of it are
 * counted again by each. Adding those up here instead took longer than the counting (docs/performance.md).
 */
async function countRows(tx: Tx, { from, to }: Period): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    with grouped as materialized (
      select received_on, desk_id, client_kind, first_visit, status, origin, nationality, who_did_it, contact_language,
        outcome, theme, sub_theme, actions, barriers, count(*) as requests
      from help_request
      where received_on between ${from} and ${to} and voided_at is null
      group by grouping sets ((received_on), (desk_id, client_kind, first_visit), (status, origin),
        (nationality, who_did_it), (contact_language, outcome), (theme, sub_theme), (actions), (barriers))
    ), counted as (
      select date_trunc('month', received_on)::date as day, desk_id, client_kind, visit, status, origin, nationality,
        who_did_it, contact_language, outcome, theme, sub_theme, null as action, null as barrier,
        sum(requests) as requests
      from (
        select *, case when first_visit then 'first' when not first_visit then 'again'
          when desk_id is not null then 'not_asked' end as visit
        from grouped where actions is null and barriers is null) as one
      group by grouping sets ((date_trunc('month', received_on)::date), (desk_id), (client_kind), (visit), (status),
        (origin), (nationality), (who_did_it), (contact_language), (outcome), (theme, sub_theme))
      union all
      select null, null, null, null, null, null, null, null, null, null, null, null, action, null, sum(requests)
      from grouped, unnest(actions) as action group by action
      union all
      select null, null, null, null, null, null, null, null, null, null, null, null, null, barrier, sum(requests)
      from grouped, unnest(barriers) as barrier group by barrier
    )
    select requests::int, day, desk.name as desk, client_kind as "clientKind", visit, status, origin, nationality,
      who_did_it as "whoDidIt", contact_language as "contactLanguage", outcome, theme, sub_theme as "subTheme",
      action, barrier
    from counted left join desk on desk.city_id = app_city() and desk.id = counted.desk_id`.execute(tx)
  return rows
}

interface SensitiveCount {
  readonly theme: string
  readonly status: string | null
  readonly subTheme: string | null
  readonly requests: number
}

const countSensitive = (tx: Tx, { from, to }: Period): Promise<SensitiveCount[]> =>
  tx
    .selectFrom('help_request_sensitive as s')
    .innerJoin('help_request as r', (join) =>
      join.onRef('r.city_id', '=', 's.city_id').onRef('r.id', '=', 's.id'),
    )
    .where('s.received_on', '>=', from)
    .where('s.received_on', '<=', to)
    .where('r.voided_at', 'is', null)
    .where(({ eb, or }) => or([eb('s.status', 'is not', null), eb('s.sub_theme', 'is not', null)]))
    .groupBy(['r.theme', 's.status', 's.sub_theme'])
    .select(['r.theme', 's.status', 's.sub_theme as subTheme'])
    .select(({ fn }) => fn.countAll<number>().as('requests'))
    .execute()

/** The row said `not_asked` in place of the sensitive status: take it from there. */
const moveStatus = ({ status, requests }: SensitiveCount): CountedRow[] => [
  { status: 'not_asked', requests: -requests },
  { status, requests },
]

/** The row held its theme only, in place of the sensitive sub-theme: take it from there. */
const moveSubTheme = ({ theme, subTheme, requests }: SensitiveCount): CountedRow[] =>
  subTheme === null
    ? []
    : [
        { theme, subTheme: null, requests: -requests },
        { theme, subTheme, requests },
      ]

function addUp(rows: readonly CountedRow[], codeOf: (row: CountedRow) => string | null | undefined): Count[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const code = codeOf(row)
    if (code) counts.set(code, (counts.get(code) ?? 0) + row.requests)
  }
  return [...counts].flatMap(([code, requests]) => (requests === 0 ? [] : [{ code, requests }]))
}

function addUpThemes(rows: readonly CountedRow[]): ReportCounts['themes'] {
  const themes = Map.groupBy(rows, ({ theme }) => theme ?? null)
  return [...themes].flatMap(([theme, ofTheme]) => {
    if (theme === null) return []
    const direct = ofTheme
      .filter(({ subTheme }) => !subTheme)
      .reduce((sum, { requests }) => sum + requests, 0)
    const subThemes = addUp(ofTheme, ({ subTheme }) => subTheme)
    return [
      ...(direct === 0 ? [] : [{ theme, subTheme: null, requests: direct }]),
      ...subThemes.map(({ code, requests }) => ({ theme, subTheme: code, requests })),
    ]
  })
}
