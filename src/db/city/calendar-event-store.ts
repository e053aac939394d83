import type { Actor } from '../../domain/actor.ts'
import type { CalendarEventId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

/** What happened at the desks and explains a figure; the report prints it under its months. */
export interface CalendarEvent {
  readonly id: CalendarEventId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly title: string
}

export type VersionedEvent = CalendarEvent & { readonly version: number }

const columns = ['id', 'begins_on as from', 'ends_on as to', 'title', 'version'] as const

/** The events that touch the period, in order. */
export const listEvents = (tx: Tx, { from, to }: Period): Promise<VersionedEvent[]> =>
  tx
    .selectFrom('calendar_event')
    .select(columns)
    .where('begins_on', '<=', to)
    .where('ends_on', '>=', from)
    .orderBy('begins_on')
    .orderBy('id')
    .execute()

/** Adds the event (no version) or changes that version of it. Refuses what decidePut refuses. */
export async function putEvent(
  tx: Tx,
  actor: Actor,
  { id, from, to, title }: CalendarEvent,
  version: number | undefined,
): Promise<{ readonly event: VersionedEvent; readonly isNew: boolean } | Refusal> {
  const event = { id, from, to, title }
  const found = await lockEvent(tx, id)
  const decision = decidePut(found && { version: found.version, content: contentOf(found) }, event, version)
  if (isRefusal(decision)) return decision
  if (decision === 'same') return { event: { ...event, version: found?.version ?? 1 }, isNew: false }
  const row = { begins_on: from, ends_on: to, title }
  if (decision === 'change')
    await tx
      .updateTable('calendar_event')
      .set(({ eb }) => ({ ...row, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else {
    const added = await tx
      .insertInto('calendar_event')
      .values({ ...row, city_id: actor.cityId, id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Somebody added the same in this very moment, and now it is there to compare with.
    if (!added) return putEvent(tx, actor, event, version)
  }
  const past = decision === 'add' ? 'calendar_event.added' : 'calendar_event.changed'
  await writeAuditEvent(tx, actor, { event: past, subjectId: id, details: { from, to } })
  return { event: { ...event, version: (found?.version ?? 0) + 1 }, isNew: decision === 'add' }
}

export async function removeEvent(
  tx: Tx,
  actor: Actor,
  id: CalendarEventId,
  version: number,
): Promise<Refusal | undefined> {
  const found = await lockEvent(tx, id)
  if (!found) return refuse('not_found')
  if (found.version !== version) return refuse('version_stale')
  await tx.deleteFrom('calendar_event').where('id', '=', id).execute()
  const details = { from: found.from, to: found.to }
  await writeAuditEvent(tx, actor, { event: 'calendar_event.removed', subjectId: id, details })
  return undefined
}

const lockEvent = (tx: Tx, id: CalendarEventId): Promise<VersionedEvent | undefined> =>
  tx.selectFrom('calendar_event').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

const contentOf = ({ version, ...event }: VersionedEvent): CalendarEvent => event
