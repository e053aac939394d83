import type { LocalDate, Month } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { FrozenText } from './chapter/passage.ts'
import { monthsOf } from './period.ts'
import type { ReportedProject } from './project.ts'
import { composeReport } from './report-figures.ts'
import type { ShownReport } from './shown-report.ts'
import type { SnapshotContent } from './snapshot.ts'
import { type MonthCounts, publicCubeOf } from './suppression/public-cube.ts'
import { hideSmall } from './suppression/public-report.ts'
import { type Publication, type PublicCube, shownFrom } from './suppression/publication.ts'
import { sumCounts } from './suppression/sum-counts.ts'

/** What everybody may see of a frozen report, with the words of its day. */
export interface PublishedContent {
  readonly report: ShownReport
  readonly codes: SnapshotContent['codes']
  readonly openingDays: readonly LocalDate[]
  readonly events: SnapshotContent['events']
  /** What somebody called ready and everybody may read, in every language; none in the first published reports. */
  readonly texts?: readonly FrozenText[]
  /** The project that it is a part of; not known of the first published reports. */
  readonly project?: ReportedProject
  /** Months whose figures are those of an earlier publication: what is published stays what it was. */
  readonly keptMonths: readonly Month[]
}

/** A report that was published before, with what was counted when it was frozen. Withdrawn ones too: people have them. */
export interface EarlierPublication {
  readonly plan: Publication
  readonly monthCounts: readonly MonthCounts[]
}

/** What is asked of a plan: everything published until now and this report, month by month. */
export interface PublicationQuestion {
  readonly cube: PublicCube
  readonly months: readonly Month[]
  readonly earlier: readonly Publication[]
}

/**
 * Refuses `snapshot_without_months` (frozen before reports could be published) and `report_too_small` (with fewer
 * requests than may be shown).
 */
export function askPublication(
  { report, monthCounts }: SnapshotContent,
  earlier: readonly EarlierPublication[],
): PublicationQuestion | Refusal {
  if (!monthCounts) return refuse('snapshot_without_months')
  const all = publishedMonths([...earlier.map((one) => one.monthCounts), monthCounts])
  const months = monthsOf(report.period)
  const requests = sumCounts(all.filter(({ month }) => months.includes(month))).months.reduce(
    (sum, part) => sum + part.requests,
    0,
  )
  if (requests < shownFrom) return refuse('report_too_small', { from: shownFrom })
  return { cube: publicCubeOf(all), months, earlier: earlier.map(({ plan }) => plan) }
}

/** For each event of a report, in their order, the words with which it is published; null leaves it out. */
export type EventWords = readonly (string | null)[]

/** The events as they are published; as they were written where nothing else is said. Refuses words for other events. */
export function publishedEvents(
  events: SnapshotContent['events'],
  words: EventWords | undefined,
): SnapshotContent['events'] | Refusal {
  if (!words) return events
  if (words.length !== events.length) return refuse('publication_overtaken')
  return events.flatMap((event, place) => {
    const title = words[place] ?? null
    return title === null ? [] : [{ ...event, title }]
  })
}

/** What a report shows under its plan. A month that was published before keeps the figures that it had then. */
export function publishedContent(
  { report, codes, openingDays, events, monthCounts = [] }: SnapshotContent,
  earlier: readonly EarlierPublication[],
  plan: Publication,
): PublishedContent {
  const before = publishedMonths(earlier.map((one) => one.monthCounts)).map(({ month }) => month)
  const all = publishedMonths([...earlier.map((one) => one.monthCounts), monthCounts])
  const months = all.filter(({ month }) => plan.months.includes(month))
  const shown = composeReport({
    city: report.city,
    period: report.period,
    counts: sumCounts(months),
    openingDays,
    definitionsVersion: report.definitions.version,
    population: report.population,
  })
  return {
    report: hideSmall(shown, plan),
    codes,
    openingDays,
    events,
    keptMonths: plan.months.filter((month) => before.includes(month)),
  }
}

/** The first that was published of each month stands. */
function publishedMonths(counted: readonly (readonly MonthCounts[])[]): MonthCounts[] {
  const first = new Map<Month, MonthCounts>()
  for (const part of counted.flat()) if (!first.has(part.month)) first.set(part.month, part)
  return [...first.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
