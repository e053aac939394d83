import { addDays, type LocalDate } from '../local-date.ts'
import { type ChapterCode, chapterCodes } from './chapter/chapter.ts'
import type { Passage, TextState } from './chapter/passage.ts'
import type { Period, ReportCounts } from './half-year-report.ts'
import { lastHalfYear } from './period.ts'
import { type PartialReport, type ProjectContent, partialReportsOf } from './project.ts'
import { percentOf } from './rounding.ts'

/** For so many days after its last one a period that is over is told of. */
export const toldForDays = 31

interface KnownProject<Id> extends Pick<ProjectContent, 'name' | 'from' | 'to' | 'reportingMoments'> {
  readonly id: Id
  readonly isRetired: boolean
}

export interface EndedPeriod<Id> extends Period {
  /** The partial report that is due; null for a half-year. */
  readonly partOf: (Pick<PartialReport, 'number' | 'of'> & { readonly id: Id; readonly name: string }) | null
}

/**
 * The periods that ended lately: each partial report of a project, and the half-year where no project runs on its last day.
 */
export function endedPeriods<Id>(projects: readonly KnownProject<Id>[], today: LocalDate): EndedPeriod<Id>[] {
  const running = projects.filter(({ isRetired }) => !isRetired)
  const partials = running.flatMap((project) =>
    partialReportsOf(project).map(({ from, to, number, of }) => ({
      ...{ from, to, partOf: { id: project.id, name: project.name, number, of } },
    })),
  )
  const { from, to } = lastHalfYear(today)
  const isCovered = running.some((project) => project.from <= to && to <= project.to)
  return [...partials, ...(isCovered ? [] : [{ from, to, partOf: null }])].filter(
    (ended) => ended.to < today && today <= addDays(ended.to, toldForDays),
  )
}

export const askedFields = [
  'clientKinds',
  'statuses',
  'nationalities',
  'languages',
  'firstVisits',
  'origins',
  'whoDidIt',
  'outcomes',
] as const

export interface NotAsked {
  readonly field: (typeof askedFields)[number]
  readonly requests: number
  /** Of all requests in the period, a whole number. */
  readonly percent: number
}

/** What is known of a period before its report is made: how much there is, and what nobody asked, the most first. */
export function readinessOf(counts: ReportCounts): { readonly total: number; readonly notAsked: NotAsked[] } {
  const total = counts.months.reduce((sum, { requests }) => sum + requests, 0)
  const notAsked = askedFields
    .map((field) => ({
      field,
      requests: counts[field]?.find(({ code }) => code === 'not_asked')?.requests ?? 0,
    }))
    .filter(({ requests }) => requests > 0)
    .map((one) => ({ ...one, percent: percentOf(one.requests, total) }))
    .toSorted((a, b) => b.requests - a.requests)
  return { total, notAsked }
}

/** The chapters whose text nobody called ready, in any language, nor left empty on purpose. */
export const openChapters = (
  written: readonly { readonly passage: Passage; readonly state: TextState }[],
): ChapterCode[] =>
  chapterCodes.filter(
    (code) => !written.some(({ passage, state }) => passage === code && state !== 'proposed'),
  )
