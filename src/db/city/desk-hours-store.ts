import type { PlannedDesk } from '../../domain/calendar/calendar-plan.ts'
import { heldTimetables, type Timetable, tidyTimetables } from '../../domain/calendar/timetable.ts'
import type { CityId, DeskId } from '../../domain/id.ts'
import { addDays, type LocalDate, type Weekday } from '../../domain/local-date.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** Every desk with its timetables in order, retired ones too. */
export async function listPlannedDesks(tx: Tx): Promise<PlannedDesk[]> {
  const desks = await tx.selectFrom('desk').select(['id', 'last_day as lastDay']).execute()
  const timetables = await readTimetables(tx)
  return desks.map(({ id, lastDay }) => ({ id, lastDay, timetables: timetables.get(id) ?? [] }))
}

interface HoursRow {
  readonly deskId: DeskId
  readonly weekday: number
  readonly opens: string
  readonly closes: string
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** The timetables of every desk, or of one. A desk without hours is absent. */
export async function readTimetables(tx: Tx, deskId?: DeskId): Promise<Map<DeskId, Timetable[]>> {
  const rows = await tx
    .selectFrom('desk_hours')
    .select(['desk_id as deskId', 'weekday', 'opens', 'closes', 'valid_from as from', 'valid_to as to'])
    .$if(deskId !== undefined, (query) => query.where('desk_id', '=', deskId ?? null))
    .execute()
  const byDesk = Map.groupBy(rows, (row) => row.deskId)
  return new Map([...byDesk].map(([id, ofDesk]) => [id, timetablesOf(ofDesk)]))
}

/** The day after hours end without others in their place begins a timetable without hours. */
function timetablesOf(rows: readonly HoursRow[]): Timetable[] {
  const begun = [...Map.groupBy(rows, ({ from }) => from)].map(([from, ofDay]) => ({
    from,
    spans: ofDay.map(({ weekday, opens, closes }) => ({
      // because: the column's own check keeps it between 1 and 7
      weekday: weekday as Weekday,
      opens: opens.slice(0, 5),
      closes: closes.slice(0, 5),
    })),
  }))
  const ends = new Set(rows.flatMap(({ to }) => (to ? [addDays(to, 1)] : [])))
  const empty = [...ends]
    .filter((day) => !begun.some(({ from }) => from === day))
    .map((from) => ({ from, spans: [] }))
  return tidyTimetables([...begun, ...empty])
}

/** Puts these hours in the place of those that the desk had. */
export async function replaceHours(
  tx: Tx,
  cityId: CityId,
  deskId: DeskId,
  timetables: readonly Timetable[],
): Promise<void> {
  await tx.deleteFrom('desk_hours').where('desk_id', '=', deskId).execute()
  const rows = heldTimetables(timetables).flatMap(({ from, to, spans }) =>
    spans.map((span) => ({
      ...span,
      city_id: cityId,
      id: makeUuid(),
      desk_id: deskId,
      valid_from: from,
      valid_to: to,
    })),
  )
  if (rows.length > 0) await tx.insertInto('desk_hours').values(rows).execute()
}
