import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import { readDesks } from '../../domain/calendar/opening-day.ts'
import { type ImportId, importId } from '../../domain/id.ts'
import { makeClock } from '../../domain/import/clock.ts'
import { daysFromTo, weekdayOf } from '../../domain/local-date.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import {
  type OpenDesk,
  type SeedBasis,
  type SeedRequest,
  seedRequests,
} from '../../domain/seed/seed-request.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { readCityCalendar } from '../city/calendar-store.ts'
import { listCodes, statusDefinition } from '../city/code-list-store.ts'
import type { Tx } from '../database.ts'
import { lockImports } from '../import/import-basis-store.ts'
import { refreshStatistics } from '../statistics.ts'
import { makeUuid } from '../uuid.ts'

export interface SeedInput {
  readonly rows: number
  readonly seed: number
  readonly period: Period
  readonly timeZone: string
  /** Also in a city that holds requests of its own. */
  readonly besideReal?: boolean
  /** Told every few thousand rows how far the writing is. */
  readonly onProgress?: (rows: number) => void
}

const batchSize = 2000

/**
 * Writes invented help requests as an import of their own, so that `import undo` takes them out again.
 * Refuses a city that holds real requests (`seed_beside_real`), one where nobody guides (`seed_no_guide`) and a period without an opening day (`seed_closed`).
 */
export async function writeSeed(
  tx: Tx,
  actor: Actor,
  input: SeedInput,
): Promise<{ importId: ImportId; rows: number } | Refusal> {
  await lockImports(tx, actor.cityId)
  if (!input.besideReal && (await hasRealRequests(tx))) return refuse('seed_beside_real')
  const basis = await readSeedBasis(tx, input)
  if (isRefusal(basis)) return basis
  const [guide] = basis.guides
  if (!guide) return refuse('seed_no_guide')
  const id = importId.parse(makeUuid())
  await tx
    .insertInto('import')
    .values({
      city_id: actor.cityId,
      id,
      organization_id: guide.organizationId,
      file_name: `seed ${input.seed}`,
      rows: input.rows,
      imported: input.rows,
      rejected: 0,
    })
    .execute()
  await writeRows(tx, actor, input, basis, id)
  await refreshStatistics(tx)
  await writeAuditEvent(tx, actor, { event: 'requests.seeded', subjectId: id, details: { rows: input.rows } })
  return { importId: id, rows: input.rows }
}

async function hasRealRequests(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from help_request r left join import i on i.city_id = r.city_id and i.id = r.import_id
    where r.city_id = app_city() and coalesce(i.file_name, '') !~ '^seed [0-9]+$') as found`.execute(tx)
  return rows[0]?.found ?? false
}

async function writeRows(tx: Tx, { cityId }: Actor, input: SeedInput, basis: SeedBasis, id: string) {
  const { instantOf } = makeClock(input.timeZone)
  const sensitive = new Set(basis.codes.filter((item) => item.sensitive).map(({ code }) => code))
  const visits = { number: -1, id: '' }
  let batch: object[] = []
  let written = 0
  const flush = async () => {
    await insertSeeds(tx, cityId, id, batch)
    await insertHidden(tx, cityId, batch)
    written += batch.length
    batch = []
    input.onProgress?.(written)
  }
  for (const request of seedRequests(basis)) {
    const receivedAt = instantOf(request.day, request.time)
    if (visits.number !== request.visit)
      Object.assign(visits, { number: request.visit, id: makeUuid(receivedAt.getTime()) })
    batch.push({
      ...setApart(request, sensitive),
      row: written + batch.length + 1,
      id: makeUuid(receivedAt.getTime()),
      visitId: visits.id,
      receivedAt,
    })
    if (batch.length === batchSize) await flush()
  }
  await flush()
}

/** What the wide row may not show goes beside it. */
function setApart(request: SeedRequest, sensitive: ReadonlySet<string>) {
  const hidden = {
    sensitiveStatus: sensitive.has(request.status) ? request.status : null,
    sensitiveSubTheme: request.subTheme && sensitive.has(request.subTheme) ? request.subTheme : null,
  }
  return {
    ...request,
    ...hidden,
    status: hidden.sensitiveStatus ? 'not_asked' : request.status,
    subTheme: hidden.sensitiveSubTheme ? null : request.subTheme,
  }
}

const insertSeeds = (tx: Tx, cityId: string, importId: string, records: readonly object[]) =>
  sql`
    insert into help_request (city_id, import_id, import_row, id, visit_id, received_at, received_on, desk_id, guide_id,
      organization_id, channel, origin, client_kind, status, status_definition, nationality, contact_language, neighbourhood,
      first_visit, theme, sub_theme, actions, who_did_it, outcome, barriers, minutes, referred_to_text, tip)
    select ${cityId}, ${importId}, row, id, "visitId", "receivedAt", day, "deskId", "guideId",
      "organizationId", channel, origin, "clientKind", status, ${statusDefinition}, nationality, "contactLanguage", neighbourhood,
      "firstVisit", theme, "subTheme", actions, "whoDidIt", outcome, barriers, minutes, "referredTo", tip
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (
      row integer, id uuid, "visitId" uuid, "receivedAt" timestamptz, day date, "deskId" uuid, "guideId" uuid,
      "organizationId" uuid, channel text, origin text, "clientKind" text, status text, nationality text,
      "contactLanguage" text, neighbourhood text, "firstVisit" boolean, theme text, "subTheme" text, actions text[],
      "whoDidIt" text, outcome text, barriers text[], minutes integer, "referredTo" text, tip text)`.execute(
    tx,
  )

const insertHidden = (tx: Tx, cityId: string, records: readonly object[]) =>
  sql`
    insert into help_request_sensitive (city_id, id, received_on, guide_id, organization_id, status, sub_theme, own_words,
      may_quote)
    select ${cityId}, id, day, "guideId", "organizationId", "sensitiveStatus", "sensitiveSubTheme", "ownWords", "mayQuote"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (
      id uuid, day date, "guideId" uuid, "organizationId" uuid, "sensitiveStatus" text, "sensitiveSubTheme" text,
      "ownWords" text, "mayQuote" boolean)
    where num_nonnulls("sensitiveStatus", "sensitiveSubTheme", "ownWords") > 0`.execute(tx)

/** Reads which desks are open when in the period, who guides, and the city's codes. */
async function readSeedBasis(tx: Tx, { period, rows, seed }: SeedInput): Promise<SeedBasis | Refusal> {
  const guides = await tx
    .selectFrom('member')
    .select(['id', 'organization_id as organizationId'])
    .where(sql<boolean>`roles && array['guide', 'bridge_figure']`)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  const openDesks = await listOpenDesks(tx, period)
  if (openDesks.length === 0) return refuse('seed_closed')
  return { codes: await listCodes(tx), guides, openDesks, rows, seed }
}

async function listOpenDesks(tx: Tx, period: Period): Promise<OpenDesk[]> {
  const desksOn = readDesks(await readCityCalendar(tx, period))
  const hours = await tx
    .selectFrom('desk_hours')
    .select(['desk_id as deskId', 'weekday', 'opens', 'closes', 'valid_from as from', 'valid_to as to'])
    .orderBy('desk_id')
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  return daysFromTo(period.from, period.to).flatMap((day) => {
    const open = desksOn(day).open
    const holds = hours.filter(
      ({ deskId, weekday, from, to }) =>
        open.includes(deskId) && weekday === weekdayOf(day) && from <= day && (!to || day <= to),
    )
    return holds.map(({ deskId, opens, closes }) => ({
      deskId,
      day,
      opens: minuteOf(opens),
      closes: minuteOf(closes),
    }))
  })
}

/** HH:MM:SS as minutes after midnight. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
