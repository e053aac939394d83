import type { HalfYearReport, MonthFigures, NationalityFigures, Share } from './half-year-report.ts'

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

type ShareLists = Pick<
  HalfYearReport,
  | 'clientKinds'
  | 'statuses'
  | 'languages'
  | 'actions'
  | 'whoDidIt'
  | 'outcomes'
  | 'barriers'
  | 'origins'
  | 'desks'
>
export type ShareList = keyof ShareLists

/** The half-year report as an audience sees it. What the coordinator sees hides nothing: a HalfYearReport is one. */
export type ShownReport = Pick<
  HalfYearReport,
  'city' | 'period' | 'total' | 'openingDays' | 'perOpeningDay' | 'definitions'
> & {
  readonly months: readonly ShownMonth[]
  readonly themes: readonly (ShownShare & { readonly subThemes: readonly ShownShare[] })[]
  readonly nationalities: ShownNationalities
} & { readonly [List in ShareList]: readonly ShownShare[] }
