import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { SensitiveCodes } from '../../domain/code-list/sensitive-codes.ts'
import type { DeskId, HelpRequestId, ImportId, MemberId, OrganizationId } from '../../domain/id.ts'
import {
  type ComparedRequest,
  compareRequests,
  correctionOf,
  type RowDifference,
} from '../../domain/import/import-change.ts'
import type { ColumnChoice } from '../../domain/import/import-column.ts'
import { importState } from '../../domain/import/import-job.ts'
import type { ImportedRequest } from '../../domain/import/import-row.ts'
import { normalise } from '../../domain/import/import-text.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { addDesk } from '../city/desk-store.ts'
import type { Tx } from '../database.ts'
import { addMember } from '../people/member-store.ts'
import { correctRequest } from '../request/request-correction-store.ts'
import { seenVersion } from '../request/request-record-store.ts'
import { findImportFile } from './import-file-store.ts'

/** A row that was imported before and says something else now, beside the request that it was. */
export interface ImportChange {
  readonly row: number
  readonly requestId: HelpRequestId
  /** Of the request: what somebody accepts is accepted over this version. */
  readonly version: number
  /** Somebody has changed the request in the databank since it was imported. */
  readonly isEdited: boolean
  readonly isVoided: boolean
  readonly isAccepted: boolean
  /** None: the row says the same in other words. */
  readonly fields: readonly RowDifference[]
}

/** The changed rows of an import after a row of the file, in the file's order. */
export async function listChanges(
  tx: Tx,
  importId: ImportId,
  { after, limit, timeZone }: { readonly after: number; readonly limit: number; readonly timeZone: string },
): Promise<ImportChange[]> {
  const rows = await selectChanges(tx, importId, timeZone)
    .where('c.row', '>', after)
    .orderBy('c.row')
    .limit(limit)
    .execute()
  return rows.map((row) => readChange(row).change)
}

export interface Acceptance {
  readonly importId: ImportId
  readonly row: number
  /** The version of the request that somebody saw beside the row. */
  readonly version: number
  readonly now: Date
  readonly timeZone: string
}

/**
 * Makes of a changed row a correction of its request, with its history; from then on the row counts as imported.
 * Accepting it again changes nothing. Refuses a row that is not there (`not_found`), a file that is being read
 * (`import_busy`) and what correctRequest refuses.
 */
export async function acceptChange(
  tx: Tx,
  actor: Actor,
  { importId, row, version, now, timeZone }: Acceptance,
): Promise<ImportChange | Refusal> {
  const find = () => selectChanges(tx, importId, timeZone).where('c.row', '=', row).executeTakeFirst()
  const file = await findImportFile(tx, importId)
  if (file && importState(file, now) === 'busy') return refuse('import_busy')
  const found = await find()
  if (!found) return refuse('not_found')
  const { change, after } = readChange(found)
  if (change.isAccepted) return change
  const deskId = await findDesk(tx, actor, after.desk, found.organizationId)
  const isGuideOther = change.fields.some(({ field }) => field === 'guide')
  const guideId = isGuideOther ? await findGuide(tx, actor, after.guide, found.organizationId) : undefined
  const changes = correctionOf(change.fields, after, deskId)
  const id = change.requestId
  const corrected = await correctRequest(tx, actor, {
    ...{ id, version, changes, now, timeZone },
    ...(guideId ? { guideId } : {}),
  })
  if (isRefusal(corrected)) return corrected
  await tx.updateTable('help_request').set({ import_digest: found.digest }).where('id', '=', id).execute()
  await tx
    .updateTable('import_change')
    .set({ accepted_at: now })
    .where('import_id', '=', importId)
    .where('row', '=', row)
    .execute()
  // Names the import alone: beside a hidden correction of the same moment, a row or request would say whose it was.
  await writeAuditEvent(tx, actor, { event: 'import_change.accepted', subjectId: importId })
  // What it changed stays in sight: the request itself says the same now.
  return { ...change, version: corrected.version, isAccepted: true }
}

/** A row may name a desk that the city does not have yet: like an import it makes it, without hours. */
async function findDesk(tx: Tx, actor: Actor, name: string, organizationId: OrganizationId): Promise<DeskId> {
  const desks = await tx.selectFrom('desk').select(['id', 'name']).execute()
  const known = desks.find((desk) => normalise(desk.name) === normalise(name))
  return known?.id ?? addDesk(tx, actor.cityId, { organizationId, name, position: desks.length, hours: [] })
}

/** So with a guide, who cannot sign in. */
async function findGuide(
  tx: Tx,
  actor: Actor,
  name: string,
  organizationId: OrganizationId,
): Promise<MemberId> {
  const guides = await tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .execute()
  const known = guides.find((guide) => normalise(guide.name) === normalise(name))
  return known?.id ?? addMember(tx, actor.cityId, { organizationId, name, roles: ['guide'], accountId: null })
}

const selectChanges = (tx: Tx, importId: ImportId, timeZone: string) =>
  tx
    .selectFrom('import_change as c')
    .innerJoin('help_request as r', (join) =>
      join.onRef('r.city_id', '=', 'c.city_id').onRef('r.id', '=', 'c.request_id'),
    )
    .innerJoin('desk as d', (join) =>
      join.onRef('d.city_id', '=', 'r.city_id').onRef('d.id', '=', 'r.desk_id'),
    )
    .innerJoin('member as g', (join) =>
      join.onRef('g.city_id', '=', 'r.city_id').onRef('g.id', '=', 'r.guide_id'),
    )
    .leftJoin('help_request_sensitive as s', (join) =>
      join.onRef('s.city_id', '=', 'r.city_id').onRef('s.id', '=', 'r.id'),
    )
    .leftJoin('import_change_sensitive as n', (join) =>
      join.onRef('n.city_id', '=', 'c.city_id').onRef('n.id', '=', 'c.id'),
    )
    .where('c.import_id', '=', importId)
    .innerJoin('import_file as f', (join) =>
      join.onRef('f.city_id', '=', 'c.city_id').onRef('f.id', '=', 'c.import_id'),
    )
    .select(['f.columns', 'c.digest', 'r.organization_id as organizationId'])
    .select(['c.row', 'c.request', 'c.accepted_at as acceptedAt', 'r.id as requestId'])
    .select(seenVersion.as('version'))
    .select(['r.voided_at as voidedAt', 'd.name as desk', 'g.name as guide', 'r.received_on as receivedOn'])
    .select(['r.channel', 'r.origin', 'r.client_kind as clientKind', 'r.status', 'r.nationality'])
    .select(['r.contact_language as contactLanguage', 'r.theme', 'r.sub_theme as subTheme', 'r.actions'])
    .select(['r.asked_by as askedBy', 'r.language_help as languageHelp', 'r.neighbourhood', 'r.tip'])
    .select(['r.first_visit as firstVisit', 's.own_words as ownWords', 's.may_quote as mayQuote'])
    .select(['r.who_did_it as whoDidIt', 'r.outcome', 'r.barriers', 'r.minutes'])
    .select([
      'r.referred_to_text as referredToText',
      's.status as hiddenStatus',
      's.sub_theme as hiddenSubTheme',
    ])
    .select(['n.status as newStatus', 'n.sub_theme as newSubTheme'])
    .select([
      sql<
        string | null
      >`case when r.time_known then to_char(r.received_at at time zone ${timeZone}, 'HH24:MI') end`.as(
        'receivedTime',
      ),
      sql<string | null>`case when (c.request ->> 'timeKnown')::boolean
        then to_char((c.request ->> 'receivedAt')::timestamptz at time zone ${timeZone}, 'HH24:MI') end`.as(
        'newTime',
      ),
    ])

type ChangeRow = Awaited<ReturnType<ReturnType<typeof selectChanges>['execute']>>[number]

function readChange(found: ChangeRow): { readonly change: ImportChange; readonly after: ComparedRequest } {
  const { row, requestId, version, voidedAt, acceptedAt, hiddenStatus, hiddenSubTheme, ...request } = found
  const before: ComparedRequest = {
    ...request,
    sensitive: codesOf(hiddenStatus, hiddenSubTheme),
  }
  // because: only the import writes this column, from this type; its instants became text there, and are not read here
  const told = found.request as Omit<ImportedRequest, 'sensitive'>
  const sensitive = codesOf(found.newStatus, found.newSubTheme)
  const after = { ...told, receivedTime: found.newTime, sensitive }
  // because: as above
  const columns = (found.columns ?? []) as ColumnChoice
  const change = {
    row,
    requestId,
    version,
    isEdited: version > 1,
    isVoided: voidedAt !== null,
    isAccepted: acceptedAt !== null,
    fields: compareRequests(before, after, columns),
  }
  return { change, after }
}

const codesOf = (status: string | null, subTheme: string | null): SensitiveCodes | null =>
  status === null && subTheme === null ? null : { status, subTheme }
