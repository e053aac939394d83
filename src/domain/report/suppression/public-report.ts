import type { HalfYearReport, NationalityFigures, Share } from '../half-year-report.ts'
import type { PopulationFigures } from '../population.ts'
import { percentOf } from '../rounding.ts'
import type {
  ShareList,
  ShownNationalities,
  ShownPopulation,
  ShownReport,
  ShownShare,
} from '../shown-report.ts'
import { namedNationalities, nationalityNamedFrom, subThemeKey } from './public-cube.ts'
import { isSmall, type Publication, shownFrom } from './publication.ts'

/** On fewer requests no percentage is shown: one more or less would move it too far. */
export const percentBase = 30

/**
 * The report as everybody but the coordinator sees it. Hidden lines come last, in the order of their codes, so that
 * their place in the list does not tell how large they are. Nationalities are named from ten requests on.
 */
export function hideSmall(report: HalfYearReport, { hidden }: Publication): ShownReport {
  const isHidden = (field: string, key: string) => hidden[field]?.includes(key) ?? false
  const shares = (field: ShareList | 'firstVisits', list: readonly Share[]) =>
    showShares(list, report.total, (code) => isHidden(field, code))
  // How many people were met in groups is for the coordinator: no plan keeps small ones of it hidden.
  const { groupContacts: _, ...shown } = report
  const { firstVisits, population } = report
  const nationalities = showNationalities(report, isHidden)
  return {
    ...shown,
    months: report.months.map((figures) =>
      isHidden('months', figures.month)
        ? { ...figures, requests: null, perOpeningDay: null, hidden: true }
        : figures,
    ),
    themes: showThemes(report, isHidden),
    nationalities,
    clientKinds: shares('clientKinds', report.clientKinds),
    statuses: shares('statuses', report.statuses),
    languages: shares('languages', report.languages),
    actions: shares('actions', report.actions),
    whoDidIt: shares('whoDidIt', report.whoDidIt),
    outcomes: shares('outcomes', report.outcomes),
    barriers: shares('barriers', report.barriers),
    origins: shares('origins', report.origins),
    desks: shares('desks', report.desks),
    ...(firstVisits ? { firstVisits: shares('firstVisits', firstVisits) } : {}),
    ...(population ? { population: showPopulation(population, nationalities) } : {}),
  }
}

type IsHidden = (field: string, key: string) => boolean

function showShares(
  shares: readonly Share[],
  base: number,
  isHidden: (code: string) => boolean,
): ShownShare[] {
  const shown = shares
    .filter(({ code }) => !isHidden(code))
    .map(({ code, requests, percent }) => ({ code, requests, percent: base < percentBase ? null : percent }))
  const hidden = shares
    .filter(({ code }) => isHidden(code))
    .map(({ code }) => ({ code, requests: null, percent: null, hidden: true as const }))
  return [...shown, ...hidden.toSorted((a, b) => (a.code < b.code ? -1 : 1))]
}

function showThemes({ themes, total }: HalfYearReport, isHidden: IsHidden): ShownReport['themes'] {
  const subThemes = new Map(
    themes.map(({ code, subThemes }) => [
      code,
      showShares(subThemes, total, (part) => isHidden('themes', subThemeKey(code, part))),
    ]),
  )
  return showShares(themes, total, (code) => isHidden('themes', code)).map((theme) => ({
    ...theme,
    subThemes: subThemes.get(theme.code) ?? [],
  }))
}

function showNationalities({ nationalities, total }: HalfYearReport, isHidden: IsHidden): ShownNationalities {
  const { topTen, other, distinct }: NationalityFigures = nationalities
  const named = topTen.filter(
    ({ country, requests }) => requests >= nationalityNamedFrom && !isHidden('nationalities', country),
  )
  const topTenTotal = named.reduce((sum, { requests }) => sum + requests, 0)
  const rest = nationalities.topTenTotal + other.requests - topTenTotal
  const percent = (part: number, base: number) => (base < percentBase ? null : percentOf(part, base))
  const restIsHidden = isHidden('nationalities', namedNationalities)
  return {
    distinct,
    topTenTotal,
    topTen: named.map(({ country, requests }) => ({
      country,
      requests,
      percentOfTopTen: percent(requests, topTenTotal),
      percentOfAll: percent(requests, total),
    })),
    other: { countries: distinct - named.length, requests: restIsHidden ? null : rest },
  }
}

/**
 * Requests of the nationalities that the report names, and of no other: not even that there were none. A nationality of a
 * few people is left out: whoever knows them would read what they ask.
 */
const showPopulation = (population: PopulationFigures, { topTen }: ShownNationalities): ShownPopulation => ({
  ...population,
  groups: population.groups
    .filter(({ people }) => !isSmall(people, shownFrom))
    .map(({ country, people, percentOfPeople }) => {
      const { requests = null, percentOfAll = null } = topTen.find((named) => named.country === country) ?? {}
      return { country, people, percentOfPeople, requests, percentOfRequests: percentOfAll }
    }),
})
