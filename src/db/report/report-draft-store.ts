import { closedDaysIn, openingDays } from '../../domain/calendar/opening-day.ts'
import type { City } from '../../domain/city.ts'
import type { CityCode } from '../../domain/code-list/code-list.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { previousPeriod, yearBefore } from '../../domain/report/comparison.ts'
import type { Period, Share } from '../../domain/report/half-year-report.ts'
import { afterStatuses } from '../../domain/report/proposal/after-proposal.ts'
import type { ProposalSource } from '../../domain/report/proposal/statement.ts'
import { sharesOf } from '../../domain/report/report-figures.ts'
import { isShareField, shareFields } from '../../domain/report/share-field.ts'
import { listEvents } from '../city/calendar-event-store.ts'
import { readCityCalendar } from '../city/calendar-store.ts'
import { listCodes } from '../city/code-list-store.ts'
import type { Tx } from '../database.ts'
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
    afterThemes: await countAfterThemes(tx, period),
    earlier: {
      previous: await readReport(tx, city, previousPeriod(period)),
      yearBefore: await readReport(tx, city, yearBefore(period)),
    },
    project,
    isSensitive: (field, code) => isShareField(field) && sensitive.has(`${shareFields[field]} ${code}`),
  }
}

/**
 * Themes of the requests of whoever has had the civic integration programme, or came before it. No sensitive code is in
 * it: such a status stands on no row, and a row names its theme only.
 */
export async function countAfterThemes(tx: Tx, { from, to }: Period): Promise<Share[]> {
  const counts = await tx
    .selectFrom('help_request')
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .where('voided_at', 'is', null)
    .where('status', 'in', afterStatuses)
    .groupBy('theme')
    .select(({ fn }) => ['theme as code', fn.countAll<number>().as('requests')])
    .execute()
  return sharesOf(
    counts,
    counts.reduce((sum, { requests }) => sum + requests, 0),
  )
}
