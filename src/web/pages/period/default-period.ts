import type { QueryClient } from '@tanstack/react-query'
import type { Session } from '../../../contract/session.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { lastHalfYear } from '../../../domain/report/period.ts'
import { localDateIn } from '../../../text/format.ts'
import { newestRequestQuery } from '../requests/newest-request.ts'
import { periodAround } from './period-kind.ts'

/** The last half-year that is over; where it holds nothing because all is older, the period of the newest request. */
export async function defaultPeriod(
  queries: QueryClient,
  { isDemo, timeZone }: Session['city'],
): Promise<Period> {
  const usual = lastHalfYear(localDateIn(new Date(), timeZone))
  const newest = await queries.ensureQueryData(newestRequestQuery)
  const { from, to } = newest && newest < usual.from ? periodWithData(newest, isDemo) : usual
  return { from, to }
}

/** The demo's figures are those of a project year, so its own period is December to July. */
export const periodWithData = (newest: LocalDate, isDemo: boolean): Period =>
  periodAround(isDemo ? 'december_july' : 'half_year', newest)
