import type { Actor } from '../../domain/actor.ts'
import type { Closure } from '../../domain/calendar/calendar-plan.ts'
import { checkOpenDays, closedDays } from '../../domain/calendar/closure.ts'
import { type CityId, type ClosureId, closureId, type DeskId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { lockCalendar } from './calendar-lock.ts'

export type VersionedClosure = Closure & { readonly version: number }

const columns = [
  'id',
  'desk_id as deskId',
  'closed_on as from',
  'closed_to as to',
  'open_on as openOn',
  'reason',
  'version',
] as const

/** The closures that touch the period, in order. */
export async function listClosures(tx: Tx, { from, to }: Period): Promise<VersionedClosure[]> {
  const rows = await tx
    .selectFrom('closure')
    .select(columns)
    .where('closed_on', '<=', to)
    .where('closed_to', '>=', from)
    .orderBy('closed_on')
    .orderBy('id')
    .execute()
  return rows.map(readClosure)
}

async function findClosure(tx: Tx, id: ClosureId): Promise<VersionedClosure | undefined> {
  const row = await tx.selectFrom('closure').select(columns).where('id', '=', id).executeTakeFirst()
  return row && readClosure(row)
}

const readClosure = <Row extends { readonly openOn: unknown }>(row: Row) => ({
  ...row,
  // because: only this file writes these days, from this type
  openOn: row.openOn as LocalDate[],
})

/** Closes the desk, or every desk (null), on a day that an import names. Answers whether that was new. */
export async function addClosure(
  tx: Tx,
  cityId: CityId,
  {
    deskId,
    closedOn,
    reason,
  }: { readonly deskId: DeskId | null; readonly closedOn: LocalDate; readonly reason: string },
): Promise<boolean> {
  await lockCalendar(tx, cityId)
  const id = closureId.parse(makeUuid())
  const closure = { id, deskId, from: closedOn, to: closedOn, openOn: [], reason }
  if (await findOverlap(tx, closure)) return false
  await insertClosure(tx, cityId, closure)
  return true
}

/**
 * Adds the closure (no version) or changes that version of it. Refuses what checkOpenDays and decidePut refuse, days on
 * which the same desks are closed already (`closure_overlaps`) and a desk that is not of the city (`not_found`).
 */
export async function putClosure(
  tx: Tx,
  actor: Actor,
  { id, ...wanted }: Closure,
  version: number | undefined,
): Promise<{ readonly closure: VersionedClosure; readonly isNew: boolean } | Refusal> {
  const { deskId, from, to, reason } = wanted
  const closure = { id, deskId, from, to, openOn: wanted.openOn.toSorted(), reason }
  const wrong = checkOpenDays(closure)
  if (wrong) return wrong
  await lockCalendar(tx, actor.cityId)
  const found = await findClosure(tx, id)
  const decision = decidePut(found && { version: found.version, content: contentOf(found) }, closure, version)
  if (isRefusal(decision)) return decision
  if (decision === 'same') return { closure: { ...closure, version: found?.version ?? 1 }, isNew: false }
  const refusal = (await findUnknownDesk(tx, deskId)) ?? (await findOverlap(tx, closure))
  if (refusal) return refusal
  if (decision === 'add') await insertClosure(tx, actor.cityId, closure)
  else await updateClosure(tx, closure)
  const event = decision === 'add' ? 'closure.added' : 'closure.changed'
  const details = { from, to, openDays: closure.openOn.length }
  await writeAuditEvent(tx, actor, { event, subjectId: id, details })
  return { closure: { ...closure, version: (found?.version ?? 0) + 1 }, isNew: decision === 'add' }
}

/** A wrong closure may go: it says nothing about a person, and the audit keeps that it was there. */
export async function removeClosure(
  tx: Tx,
  actor: Actor,
  id: ClosureId,
  version: number,
): Promise<Refusal | undefined> {
  await lockCalendar(tx, actor.cityId)
  const found = await findClosure(tx, id)
  if (!found) return refuse('not_found')
  if (found.version !== version) return refuse('version_stale')
  await tx.deleteFrom('closure').where('id', '=', id).execute()
  const details = { from: found.from, to: found.to }
  await writeAuditEvent(tx, actor, { event: 'closure.removed', subjectId: id, details })
  return undefined
}

const contentOf = ({ version, ...closure }: VersionedClosure): Closure => closure

async function findUnknownDesk(tx: Tx, deskId: DeskId | null): Promise<Refusal | undefined> {
  if (deskId === null) return undefined
  const desk = await tx.selectFrom('desk').select('id').where('id', '=', deskId).executeTakeFirst()
  return desk ? undefined : refuse('not_found')
}

/** Two closures of the same desks may lie in each other's span, but close no day twice. */
async function findOverlap(tx: Tx, closure: Closure): Promise<Refusal | undefined> {
  const near = await listClosures(tx, closure)
  const days = new Set(closedDays(closure))
  const other = near.find(
    ({ id, deskId, ...span }) =>
      id !== closure.id && deskId === closure.deskId && closedDays(span).some((day) => days.has(day)),
  )
  return other && refuse('closure_overlaps', { from: other.from, to: other.to })
}

const insertClosure = (tx: Tx, cityId: CityId, { id, ...content }: Closure) =>
  tx
    .insertInto('closure')
    .values({ city_id: cityId, id, ...columnsOf(content) })
    .execute()

const updateClosure = (tx: Tx, { id, ...content }: Closure) =>
  tx
    .updateTable('closure')
    .set(({ eb }) => ({ ...columnsOf(content), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

const columnsOf = ({ deskId, from, to, openOn, reason }: Omit<Closure, 'id'>) => ({
  desk_id: deskId,
  closed_on: from,
  closed_to: to,
  open_on: JSON.stringify(openOn),
  reason,
})
