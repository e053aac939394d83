import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { DeskId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { type Desk, findDesk, lockDesk } from './desk-store.ts'
import { lockLastDay } from './last-day-lock.ts'

/**
 * Retires the desk after its last day, or takes it into use again (null). Its requests and its past stay. Refuses
 * another version (`version_stale`), what is not there, and what checkLastDay refuses.
 */
export async function retireDesk(
  tx: Tx,
  actor: Actor,
  id: DeskId,
  lastDay: LocalDate | null,
  { version, now }: { readonly version: number; readonly now: Date },
): Promise<Desk | Refusal> {
  await lockLastDay(tx, id)
  const found = await lockDesk(tx, id)
  if (!found) return refuse('not_found')
  if (found.lastDay === lastDay) return found
  if (found.version !== version) return refuse('version_stale')
  const refusal = await checkLastDay(tx, id, lastDay)
  if (refusal) return refusal
  await tx
    .updateTable('desk')
    .set(({ eb }) => ({
      last_day: lastDay,
      retired_at: lastDay === null ? null : now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  const event = lastDay === null ? 'desk.reinstated' : 'desk.retired'
  await writeAuditEvent(tx, actor, { event, subjectId: id })
  return (await findDesk(tx, id)) ?? refuse('not_found')
}

/**
 * A desk was open when somebody was helped there, and reports count that day: refuses a last day before its newest
 * request (`retirement_before_request`).
 */
export async function checkLastDay(
  tx: Tx,
  id: DeskId,
  lastDay: LocalDate | null,
): Promise<Refusal | undefined> {
  if (lastDay === null) return undefined
  const { rows } = await sql<{ day: LocalDate | null }>`
    select request_at_desk_after(${id}, ${lastDay}) as day`.execute(tx)
  const day = rows[0]?.day
  return day ? refuse('retirement_before_request', { date: day }) : undefined
}
