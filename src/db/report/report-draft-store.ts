import { closedDaysIn, openingDays } from '../../domain/calendar/opening-day.ts'
import type { City } from '../../domain/city.ts'
import type { CityCode } from '../../domain/code-list/code-list.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { previousPeriod, yearBefore } from '../../domain/report/comparison.ts'
import type { ProposalSource } from '../../domain/report/proposal/statement.ts'
import { isShareField, shareFields } from '../../domain/report/share-field.ts'
import { listEvents } from '../city/calendar-event-store.ts'
import { readCityCalendar } from '../city/calendar-store.ts'
import { listCodes } from '../city/code-list-store.ts'
import type { Tx } from '../database.ts'
import { countInside } from './inside-store.ts'
import { readReport } from './live-report-store.ts'
import { readReportedProject } from './project-store.ts'
import type { TextPlace } from './report-text-store.ts'

/** Everything that a report may be made of, as it stands now. */
export interface ReportDraft extends ProposalSource {
  readonly codes: readonly CityCode[]
  readonly openingDays: readonly LocalDate[]
}

/** Refuses what readReportedProject refuses. */
export async function readReportDraft(
  tx: Tx,
  city: City,
  { projectId, ...period }: TextPlace,
): Promise<ReportDraft | Refusal> {
  const project = projectId && (await readReportedProject(tx, projectId, period))
  if (isRefusal(project)) return project
  const calendar = await readCityCalendar(tx, period)
  const codes = await listCodes(tx)
  const sensitive = new Set(codes.filter((each) => each.sensitive).map(({ list, code }) => `${list} ${code}`))
  return {
    report: await readReport(tx, city, period),
    codes,
    openingDays: openingDays(calendar, period),
    closedDays: closedDaysIn(calendar, period),
    events: (await listEvents(tx, period)).map(({ from, to, title }) => ({ from, to, title })),
    ...(await countInside(tx, period)),
    earlier: {
      previous: await readReport(tx, city, previousPeriod(period)),
      yearBefore: await readReport(tx, city, yearBefore(period)),
    },
    project,
    isSensitive: (field, code) => isShareField(field) && sensitive.has(`${shareFields[field]} ${code}`),
  }
}
