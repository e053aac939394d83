import { unanswered } from '../../code-list/code-list.ts'
import type { Month } from '../../local-date.ts'
import type { Count, ReportCounts } from '../half-year-report.ts'
import { type Leaf, type PublicCube, shownFrom } from './publication.ts'

/** The requests of one whole month along every dimension of the report. */
export interface MonthCounts {
  readonly month: Month
  readonly counts: ReportCounts
}

/** Nationalities are named from this number on. */
export const nationalityNamedFrom = 10

/** Fields whose codes are counted once for each request, and those of which a request may have several. */
const single = ['clientKinds', 'statuses', 'languages', 'whoDidIt', 'outcomes', 'origins', 'desks'] as const
const several = ['actions', 'barriers'] as const

/** Everything that reports publish, month by month. Unit: help requests. */
export function publicCubeOf(months: readonly MonthCounts[]): PublicCube {
  const leavesOf = (pick: (counts: ReportCounts) => readonly Part[]) => gather(months, pick)
  const plain = (field: (typeof single)[number] | (typeof several)[number]) =>
    leavesOf((counts) => counts[field].map(({ code, requests }) => ({ key: code, requests })))
  return {
    months: { addsUp: true, leaves: monthLeaves(months) },
    themes: { addsUp: true, leaves: leavesOf(({ themes }) => themes.map(themePart)) },
    nationalities: {
      addsUp: true,
      leaves: leavesOf(({ nationalities }) => nationalities.map(nationalityPart)),
    },
    firstVisits: {
      addsUp: true,
      leaves: leavesOf(({ firstVisits = [] }) =>
        firstVisits.map(({ code, requests }) => ({ key: code, requests })),
      ),
      countedIn: months.flatMap(({ month, counts }) => (counts.firstVisits ? [month] : [])),
    },
    ...Object.fromEntries(single.map((field) => [field, { addsUp: true, leaves: plain(field) }])),
    ...Object.fromEntries(several.map((field) => [field, { addsUp: false, leaves: plain(field) }])),
  }
}

interface Part {
  readonly key: string
  readonly requests: number
  readonly group?: string
  readonly shownFrom?: number
  readonly unprinted?: boolean
}

function gather(months: readonly MonthCounts[], pick: (counts: ReportCounts) => readonly Part[]): Leaf[] {
  const parts = months.flatMap(({ month, counts }) => pick(counts).map((part) => ({ month, part })))
  return [...Map.groupBy(parts, ({ part }) => part.key)].map(([key, ofKey]) => {
    const requests = new Map<Month, number>()
    for (const { month, part } of ofKey) requests.set(month, (requests.get(month) ?? 0) + part.requests)
    const { group, unprinted = false, shownFrom: from = shownFrom } = ofKey[0]?.part ?? {}
    return { key, group, unprinted, shownFrom: from, requests }
  })
}

const monthLeaves = (months: readonly MonthCounts[]): Leaf[] =>
  months.map(({ month, counts }) => {
    const requests = counts.months.reduce((sum, part) => sum + part.requests, 0)
    return {
      key: month,
      group: undefined,
      months: [month],
      shownFrom,
      requests: new Map([[month, requests]]),
    }
  })

/** A theme is a line of its own; what it has besides its sub-themes is printed nowhere. */
const themePart = ({ theme, subTheme, requests }: ReportCounts['themes'][number]): Part => ({
  key: subThemeKey(theme, subTheme),
  group: theme,
  requests,
  unprinted: subTheme === null,
})

export const subThemeKey = (theme: string, subTheme: string | null): string => `${theme}/${subTheme ?? ''}`

/** The lines under which nationalities stand: those that somebody named, and no answer. */
export const namedNationalities = 'named'

const nationalityPart = ({ code, requests }: Count): Part =>
  (unanswered as readonly string[]).includes(code)
    ? { key: code, group: 'unanswered', requests }
    : { key: code, group: namedNationalities, requests, shownFrom: nationalityNamedFrom }
