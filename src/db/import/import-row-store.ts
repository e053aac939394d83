import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { SensitiveCodes } from '../../domain/code-list/sensitive-codes.ts'
import type { CityId, DeskId, HelpRequestId, ImportId, MemberId, OrganizationId } from '../../domain/id.ts'
import type { ImportedRequest } from '../../domain/import/import-row.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { HiddenFacts } from '../../domain/request/request-difference.ts'
import { statusDefinition } from '../city/code-list-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** What the databank remembers of an imported row, to recognise it again. */
export interface RowPrint {
  readonly key: string
  readonly digest: string
  readonly sensitive: SensitiveCodes | null
}

/** Text of any length and content as 24 characters: 144 bits, so that two texts of one city never meet. */
export const hash = (text: string): string =>
  createHash('sha256').update(text).digest().toString('base64url', 0, 18)

export interface ImportedPrint extends RowPrint {
  readonly id: HelpRequestId
}

/** Which of these keys were imported before, as which request, and what their rows said then. */
export async function findImported(tx: Tx, keys: readonly string[]): Promise<ImportedPrint[]> {
  const rows = await tx
    .selectFrom('help_request as r')
    .leftJoin('help_request_sensitive as s', (join) =>
      join.onRef('s.city_id', '=', 'r.city_id').onRef('s.id', '=', 'r.id'),
    )
    .where('r.import_key', '=', sql<string>`any(${[...keys]}::text[])`)
    .select([
      'r.id',
      'r.import_key as key',
      'r.import_digest as digest',
      's.status',
      's.sub_theme as subTheme',
    ])
    .execute()
  return rows.flatMap(({ id, key, digest, status, subTheme }) =>
    key === null || digest === null
      ? []
      : [{ id, key, digest, sensitive: status === null && subTheme === null ? null : { status, subTheme } }],
  )
}

/** All that a row said, in one short text. */
export const contentOf = ({ digest, sensitive }: RowPrint): string =>
  sensitive ? [digest, sensitive.status, sensitive.subTheme].join(' ') : digest

export interface NewRow extends RowPrint {
  readonly row: number
  readonly request: ImportedRequest
  readonly deskId: DeskId
  readonly guideId: MemberId
}

export interface NewRowsOf {
  readonly cityId: CityId
  readonly organizationId: OrganizationId
  readonly importId: ImportId
}

/** What insertHidden is to write of a row. */
export interface NewHidden {
  readonly id: string
  readonly receivedOn: LocalDate
  readonly guideId: MemberId
  readonly hidden: HiddenFacts
}

/**
 * Writes rows of one import, a thousand at a time; answers what is to stand beside them, for insertHidden. Each is a
 * visit of its own: a spreadsheet knows no visits.
 */
export async function insertRows(tx: Tx, owner: NewRowsOf, rows: readonly NewRow[]): Promise<NewHidden[]> {
  const found: NewHidden[] = []
  const records = rows.map(({ request, sensitive, ...row }) => {
    const id = makeUuid()
    const { receivedOn, ownWords, mayQuote } = request
    if (sensitive || ownWords !== null) {
      const hidden = { ...(sensitive ?? { status: null, subTheme: null }), ownWords, mayQuote }
      found.push({ id, receivedOn, guideId: row.guideId, hidden })
    }
    return { ...request, ...row, id, visitId: makeUuid(), sensitive: undefined }
  })
  await insertRequests(tx, owner, records)
  return found
}

const insertRequests = (
  tx: Tx,
  { cityId, organizationId, importId }: NewRowsOf,
  records: readonly object[],
) =>
  sql`
    insert into help_request (city_id, organization_id, import_id, id, visit_id, received_at, time_known, received_on,
      desk_id, guide_id, channel, origin, client_kind, asked_by, status, status_definition, nationality, contact_language, language_help, neighbourhood, first_visit, theme, sub_theme, actions,
      who_did_it, outcome, barriers, minutes, referred_to_text, tip, import_row, import_key, import_digest)
    select ${cityId}, ${organizationId}, ${importId}, id, "visitId", "receivedAt", "timeKnown", "receivedOn",
      "deskId", "guideId", channel, origin, "clientKind", "askedBy", status, ${statusDefinition}, nationality, "contactLanguage", "languageHelp", neighbourhood,
      "firstVisit", theme, "subTheme",
      actions, "whoDidIt", outcome, barriers, minutes, "referredToText", tip, row, key, digest
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (
      id uuid, "visitId" uuid, "receivedAt" timestamptz, "timeKnown" boolean, "receivedOn" date, "deskId" uuid,
      "guideId" uuid, channel text, origin text, "clientKind" text, "askedBy" text, status text, nationality text,
      "contactLanguage" text, "languageHelp" text, neighbourhood text, "firstVisit" boolean, theme text, "subTheme" text, actions text[], "whoDidIt" text, outcome text,
      barriers text[], minutes integer, "referredToText" text, tip text, row integer, key text, digest text)`.execute(
    tx,
  )

/**
 * Writes what stands beside the rows that insertRows has written: many at a time. In a city that had no requests yet
 * PostgreSQL reads all of them for each writing, to check that what is repeated here is what they say.
 */
export async function insertHidden(
  tx: Tx,
  { cityId, organizationId }: NewRowsOf,
  rows: readonly NewHidden[],
): Promise<void> {
  if (rows.length === 0) return
  const records = rows.map(({ hidden, ...row }) => ({ ...row, ...hidden }))
  await sql`
    insert into help_request_sensitive (city_id, organization_id, id, received_on, guide_id, status, sub_theme,
      own_words, may_quote)
    select ${cityId}, ${organizationId}, id, "receivedOn", "guideId", status, "subTheme", "ownWords", "mayQuote"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (
      id uuid, "receivedOn" date, "guideId" uuid, status text, "subTheme" text, "ownWords" text, "mayQuote" boolean)`.execute(
    tx,
  )
}
