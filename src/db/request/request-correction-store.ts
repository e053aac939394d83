import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { HelpRequestId, MemberId } from '../../domain/id.ts'
import { type Clock, makeClock } from '../../domain/import/clock.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import {
  differencesOf,
  type FieldChange,
  type SensitiveLists,
  sensitiveLists,
  withChanges,
  withoutHidden,
} from '../../domain/request/request-difference.ts'
import type { RequestChanges, RequestFacts } from '../../domain/request/request-fact.ts'
import { factsOf, type RequestRecord } from '../../domain/request/request-record.ts'
import { checkCorrection, isFinished } from '../../domain/request/request-rule.ts'
import { type AuditEvent, writeAuditEvent } from '../audit-store.ts'
import { listCodes, statusDefinition } from '../city/code-list-store.ts'
import { holdLastDay } from '../city/last-day-lock.ts'
import type { Tx } from '../database.ts'
import { keepChange, listHistory } from './request-history-store.ts'
import { lockRequest, readRequest } from './request-record-store.ts'
import { moveSensitive } from './request-sensitive-store.ts'

export interface Correction {
  readonly id: HelpRequestId
  /** The version that the changes are meant for. */
  readonly version: number
  readonly changes: RequestChanges
  /** Who noted it, when a changed row of an import names somebody else; for the coordinator alone. */
  readonly guideId?: MemberId
  readonly now: Date
  readonly timeZone: string
}

/**
 * Corrects a request and keeps what it said before. The same correction of the same version again changes nothing.
 * Refuses a request that the actor does not see (`not_found`) or may not change (`forbidden`), one that is voided
 * (`request_voided`) or that somebody has changed since (`version_stale`), and what checkCorrection refuses.
 */
export async function correctRequest(
  tx: Tx,
  actor: Actor,
  { id, version, changes, guideId, now, timeZone }: Correction,
): Promise<RequestRecord | Refusal> {
  const isHeld = await lockRequest(tx, id)
  const before = await readRequest(tx, actor, id, timeZone)
  if (isRefusal(before)) return before
  if (!isHeld) return refuse('forbidden')
  const facts = factsOf(before)
  const clock = makeClock(timeZone)
  const wanted = onTheWall(withChanges(facts, changes), clock)
  const isGuideSame = guideId === undefined || guideId === before.guide.id
  const isSame = isGuideSame && differencesOf(facts, wanted).length === 0
  if (isSame && (version === before.version || (await isRepeated(tx, actor, before, version)))) return before
  if (before.voided) return refuse('request_voided')
  if (version !== before.version) return refuse('version_stale')
  await holdLastDay(tx, wanted.deskId)
  const codes = await listCodes(tx)
  const rules = {
    codes,
    desks: await tx.selectFrom('desk').select(['id', 'last_day as lastDay']).execute(),
    now: { on: clock.dateAt(now), time: clock.timeAt(now) },
    maySeeSensitive: before.maySeeSensitive,
  }
  const refusal = checkCorrection(facts, wanted, rules)
  if (refusal) return refusal
  const lists = sensitiveLists(codes)
  await writeCorrection(tx, actor, { before, wanted, clock, now, lists, guideId: guideId ?? before.guide.id })
  return readRequest(tx, actor, id, timeZone)
}

/** A time that a clock change skips is never on the wall: it is kept as what is, in the row and in its history. */
function onTheWall(facts: RequestFacts, clock: Clock): RequestFacts {
  const moment = momentOf(facts, clock)
  return moment.time_known ? { ...facts, receivedTime: clock.timeAt(moment.received_at) } : facts
}

/** Whether this actor's own correction of that very version made what is there now. */
async function isRepeated(
  tx: Tx,
  actor: Actor,
  { id, version }: RequestRecord,
  given: number,
): Promise<boolean> {
  if (given !== version - 1) return false
  const history = await listHistory(tx, id, 'UTC')
  if (isRefusal(history)) return false
  const [last] = history.items
  return (
    last?.version === version && (last.by?.id ?? null) === (actor.kind === 'member' ? actor.memberId : null)
  )
}

interface CheckedCorrection {
  readonly before: RequestRecord
  readonly wanted: RequestFacts
  readonly clock: Clock
  readonly now: Date
  readonly lists: SensitiveLists
  readonly guideId: MemberId
}

async function writeCorrection(
  tx: Tx,
  actor: Actor,
  { before, wanted, clock, now, lists, guideId }: CheckedCorrection,
) {
  const facts = factsOf(before)
  const isGuideSame = guideId === before.guide.id
  const shown = [
    ...differencesOf(withoutHidden(facts, lists), withoutHidden(wanted, lists)),
    ...(isGuideSame ? [] : [{ field: 'guideId' as const, from: before.guide.id, to: guideId }]),
  ]
  const version = await writeRow(tx, before.id, withoutHidden(wanted, lists), shown, clock)
  const change = { actor, requestId: before.id, version, now }
  if (shown.length > 0) await keepChange(tx, change, shown)
  const hidden = await moveSensitive(tx, change, { before, facts, wanted, lists, shown })
  if (!isGuideSame) await sql`select change_guide(${before.id}, ${guideId})`.execute(tx)
  await writeAuditEvent(tx, actor, auditOf(before.id, shown.length, hidden))
}

/**
 * The audit says no more than the history that everybody sees who sees the request: else, to whoever reads both, it
 * would give away that there is a sensitive code. What changed in those alone points to its own history.
 */
const auditOf = (subjectId: HelpRequestId, fields: number, hidden: string | undefined): AuditEvent =>
  fields === 0 && hidden !== undefined
    ? { event: 'request.hidden_code_corrected', subjectId: hidden }
    : { event: 'request.corrected', subjectId, details: { fields } }

/** Answers the version of the row, which is a new one when something of it changed. */
async function writeRow(
  tx: Tx,
  id: HelpRequestId,
  facts: RequestFacts,
  changes: readonly FieldChange[],
  clock: Clock,
): Promise<number> {
  if (changes.length === 0) {
    const row = tx.selectFrom('help_request').select('version').where('id', '=', id)
    return (await row.executeTakeFirstOrThrow()).version
  }
  const isMoved = changes.some(({ field }) => field === 'receivedOn' || field === 'receivedTime')
  const { version } = await tx
    .updateTable('help_request')
    .set({ ...columnsOf(facts), ...(isMoved ? momentOf(facts, clock) : {}) })
    .$if(
      changes.some(({ field }) => field === 'status'),
      (query) => query.set({ status_definition: statusDefinition }),
    )
    .$if(isFinished(facts), (query) => query.set({ unfinished: false }))
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

const noon = { hours: 12, minutes: 0 }

/** Where only the day is known, the moment is its noon. */
function momentOf({ receivedOn, receivedTime }: RequestFacts, clock: Clock) {
  const [hours, minutes] = (receivedTime ?? '').split(':').map(Number)
  const time = hours === undefined || minutes === undefined ? noon : { hours, minutes }
  return {
    received_on: receivedOn,
    received_at: clock.instantOf(receivedOn, time),
    time_known: receivedTime !== null,
  }
}

const columnsOf = (facts: RequestFacts) => ({
  desk_id: facts.deskId,
  channel: facts.channel,
  origin: facts.origin,
  client_kind: facts.clientKind,
  asked_by: facts.askedBy,
  status: facts.status,
  nationality: facts.nationality,
  contact_language: facts.contactLanguage,
  language_help: facts.languageHelp,
  neighbourhood: facts.neighbourhood,
  first_visit: facts.firstVisit,
  theme: facts.theme,
  sub_theme: facts.subTheme,
  actions: facts.actions,
  who_did_it: facts.whoDidIt,
  outcome: facts.outcome,
  barriers: facts.barriers,
  minutes: facts.minutes,
  referred_to_text: facts.referredTo,
  tip: facts.tip,
})
