import type { Actor } from '../../domain/actor.ts'
import { type HolidayCode, isHolidayCode } from '../../domain/calendar/holiday.ts'
import type { ObservedHoliday, YearSpan } from '../../domain/calendar/observed-holiday.ts'
import type { CityId } from '../../domain/id.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { lockCalendar } from './calendar-lock.ts'

export type VersionedHoliday = ObservedHoliday & { readonly version: number }

/** The holidays that the city keeps or once kept, with their years. */
export async function listHolidays(tx: Tx): Promise<VersionedHoliday[]> {
  const rows = await tx.selectFrom('observed_holiday').select(['code', 'years', 'version']).execute()
  return rows.flatMap(({ code, years, version }) =>
    // because: only putHoliday and the column's default write these years, from this type
    isHolidayCode(code) ? [{ code, years: years as YearSpan[], version }] : [],
  )
}

export const observeHolidays = (tx: Tx, cityId: CityId, codes: readonly HolidayCode[]) =>
  tx
    .insertInto('observed_holiday')
    .values(codes.map((code) => ({ city_id: cityId, id: makeUuid(), code })))
    .execute()

/** Sets the years in which the city keeps the holiday; version 0 = it never said anything about it. */
export async function putHoliday(
  tx: Tx,
  actor: Actor,
  { code, years }: ObservedHoliday,
  version: number,
): Promise<VersionedHoliday | Refusal> {
  await lockCalendar(tx, actor.cityId)
  const row = await tx
    .selectFrom('observed_holiday')
    .select(['years', 'version'])
    .where('code', '=', code)
    .executeTakeFirst()
  const found = row ?? { years: [], version: 0 }
  // because: as in listHolidays
  const content = spansOf(found.years as YearSpan[])
  const decision = decidePut({ version: found.version, content }, spansOf(years), version)
  if (isRefusal(decision)) return decision
  if (decision === 'same') return { code, years, version: found.version }
  const next = found.version + 1
  const written = { years: JSON.stringify(spansOf(years)), version: next }
  await tx
    .insertInto('observed_holiday')
    .values({ ...written, city_id: actor.cityId, id: makeUuid(), code })
    .onConflict((conflict) => conflict.columns(['city_id', 'code']).doUpdateSet(written))
    .execute()
  await writeAuditEvent(tx, actor, { event: 'holiday.changed', details: { code, spans: years.length } })
  return { code, years, version: next }
}

const spansOf = (years: readonly YearSpan[]) => years.map(({ first, last }) => ({ first, last }))
