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
    months: addUp(rows, (row) => row.receivedOn && [monthOf(row.receivedOn)]).map(({ code, requests }) => ({
      // because: monthOf made it
      month: code as Month,
      requests,
    })),
    clientKinds: addUp(rows, (row) => row.clientKind && [row.clientKind]),
    statuses: addUp([...rows, ...hiddenStatuses.flatMap(moveStatus)], (row) => row.status && [row.status]),
    nationalities: addUp(rows, (row) => row.nationality && [row.nationality]),
    themes: addUpThemes([...rows, ...sensitive.flatMap(moveSubTheme)]),
    languages: addUp(rows, (row) => row.contactLanguage && [row.contactLanguage]),
    whoDidIt: addUp(rows, (row) => row.whoDidIt && [row.whoDidIt]),
    outcomes: addUp(rows, (row) => row.outcome && [row.outcome]),
    origins: addUp(rows, (row) => row.origin && [row.origin]),
    desks: addUp(rows, (row) => row.desk && [row.desk]),
    actions: addUp(rows, (row) => row.actions),
    barriers: addUp(rows, (row) => row.barriers),
  }
}

/** A group of one of the grouping sets: the columns outside its set are null. */
interface CountedRow {
  readonly requests: number
  readonly receivedOn?: LocalDate | null
  readonly desk?: string | null
  readonly clientKind?: string | null
  readonly status?: string | null
  readonly origin?: string | null
  readonly nationality?: string | null
  readonly whoDidIt?: string | null
  readonly contactLanguage?: string | null
  readonly outcome?: string | null
  readonly theme?: string | null
  readonly subTheme?: string | null
  readonly actions?: readonly string[] | null
  readonly barriers?: readonly string[] | null
}

/**
 * Two dimensions share a grouping set where they can: over 10,000 rows seven sets took 16 ms and twelve sets 20
 * (docs/performance.md). addUp then adds up the margins.
 */
async function countRows(tx: Tx, { from, to }: Period): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    with counted as (
      select received_on, desk_id, client_kind, status, origin, nationality, who_did_it, contact_language, outcome,
        theme, sub_theme, actions, barriers, count(*) as requests
      from help_request
      where received_on between ${from} and ${to} and voided_at is null
      group by grouping sets ((received_on), (desk_id, client_kind), (status, origin), (nationality, who_did_it),
        (contact_language, outcome), (theme, sub_theme), (actions, barriers)))
    select requests, received_on as "receivedOn", desk.name as desk, client_kind as "clientKind", status, origin,
      nationality, who_did_it as "whoDidIt", contact_language as "contactLanguage", outcome, theme,
      sub_theme as "subTheme", actions, barriers
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

function addUp(
  rows: readonly CountedRow[],
  codesOf: (row: CountedRow) => readonly string[] | null | undefined | '',
): Count[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const code of codesOf(row) || []) counts.set(code, (counts.get(code) ?? 0) + row.requests)
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
    const subThemes = addUp(ofTheme, ({ subTheme }) => subTheme && [subTheme])
    return [
      ...(direct === 0 ? [] : [{ theme, subTheme: null, requests: direct }]),
      ...subThemes.map(({ code, requests }) => ({ theme, subTheme: code, requests })),
    ]
  })
}
