import type { City } from '../../domain/city.ts'
import type { HalfYearReport, Period } from '../../domain/report/half-year-report.ts'
import { composeReport } from '../../domain/report/report-figures.ts'
import { listOpeningDays } from '../city/calendar-store.ts'
import { readCodeListVersion } from '../city/code-list-store.ts'
import type { Tx } from '../database.ts'
import { countGroupContacts } from '../visit/group-contact-store.ts'
import { findPopulation } from './population-store.ts'
import { countForReport } from './report-store.ts'

/** The figures of a period as they stand now. Only an actor who may read every row of the city gets them right. */
export async function readReport(tx: Tx, city: City, period: Period): Promise<HalfYearReport> {
  const openingDays = await listOpeningDays(tx, period)
  const counts = await countForReport(tx, period)
  const definitionsVersion = await readCodeListVersion(tx)
  const population = await findPopulation(tx, period.to)
  const groupContacts = await countGroupContacts(tx, period)
  return composeReport({
    ...{ city, period, counts, openingDays, definitionsVersion },
    ...{ population, groupContacts },
  })
}
