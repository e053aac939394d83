import { type HolidayCode, isHolidayCode } from '../../domain/calendar/holiday.ts'
import { type Calendar, openingDays } from '../../domain/calendar/opening-day.ts'
import { type CityId, type DeskId, deskId, type OrganizationId } from '../../domain/id.ts'
import type { LocalDate, Weekday } from '../../domain/local-date.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** The city's desks, hours, holidays and the closures of a period. */
export async function readCityCalendar(tx: Tx, { from, to }: Period): Promise<Calendar> {
  const hours = await tx.selectFrom('desk_hours').select(['desk_id as id', 'weekday']).distinct().execute()
  const observed = await tx.selectFrom('observed_holiday').select('code').execute()
  const closures = await tx
    .selectFrom('closure')
    .select(['desk_id as deskId', 'closed_on as closedOn', 'reason'])
    .where('closed_on', '>=', from)
    .where('closed_on', '<=', to)
    .execute()
  const byDesk = Map.groupBy(hours, ({ id }) => id)
  const desks = [...byDesk].map(([id, days]) => ({
    id,
    // because: the column's own check keeps it between 1 and 7
    weekdays: days.map(({ weekday }) => weekday as Weekday),
  }))
  return { desks, holidays: observed.map(({ code }) => code).filter(isHolidayCode), closures }
}

export const listOpeningDays = async (tx: Tx, period: Period): Promise<LocalDate[]> =>
  openingDays(await readCityCalendar(tx, period), period)

export interface NewDesk {
  readonly organizationId: OrganizationId
  readonly name: string
  readonly position: number
  /** Without hours a desk is never open: the reports do not count its days. */
  readonly hours: readonly { readonly weekday: Weekday; readonly opens: string; readonly closes: string }[]
}

export async function addDesk(tx: Tx, cityId: CityId, { organizationId, name, position, hours }: NewDesk) {
  const id = deskId.parse(makeUuid())
  await tx
    .insertInto('desk')
    .values({ city_id: cityId, id, organization_id: organizationId, name, position })
    .execute()
  if (hours.length > 0) {
    const rows = hours.map((times) => ({ city_id: cityId, id: makeUuid(), desk_id: id, ...times }))
    await tx.insertInto('desk_hours').values(rows).execute()
  }
  return id
}

export const observeHolidays = (tx: Tx, cityId: CityId, codes: readonly HolidayCode[]) =>
  tx
    .insertInto('observed_holiday')
    .values(codes.map((code) => ({ city_id: cityId, id: makeUuid(), code })))
    .execute()

/** Closes the desk, or every desk (null), on a day. Answers whether that was new. */
export async function addClosure(
  tx: Tx,
  cityId: CityId,
  closure: { readonly deskId: DeskId | null; readonly closedOn: LocalDate; readonly reason: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('closure')
    .values({
      city_id: cityId,
      id: makeUuid(),
      desk_id: closure.deskId,
      closed_on: closure.closedOn,
      reason: closure.reason,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'closed_on', 'desk_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
