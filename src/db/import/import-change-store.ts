import { sql } from 'kysely'
import type { HelpRequestId, ImportId } from '../../domain/id.ts'
import { type ComparedRequest, compareRequests, type FieldChange } from '../../domain/import/import-change.ts'
import type { ImportedRequest } from '../../domain/import/import-row.ts'
import type { Tx } from '../database.ts'

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
  readonly fields: readonly FieldChange[]
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
  return rows.map(toChange)
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
    .where('c.import_id', '=', importId)
    .select(['c.row', 'c.request', 'c.accepted_at as acceptedAt', 'r.id as requestId', 'r.version'])
    .select(['r.voided_at as voidedAt', 'd.name as desk', 'g.name as guide', 'r.received_on as receivedOn'])
    .select(['r.channel', 'r.origin', 'r.client_kind as clientKind', 'r.status', 'r.nationality'])
    .select(['r.contact_language as contactLanguage', 'r.theme', 'r.sub_theme as subTheme', 'r.actions'])
    .select(['r.who_did_it as whoDidIt', 'r.outcome', 'r.barriers', 'r.minutes'])
    .select([
      'r.referred_to_text as referredToText',
      's.status as hiddenStatus',
      's.sub_theme as hiddenSubTheme',
    ])
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

function toChange({ row, requestId, version, voidedAt, acceptedAt, ...request }: ChangeRow): ImportChange {
  const { hiddenStatus, hiddenSubTheme } = request
  const before: ComparedRequest = {
    ...request,
    sensitive:
      hiddenStatus === null && hiddenSubTheme === null
        ? null
        : { status: hiddenStatus, subTheme: hiddenSubTheme },
  }
  // because: only the import writes this column, from this type; its instants became text there, and are not read here
  const after = { ...(request.request as ImportedRequest), receivedTime: request.newTime }
  return {
    row,
    requestId,
    version,
    isEdited: version > 1,
    isVoided: voidedAt !== null,
    isAccepted: acceptedAt !== null,
    fields: compareRequests(before, after),
  }
}
