import type { Count, ReportCounts } from '../half-year-report.ts'
import type { MonthCounts } from './public-cube.ts'

/** What was counted month by month, over all of them; first visits only where each of them counted those. */
export function sumCounts(months: readonly MonthCounts[]): ReportCounts {
  const all = months.map(({ counts }) => counts)
  const sum = (pick: (counts: ReportCounts) => readonly Count[]) => addUp(all.flatMap(pick))
  return {
    months: all.flatMap((counts) => counts.months),
    clientKinds: sum((counts) => counts.clientKinds),
    statuses: sum((counts) => counts.statuses),
    nationalities: sum((counts) => counts.nationalities),
    themes: addUpThemes(all.flatMap((counts) => counts.themes)),
    languages: sum((counts) => counts.languages),
    whoDidIt: sum((counts) => counts.whoDidIt),
    outcomes: sum((counts) => counts.outcomes),
    origins: sum((counts) => counts.origins),
    desks: sum((counts) => counts.desks),
    ...(all.every(({ firstVisits }) => firstVisits)
      ? { firstVisits: sum(({ firstVisits = [] }) => firstVisits) }
      : {}),
    actions: sum((counts) => counts.actions),
    barriers: sum((counts) => counts.barriers),
  }
}

const total = (parts: readonly { readonly requests: number }[]) =>
  parts.reduce((sum, { requests }) => sum + requests, 0)

const addUp = (counts: readonly Count[]): Count[] =>
  [...Map.groupBy(counts, ({ code }) => code)].map(([code, parts]) => ({ code, requests: total(parts) }))

const addUpThemes = (themes: ReportCounts['themes']): ReportCounts['themes'] =>
  [...Map.groupBy(themes, ({ theme, subTheme }) => `${theme}/${subTheme ?? ''}`).values()].flatMap(
    (parts) => {
      const [first] = parts
      return first ? [{ ...first, requests: total(parts) }] : []
    },
  )
