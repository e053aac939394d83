import type { Actor } from '../../domain/actor.ts'
import { checkTimetables, tidyTimetables } from '../../domain/calendar/timetable.ts'
import type { DeskId } from '../../domain/id.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { lockCalendar } from './calendar-lock.ts'
import { replaceHours } from './desk-hours-store.ts'
import { type Desk, findDesk, lockDesk } from './desk-store.ts'

export type DeskContent = Pick<Desk, 'name' | 'organizationId' | 'timetables'>

export interface SavedDesk {
  readonly desk: Desk
  readonly isNew: boolean
}

/**
 * Adds the desk (no version) or changes that version of it, hours and all. Refuses what decidePut and checkTimetables
 * refuse, a name that another desk has (`name_taken`) and an organisation that is not of the city (`not_found`).
 */
export async function putDesk(
  tx: Tx,
  actor: Actor,
  id: DeskId,
  content: DeskContent,
  version: number | undefined,
): Promise<SavedDesk | Refusal> {
  const wrong = checkTimetables(content.timetables)
  if (wrong) return wrong
  // Two desks that take one name at the same moment: the second is told so.
  await lockCalendar(tx, actor.cityId)
  const { name, organizationId } = content
  const wanted = { name, organizationId, timetables: tidyTimetables(content.timetables) }
  const found = await lockDesk(tx, id)
  const decision = decidePut(found && { version: found.version, content: contentOf(found) }, wanted, version)
  if (isRefusal(decision)) return decision
  if (decision === 'same') return savedDesk(tx, id, false)
  const refusal = await checkNames(tx, id, wanted)
  if (refusal) return refusal
  if (decision === 'add') return addWholeDesk(tx, actor, id, wanted)
  await tx
    .updateTable('desk')
    .set(({ eb }) => ({ name, organization_id: organizationId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await replaceHours(tx, actor.cityId, id, wanted.timetables)
  await writeAuditEvent(tx, actor, { event: 'desk.changed', subjectId: id, details: countHours(wanted) })
  return savedDesk(tx, id, false)
}

const contentOf = ({ name, organizationId, timetables }: DeskContent): DeskContent => ({
  name,
  organizationId,
  timetables,
})

const countHours = ({ timetables }: DeskContent) => ({ timetables: timetables.length })

async function savedDesk(tx: Tx, id: DeskId, isNew: boolean): Promise<SavedDesk | Refusal> {
  const desk = await findDesk(tx, id)
  return desk ? { desk, isNew } : refuse('not_found')
}

async function checkNames(
  tx: Tx,
  id: DeskId,
  { name, organizationId }: DeskContent,
): Promise<Refusal | undefined> {
  const others = tx.selectFrom('desk').select('id').where('name', '=', name).where('id', '<>', id)
  if (await others.executeTakeFirst()) return refuse('name_taken', { name })
  const owner = tx.selectFrom('organization').select('id').where('id', '=', organizationId)
  return (await owner.executeTakeFirst()) ? undefined : refuse('not_found')
}

async function addWholeDesk(tx: Tx, actor: Actor, id: DeskId, content: DeskContent) {
  const { name, organizationId, timetables } = content
  const { last } = await tx
    .selectFrom('desk')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const added = await tx
    .insertInto('desk')
    .values({
      city_id: actor.cityId,
      id,
      organization_id: organizationId,
      name,
      position: last === null ? 0 : last + 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  // Somebody added the same in this very moment, and now it is there to compare with.
  if (!added) return putDesk(tx, actor, id, content, undefined)
  await replaceHours(tx, actor.cityId, id, timetables)
  await writeAuditEvent(tx, actor, { event: 'desk.added', subjectId: id, details: countHours(content) })
  return savedDesk(tx, id, true)
}
