import { unanswered } from '../code-list/code-list.ts'
import { type LocalDate, monthOf } from '../local-date.ts'
import type {
  Count,
  GroupCounts,
  HalfYearReport,
  MonthFigures,
  NationalityFigures,
  Period,
  ReportCounts,
  ReportDefinitions,
  Share,
} from './half-year-report.ts'
import { monthsOf } from './period.ts'
import { type Population, populationFigures } from './population.ts'
import { averageOver, percentOf } from './rounding.ts'

export interface ReportSource {
  readonly city: { readonly code: string; readonly name: string }
  readonly period: Period
  readonly counts: ReportCounts
  /** The opening days inside the period. */
  readonly openingDays: readonly LocalDate[]
  readonly definitionsVersion: string
  /** The newest counting of the municipality that is no younger than the period. */
  readonly population?: Population | undefined
  readonly groupContacts?: GroupCounts | undefined
}

/**
 * The figures of a report out of what was counted. Unit: help requests. Every list is ordered by descending count,
 * then by code as plain ASCII; codes without requests are left out; months are complete and in order.
 */
export function composeReport({
  city,
  period,
  counts,
  openingDays,
  definitionsVersion,
  population,
  groupContacts,
}: ReportSource): HalfYearReport {
  const total = counts.months.reduce((sum, { requests }) => sum + requests, 0)
  const shares = (list: readonly Count[]): Share[] => sharesOf(list, total)
  const { firstVisits } = counts
  return {
    city: { code: city.code, name: city.name },
    period: { from: period.from, to: period.to },
    total,
    openingDays: openingDays.length,
    perOpeningDay: averageOver(total, openingDays.length),
    months: monthFigures(period, counts.months, openingDays),
    clientKinds: shares(counts.clientKinds),
    statuses: shares(counts.statuses),
    nationalities: nationalityFigures(counts.nationalities, total),
    themes: themeFigures(counts.themes, total),
    languages: shares(counts.languages),
    actions: shares(counts.actions),
    whoDidIt: shares(counts.whoDidIt),
    outcomes: shares(counts.outcomes),
    barriers: shares(counts.barriers),
    origins: shares(counts.origins),
    ...(firstVisits ? { firstVisits: shares(firstVisits) } : {}),
    desks: shares(counts.desks),
    ...(population ? { population: populationFigures(population, counts.nationalities, total) } : {}),
    ...(groupContacts?.contacts ? { groupContacts } : {}),
    definitions: {
      version: definitionsVersion,
      unit: 'help_request',
      bases: {
        ...bases,
        ...(firstVisits ? { firstVisits: 'all_requests' } : {}),
        ...(population ? populationBases : {}),
      },
    },
  }
}

const populationBases = {
  'population.percentOfPeople': 'people_counted',
  'population.percentOfRequests': 'all_requests',
}

/** Of what each percentage is a share, or what each average is spread over. */
const bases: ReportDefinitions['bases'] = {
  perOpeningDay: 'opening_days',
  clientKinds: 'all_requests',
  statuses: 'all_requests',
  'nationalities.percentOfTopTen': 'top_ten',
  'nationalities.percentOfAll': 'all_requests',
  themes: 'all_requests',
  languages: 'all_requests',
  actions: 'all_requests_several_each',
  whoDidIt: 'all_requests',
  outcomes: 'all_requests',
  barriers: 'all_requests_several_each',
  origins: 'all_requests',
  desks: 'all_requests',
}

const byCountThenCode = (a: Count, b: Count): number => b.requests - a.requests || (a.code < b.code ? -1 : 1)

/** Every code with its requests and its part of `base`, by descending count, then by code. */
export const sharesOf = (counts: readonly Count[], base: number): Share[] =>
  counts
    .filter(({ requests }) => requests > 0)
    .toSorted(byCountThenCode)
    .map(({ code, requests }) => ({ code, requests, percent: percentOf(requests, base) }))

function monthFigures(
  period: Period,
  counted: ReportCounts['months'],
  openingDays: readonly LocalDate[],
): MonthFigures[] {
  const requestsIn = new Map(counted.map(({ month, requests }) => [month, requests]))
  const daysIn = Map.groupBy(openingDays, monthOf)
  return monthsOf(period).map((month) => {
    const requests = requestsIn.get(month) ?? 0
    const days = daysIn.get(month)?.length ?? 0
    return { month, requests, openingDays: days, perOpeningDay: averageOver(requests, days) }
  })
}

const namedInTopTen = 10

function nationalityFigures(counted: readonly Count[], total: number): NationalityFigures {
  const isNamed = ({ code, requests }: Count) =>
    requests > 0 && !(unanswered as readonly string[]).includes(code)
  const named = counted.filter(isNamed).toSorted(byCountThenCode)
  const topTen = named.slice(0, namedInTopTen)
  const rest = named.slice(namedInTopTen)
  const topTenTotal = sumOf(topTen)
  return {
    distinct: named.length,
    topTenTotal,
    topTen: topTen.map(({ code, requests }) => ({
      country: code,
      requests,
      percentOfTopTen: percentOf(requests, topTenTotal),
      percentOfAll: percentOf(requests, total),
    })),
    other: { countries: rest.length, requests: sumOf(rest) },
  }
}

function themeFigures(counted: ReportCounts['themes'], total: number): HalfYearReport['themes'] {
  const byTheme = Map.groupBy(counted, ({ theme }) => theme)
  const themes = [...byTheme].map(([code, parts]) => ({ code, requests: sumOf(parts), parts }))
  return themes
    .filter(({ requests }) => requests > 0)
    .toSorted(byCountThenCode)
    .map(({ code, requests, parts }) => ({
      code,
      requests,
      percent: percentOf(requests, total),
      subThemes: sharesOf(
        parts.flatMap(({ subTheme, requests }) => (subTheme === null ? [] : [{ code: subTheme, requests }])),
        total,
      ),
    }))
}

const sumOf = (counts: readonly { readonly requests: number }[]): number =>
  counts.reduce((sum, { requests }) => sum + requests, 0)
