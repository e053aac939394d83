import type { Actor } from '../../domain/actor.ts'
import type { HelpRequestId } from '../../domain/id.ts'
import { hasRegisterNumber } from '../../domain/import/register-number.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { RequestRecord } from '../../domain/request/request-record.ts'
import { isDeskOn } from '../../domain/request/request-rule.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { holdLastDay } from '../city/last-day-lock.ts'
import type { Tx } from '../database.ts'
import { keepChange } from './request-history-store.ts'
import { lockRequest, readRequest } from './request-record-store.ts'

interface VoidingChange {
  readonly id: HelpRequestId
  readonly version: number
  readonly now: Date
  readonly timeZone: string
}

/**
 * Takes a request out of the list and the figures and keeps it. The same voiding again changes nothing.
 * Refuses `not_found`, `forbidden`, `version_stale`, one that is voided for another reason (`request_voided`) and a
 * national register number in the reason (`register_number`).
 */
export async function voidRequest(
  tx: Tx,
  actor: Actor,
  { reason, ...change }: VoidingChange & { readonly reason: string },
): Promise<RequestRecord | Refusal> {
  const before = await holdRequest(tx, actor, change)
  if (isRefusal(before)) return before
  if (hasRegisterNumber(reason)) return refuse('register_number', { field: 'reason' })
  if (before.voided)
    return before.voided.reason === reason && before.voided.by?.id === memberOf(actor)
      ? before
      : refuse('request_voided')
  if (change.version !== before.version) return refuse('version_stale')
  return setVoiding(tx, actor, change, reason, null)
}

/**
 * Takes these requests out whatever their version; one that is out already, or not there for the actor, stays as it is. Refuses
 * what voidRequest refuses of the first that it refuses.
 */
export async function voidAsTheyAre(
  tx: Tx,
  actor: Actor,
  {
    ids,
    ...voiding
  }: Omit<VoidingChange, 'id' | 'version'> & {
    readonly ids: readonly HelpRequestId[]
    readonly reason: string
  },
): Promise<Refusal | undefined> {
  const these = tx
    .selectFrom('help_request')
    .select(['id', 'version'])
    .where('id', 'in', [...ids])
    .orderBy('id')
  // What a colleague is changing at this moment has another version a moment later.
  await these.forUpdate().execute()
  const live = await these.where('voided_at', 'is', null).execute()
  const done = []
  for (const row of live) done.push(await voidRequest(tx, actor, { ...row, ...voiding }))
  return done.find(isRefusal)
}

/**
 * Puts a voided request back. One that is not voided stays as it is.
 * Refuses `not_found`, `version_stale`, one that left with its whole import (`import_undone_row`), one whose desk has
 * retired since with an earlier last day (`desk_retired`), and whoever is neither the one who voided it nor the
 * coordinator (`forbidden`).
 */
export async function takeVoidingBack(
  tx: Tx,
  actor: Actor,
  change: VoidingChange,
): Promise<RequestRecord | Refusal> {
  const before = await holdRequest(tx, actor, change)
  if (isRefusal(before) || !before.voided) return before
  if (before.voided.withImport) return refuse('import_undone_row')
  if (!before.mayTakeBack) return refuse('forbidden')
  if (change.version !== before.version) return refuse('version_stale')
  const refusal = await checkRetiredSince(tx, before)
  return refusal ?? setVoiding(tx, actor, change, null, before.voided.reason)
}

/** While it was voided, its day was in nobody's way. What an import brought after the last day stood before and may again. */
async function checkRetiredSince(
  tx: Tx,
  { id, desk, receivedOn }: RequestRecord,
): Promise<Refusal | undefined> {
  await holdLastDay(tx, desk.id)
  const retired = await tx
    .selectFrom('help_request as r')
    .innerJoin('desk as d', (join) =>
      join.onRef('d.city_id', '=', 'r.city_id').onRef('d.id', '=', 'r.desk_id'),
    )
    .select('d.last_day as lastDay')
    .where('r.id', '=', id)
    .whereRef('d.retired_at', '>=', 'r.voided_at')
    .executeTakeFirst()
  return retired?.lastDay && !isDeskOn(retired, receivedOn)
    ? refuse('desk_retired', { date: retired.lastDay })
    : undefined
}

async function holdRequest(
  tx: Tx,
  actor: Actor,
  { id, timeZone }: VoidingChange,
): Promise<RequestRecord | Refusal> {
  const isHeld = await lockRequest(tx, id)
  const before = await readRequest(tx, actor, id, timeZone)
  return isRefusal(before) || isHeld ? before : refuse('forbidden')
}

const memberOf = (actor: Actor) => (actor.kind === 'member' ? actor.memberId : undefined)

async function setVoiding(
  tx: Tx,
  actor: Actor,
  { id, now, timeZone }: VoidingChange,
  to: string | null,
  from: string | null,
): Promise<RequestRecord | Refusal> {
  const { version } = await tx
    .updateTable('help_request')
    .set({ voided_at: to && now, void_reason: to, voided_by: to === null ? null : (memberOf(actor) ?? null) })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await keepChange(tx, { actor, requestId: id, version, now }, [{ field: 'voided', from, to }])
  const event = to === null ? 'request.restored' : 'request.voided'
  await writeAuditEvent(tx, actor, { event, subjectId: id })
  return readRequest(tx, actor, id, timeZone)
}
