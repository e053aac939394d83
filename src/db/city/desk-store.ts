import type { Actor } from '../../domain/actor.ts'
import { always, type TimeSpan, type Timetable } from '../../domain/calendar/timetable.ts'
import { type CityId, type DeskId, deskId, type OrganizationId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { readTimetables, replaceHours } from './desk-hours-store.ts'

export interface Desk {
  readonly id: DeskId
  readonly name: string
  readonly organizationId: OrganizationId
  readonly position: number
  /** The last day of a retired desk. */
  readonly lastDay: LocalDate | null
  readonly timetables: readonly Timetable[]
  readonly version: number
}

const columns = [
  'id',
  'name',
  'organization_id as organizationId',
  'position',
  'last_day as lastDay',
  'version',
] as const

/** Every desk of the city in its order, retired ones too. */
export async function listDesks(tx: Tx): Promise<Desk[]> {
  const desks = await tx.selectFrom('desk').select(columns).orderBy('position').orderBy('name').execute()
  const timetables = await readTimetables(tx)
  return desks.map((desk) => ({ ...desk, timetables: timetables.get(desk.id) ?? [] }))
}

export async function findDesk(tx: Tx, id: DeskId): Promise<Desk | undefined> {
  const desk = await tx.selectFrom('desk').select(columns).where('id', '=', id).executeTakeFirst()
  return desk && { ...desk, timetables: (await readTimetables(tx, id)).get(id) ?? [] }
}

/** The desk as it is once everybody who was changing it is done; nobody else changes it before this transaction ends. */
export async function lockDesk(tx: Tx, id: DeskId): Promise<Desk | undefined> {
  await tx.selectFrom('desk').select('id').where('id', '=', id).forUpdate().execute()
  return findDesk(tx, id)
}

export interface NewDesk {
  readonly organizationId: OrganizationId
  readonly name: string
  readonly position: number
  /** Held since ever. Without hours a desk is never open: the reports do not count its days. */
  readonly hours: readonly TimeSpan[]
}

/** Adds a desk that an import or the founding of a city names. */
export async function addDesk(tx: Tx, cityId: CityId, { organizationId, name, position, hours }: NewDesk) {
  const id = deskId.parse(makeUuid())
  await tx
    .insertInto('desk')
    .values({ city_id: cityId, id, organization_id: organizationId, name, position })
    .execute()
  await replaceHours(tx, cityId, id, [{ from: always, spans: hours }])
  return id
}

/** Puts the desks in this order. Refuses a list that is not exactly the city's desks (`desk_order_incomplete`). */
export async function orderDesks(tx: Tx, actor: Actor, ids: readonly DeskId[]): Promise<Refusal | undefined> {
  const desks = await tx.selectFrom('desk').select('id').orderBy('id').forUpdate().execute()
  const isWhole = desks.length === ids.length && desks.every(({ id }) => ids.includes(id))
  if (!isWhole) return refuse('desk_order_incomplete')
  for (const [position, id] of ids.entries())
    await tx.updateTable('desk').set({ position }).where('id', '=', id).execute()
  await writeAuditEvent(tx, actor, { event: 'desks.ordered', details: { desks: ids.length } })
  return undefined
}
