import type { Count, Share } from './half-year-report.ts'
import { percentOf } from './rounding.ts'

/**
 * Figures for whoever sees them all, unit help requests: they lay two fields beside each other, or count what is not
 * finished, and so stand in no plan of what is published. The first frozen reports have them not.
 */
export interface InsideFigures {
  /** Requests of whoever has had the civic integration programme, or came before it, by theme. */
  readonly afterThemes: readonly Share[]
  /** How much people did themselves, theme by theme; themes without an answer are left out. */
  readonly helpLevels: readonly HelpLevel[]
  /** Requests that were noted in one tap and do not say yet what was done and what came of it. */
  readonly unfinished: number
  /** Requests in which a guide walked along and said how long that took, and those minutes together: never of one guide. */
  readonly walkedAlong: { readonly requests: number; readonly minutes: number }
}

/** Of one theme: who did it, of the requests that say so. */
export interface HelpLevel {
  /** The theme. */
  readonly code: string
  /** Requests of the theme that say who did it. */
  readonly requests: number
  /** Those in which the person did it alone or together with the guide, and their whole percent of them. */
  readonly own: number
  readonly percent: number
  /** By code of `who_did_it`, in that list's order. */
  readonly levels: readonly Count[]
}

/** From done for somebody to done by them (the ladder of self-reliance of the guides' work). */
export const helpLevelCodes = ['done_for', 'done_together', 'done_self_supported', 'done_self'] as const
/** Whoever did it alone or together: that they learn to is what the guides work for. */
export const ownLevels: readonly string[] = helpLevelCodes.slice(1)

/** By descending number of requests that say who did it, then by code. */
export function helpLevelsOf(
  counted: readonly { readonly theme: string; readonly whoDidIt: string; readonly requests: number }[],
): HelpLevel[] {
  return [...Map.groupBy(counted, ({ theme }) => theme)]
    .map(([code, ofTheme]) => {
      const levels = helpLevelCodes.map((level) => ({
        code: level,
        requests: ofTheme
          .filter(({ whoDidIt }) => whoDidIt === level)
          .reduce((sum, { requests }) => sum + requests, 0),
      }))
      const sum = (of: readonly Count[]) => of.reduce((total, { requests }) => total + requests, 0)
      const requests = sum(levels)
      const own = sum(levels.filter((level) => ownLevels.includes(level.code)))
      return { code, requests, own, percent: percentOf(own, requests), levels }
    })
    .filter(({ requests }) => requests > 0)
    .toSorted((a, b) => b.requests - a.requests || (a.code < b.code ? -1 : 1))
}

/** Of everything that is kept of a report, these figures and nothing else. */
export const insideFigures = ({
  afterThemes,
  helpLevels,
  unfinished,
  walkedAlong,
}: Partial<InsideFigures>): Partial<InsideFigures> => ({
  ...(afterThemes && { afterThemes }),
  ...(helpLevels && { helpLevels }),
  ...(unfinished !== undefined && { unfinished }),
  ...(walkedAlong && { walkedAlong }),
})
