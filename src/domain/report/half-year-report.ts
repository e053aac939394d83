import type { LocalDate, Month } from '../local-date.ts'
import type { PopulationFigures } from './population.ts'

export interface Period {
  /** First and last day, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What happened at the desks and may explain a figure; never a person's name. */
export interface ReportEvent extends Period {
  readonly title: string
}

export interface Count {
  readonly code: string
  readonly requests: number
}

/** Groups that were met, and how many people in them: beside the help requests, never among them. */
export interface GroupCounts {
  readonly contacts: number
  readonly people: number
}

/** What the database counts over a period; unit: help requests that are not voided. Order is free. */
export interface ReportCounts {
  readonly months: readonly { readonly month: Month; readonly requests: number }[]
  readonly clientKinds: readonly Count[]
  readonly statuses: readonly Count[]
  readonly nationalities: readonly Count[]
  readonly themes: readonly {
    readonly theme: string
    readonly subTheme: string | null
    readonly requests: number
  }[]
  readonly languages: readonly Count[]
  readonly whoDidIt: readonly Count[]
  readonly outcomes: readonly Count[]
  readonly origins: readonly Count[]
  readonly desks: readonly Count[]
  /** Whether somebody came for the first time: `first`, `again`, `not_asked`. The first frozen reports did not count it. */
  readonly firstVisits?: readonly Count[] | undefined
  /** A request may have several actions and barriers: it is counted once for each. */
  readonly actions: readonly Count[]
  readonly barriers: readonly Count[]
}

export interface Share extends Count {
  /** Of all requests in the period, a whole number, rounded half up. */
  readonly percent: number
}

export interface MonthFigures {
  readonly month: Month
  readonly requests: number
  readonly openingDays: number
  /** One decimal, rounded half up; null without an opening day. */
  readonly perOpeningDay: number | null
}

export interface NationalityFigures {
  /** How many nationalities are named; unknown, not asked and refused are outside, stateless and XK inside. */
  readonly distinct: number
  readonly topTenTotal: number
  readonly topTen: readonly {
    readonly country: string
    readonly requests: number
    readonly percentOfTopTen: number
    readonly percentOfAll: number
  }[]
  readonly other: { readonly countries: number; readonly requests: number }
}

/** The half-year report as JSON; unit of every figure: help requests. Codes only, so it reads the same in every language. */
export interface HalfYearReport {
  readonly city: { readonly code: string; readonly name: string }
  readonly period: Period
  readonly total: number
  readonly openingDays: number
  readonly perOpeningDay: number | null
  readonly months: readonly MonthFigures[]
  readonly clientKinds: readonly Share[]
  readonly statuses: readonly Share[]
  readonly nationalities: NationalityFigures
  readonly themes: readonly (Share & { readonly subThemes: readonly Share[] })[]
  readonly languages: readonly Share[]
  readonly actions: readonly Share[]
  readonly whoDidIt: readonly Share[]
  readonly outcomes: readonly Share[]
  readonly barriers: readonly Share[]
  readonly origins: readonly Share[]
  /** The first frozen reports have it not. */
  readonly firstVisits?: readonly Share[] | undefined
  readonly desks: readonly Share[]
  /** Our requests beside who lives in the municipality; absent where nobody wrote that down. */
  readonly population?: PopulationFigures | undefined
  /** Absent where no group was met. */
  readonly groupContacts?: GroupCounts | undefined
  /** What each figure counts and on which base, by definition id and version. */
  readonly definitions: ReportDefinitions
}

export interface ReportDefinitions {
  readonly version: string
  readonly unit: 'help_request'
  /** For each field of the report: the code of its base, e.g. `all_requests`, `top_ten`, `opening_days`. */
  readonly bases: Readonly<Record<string, string>>
}
