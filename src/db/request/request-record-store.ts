import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { DeskId, HelpRequestId, ImportId, MemberId, OrganizationId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { RequestRecord, Voiding } from '../../domain/request/request-record.ts'
import { mayCorrect, maySeeSensitive, mayTakeBack } from '../../domain/request/request-right.ts'
import type { Tx } from '../database.ts'
import { prepareQuery } from '../prepared-query.ts'

/** One request with all its fields, as the actor may see it. Refuses `not_found`, also when it is not the actor's to see. */
export async function readRequest(
  tx: Tx,
  actor: Actor,
  id: HelpRequestId,
  timeZone: string,
): Promise<RequestRecord | Refusal> {
  const { rows } = await tx.executeQuery(askRecord(tx, { id, timeZone }))
  return recordIn(rows, actor, id)
}

/** The request in its one row. Refuses `not_found`. */
export function recordIn(
  [row]: readonly RecordRow[],
  actor: Actor,
  id: HelpRequestId,
): RequestRecord | Refusal {
  if (!row) return refuse('not_found')
  const { deskId, desk, guideId, guide, caretakerId, caretaker, organizationId, ...rest } = row
  const {
    organization,
    recordedOn,
    recordedTime,
    importId,
    fileName,
    importRow,
    voidedOn,
    voidedTime,
    voidedById,
    voidedBy,
    voidReason,
    undoneAt,
    ...facts
  } = rest
  const voided: Voiding | null = voidedOn && {
    on: voidedOn,
    time: voidedTime,
    by: voidedById && voidedBy !== null ? { id: voidedById, name: voidedBy } : null,
    reason: voidReason,
    withImport: undoneAt !== null,
  }
  const owner = { guideId, caretakerId }
  return {
    ...facts,
    id,
    desk: { id: deskId, name: desk },
    guide: { id: guideId, name: guide },
    caretaker: caretakerId && caretaker !== null ? { id: caretakerId, name: caretaker } : null,
    organization: { id: organizationId, name: organization },
    recorded: { on: recordedOn, time: recordedTime },
    imported: importId && { id: importId, fileName, row: importRow },
    voided,
    mayCorrect: voided === null && mayCorrect(actor, owner),
    mayTakeBack: mayTakeBack(actor, owner, voided && { ...voided, byId: voidedById }),
    maySeeSensitive: maySeeSensitive(actor, owner),
  }
}

type FactColumns = Omit<
  RequestRecord,
  | 'id'
  | 'desk'
  | 'guide'
  | 'caretaker'
  | 'organization'
  | 'recorded'
  | 'imported'
  | 'voided'
  | 'mayCorrect'
  | 'mayTakeBack'
  | 'maySeeSensitive'
>

export type RecordRow = FactColumns & {
  readonly deskId: DeskId
  readonly desk: string
  readonly guideId: MemberId
  readonly guide: string
  readonly caretakerId: MemberId | null
  readonly caretaker: string | null
  readonly organizationId: OrganizationId
  readonly organization: string
  readonly recordedOn: LocalDate
  readonly recordedTime: string
  readonly importId: ImportId | null
  readonly fileName: string | null
  readonly importRow: number | null
  readonly undoneAt: Date | null
  readonly voidedOn: LocalDate | null
  readonly voidedTime: string
  readonly voidedById: MemberId | null
  readonly voidedBy: string | null
  readonly voidReason: string
}

/**
 * The version of a request `r` as the actor sees it: corrections of codes that the actor may not see do not count.
 * Whatever names a version to correct asks it in this way.
 */
export const seenVersion = sql<number>`r.version + (select count(*)::int from help_request_sensitive_version h
  where h.city_id = r.city_id and h.request_id = r.id and not h.with_row)`

/** The hidden tables are joined under their own policies: for whoever may not see them they are empty. */
export const askRecord = prepareQuery<{ id: HelpRequestId; timeZone: string }, RecordRow>((tx, gap) => {
  const timeZone = sql`${gap('timeZone')}::text`
  const query = sql<RecordRow>`
    select ${seenVersion} as version,
      r.received_on as "receivedOn",
      case when r.time_known then to_char(r.received_at at time zone ${timeZone}, 'HH24:MI') end as "receivedTime",
      r.desk_id as "deskId", d.name as desk, r.guide_id as "guideId", g.name as guide,
      r.caretaker_id as "caretakerId", c.name as caretaker, r.organization_id as "organizationId", o.name as organization, r.channel, r.origin,
      r.client_kind as "clientKind", r.asked_by as "askedBy", coalesce(s.status, r.status) as status, r.nationality,
      r.contact_language as "contactLanguage", r.language_help as "languageHelp", r.neighbourhood,
      r.first_visit as "firstVisit", r.theme, coalesce(s.sub_theme, r.sub_theme) as "subTheme", r.actions,
      r.who_did_it as "whoDidIt", r.outcome, r.barriers, r.minutes, r.referred_to_text as "referredTo", r.tip,
      s.own_words as "ownWords", s.may_quote as "mayQuote",
      (r.recorded_at at time zone ${timeZone})::date as "recordedOn",
      to_char(r.recorded_at at time zone ${timeZone}, 'HH24:MI') as "recordedTime",
      r.import_id as "importId", i.file_name as "fileName", r.import_row as "importRow", i.undone_at as "undoneAt",
      (r.voided_at at time zone ${timeZone})::date as "voidedOn",
      to_char(r.voided_at at time zone ${timeZone}, 'HH24:MI') as "voidedTime",
      r.voided_by as "voidedById", v.name as "voidedBy", r.void_reason as "voidReason"
    from help_request r
      join desk d on d.city_id = r.city_id and d.id = r.desk_id
      join member g on g.city_id = r.city_id and g.id = r.guide_id
      join organization o on o.city_id = r.city_id and o.id = r.organization_id
      left join help_request_sensitive s on s.city_id = r.city_id and s.id = r.id
      left join import i on i.city_id = r.city_id and i.id = r.import_id
      left join member c on c.city_id = r.city_id and c.id = r.caretaker_id
      left join member v on v.city_id = r.city_id and v.id = r.voided_by
    where r.city_id = app_city() and r.id = ${gap('id')}`
  return { compile: () => query.compile(tx) }
})

/**
 * Holds the request until the end of the transaction, so that two people never write over each other. False when the
 * actor may not change it.
 */
export async function lockRequest(tx: Tx, id: HelpRequestId): Promise<boolean> {
  const held = await tx
    .selectFrom('help_request')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held !== undefined
}
