import type { HalfYearReport, MonthFigures, NationalityFigures, Share } from './half-year-report.ts'
import type { PopulationFigures } from './population.ts'

/** A number that readers may not see, nor work out. */
export interface Hidden {
  readonly requests: null
  readonly percent: null
  readonly hidden: true
}

/** A share as its audience sees it; without a percentage where the base is too small for one. */
export type ShownShare =
  | (Omit<Share, 'percent'> & { readonly percent: number | null })
  | ({ readonly code: string } & Hidden)

export type ShownMonth =
  | MonthFigures
  | (Omit<MonthFigures, 'requests' | 'perOpeningDay'> & {
      readonly requests: null
      readonly perOpeningDay: null
      readonly hidden: true
    })

export type ShownNationalities = Omit<NationalityFigures, 'topTen' | 'other'> & {
  readonly topTen: readonly {
    readonly country: string
    readonly requests: number
    readonly percentOfTopTen: number | null
    readonly percentOfAll: number | null
  }[]
  readonly other: { readonly countries: number; readonly requests: number | null }
}

export type ShownPopulation = Omit<PopulationFigures, 'groups'> & {
  readonly groups: readonly (Omit<PopulationFigures['groups'][number], 'requests' | 'percentOfRequests'> & {
    /** Null where the nationality may not be named: fewer than ten, or none. */
    readonly requests: number | null
    readonly percentOfRequests: number | null
  })[]
}

const shareLists = [
  'clientKinds',
  'statuses',
  'languages',
  'actions',
  'whoDidIt',
  'outcomes',
  'barriers',
  'origins',
  'desks',
] as const satisfies readonly (keyof HalfYearReport)[]
export type ShareList = (typeof shareLists)[number]

/** The half-year report as an audience sees it. What the coordinator sees hides nothing: a HalfYearReport is one. */
export type ShownReport = Pick<
  HalfYearReport,
  'city' | 'period' | 'total' | 'openingDays' | 'perOpeningDay' | 'definitions'
> & {
  readonly months: readonly ShownMonth[]
  readonly themes: readonly (ShownShare & { readonly subThemes: readonly ShownShare[] })[]
  readonly nationalities: ShownNationalities
} & { readonly [List in ShareList]: readonly ShownShare[] } & {
  readonly firstVisits?: readonly ShownShare[] | undefined
  readonly population?: ShownPopulation | undefined
}

export type ReportField = ShareList | 'firstVisits' | 'months' | 'themes' | 'nationalities'

/** For each field of the report with numbers that its readers may not see, how many; in no order. */
export function hiddenNumbers(report: ShownReport): ReadonlyMap<ReportField, number> {
  const { months, themes, nationalities } = report
  const parts: (readonly [ReportField, readonly { readonly requests: number | null }[]])[] = [
    ['months', months],
    ['themes', [...themes, ...themes.flatMap(({ subThemes }) => subThemes)]],
    ['nationalities', [nationalities.other]],
    ...shareLists.map((list) => [list, report[list]] as const),
    ['firstVisits', report.firstVisits ?? []],
  ]
  const counted = parts.map(
    ([field, numbers]) => [field, numbers.filter(({ requests }) => requests === null).length] as const,
  )
  return new Map(counted.filter(([, count]) => count > 0))
}

/** How many numbers of the report its readers may not see. */
export const countHidden = (report: ShownReport): number =>
  hiddenNumbers(report)
    .values()
    .reduce((sum, count) => sum + count, 0)
