import type { CalendarEvent } from '../../../contract/calendar-event.ts'
import type { Closure } from '../../../contract/closure.ts'
import type { Desk } from '../../../contract/desk.ts'
import { api, bodyOf, done, onVersion } from '../../api.ts'

// What the page writes, each with the way back. Without a version a PUT adds.

const version = (known: number | undefined) => (known === undefined ? undefined : onVersion(known))

export function keepClosure({ id, ...json }: Omit<Closure, 'version'>, known?: number): Promise<Closure> {
  const { deskId, from, to, openOn, reason } = json
  const closure = { deskId, from, to, openOn, reason }
  return bodyOf(
    api.calendar.closures[':id'].$put({ param: { id }, header: {}, json: closure }, version(known)),
  )
}

export const removeClosure = ({ id, version: known }: Closure): Promise<void> =>
  done(api.calendar.closures[':id'].$delete({ param: { id }, header: {} }, onVersion(known)))

export function keepEvent({ id, from, to, title }: Omit<CalendarEvent, 'version'>, known?: number) {
  const json = { from, to, title }
  return bodyOf(api.calendar.events[':id'].$put({ param: { id }, header: {}, json }, version(known)))
}

export const removeEvent = ({ id, version: known }: CalendarEvent): Promise<void> =>
  done(api.calendar.events[':id'].$delete({ param: { id }, header: {} }, onVersion(known)))

export type DeskContent = Pick<Desk, 'id' | 'name' | 'organizationId' | 'timetables'>

export function keepDesk(
  { id, name, organizationId, timetables }: DeskContent,
  known?: number,
): Promise<Desk> {
  const json = { name, organizationId, timetables }
  return bodyOf(api.desks[':id'].$put({ param: { id }, header: {}, json }, version(known)))
}

export const retireDesk = ({ id, version: known }: Desk, lastDay: string): Promise<Desk> =>
  bodyOf(api.desks[':id'].retirement.$put({ param: { id }, header: {}, json: { lastDay } }, onVersion(known)))

export const reinstateDesk = ({ id, version: known }: Desk): Promise<Desk> =>
  bodyOf(api.desks[':id'].retirement.$delete({ param: { id }, header: {} }, onVersion(known)))
