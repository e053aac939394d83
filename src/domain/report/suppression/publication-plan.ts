import type { Month } from '../../local-date.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { countFollowing, type FindBounds, findCertain } from './exposure.ts'
import type { ShownTable } from './known-sums.ts'
import {
  isCounted,
  isSmall,
  type Line,
  linesOf,
  type Publication,
  type PublicCube,
  type PublicTable,
  requestsOf,
} from './publication.ts'

/**
 * Which lines a report of these months hides so that nobody finds a small number, with every earlier report in hand.
 * Refuses `report_reveals` (fields) when hiding no longer helps: earlier reports say too much together with this one.
 */
export function planPublication(
  cube: PublicCube,
  months: readonly Month[],
  earlier: readonly Publication[],
  findBounds: FindBounds,
): Publication | Refusal {
  const planned = Object.entries(cube).map(([field, table]) => {
    if (!isCounted(table, months)) return [field, []] as const
    const before = earlier
      .filter((report) => isCounted(table, report.months))
      .map((report) => ({ months: report.months, hidden: new Set(report.hidden[field]) }))
    return [field, planTable(table, months, before, findBounds)] as const
  })
  const failed = planned.filter(([, hidden]) => hidden === undefined).map(([field]) => field)
  if (failed.length > 0) return refuse('report_reveals', { fields: failed.join(', ') })
  return { months, hidden: Object.fromEntries(planned.map(([field, hidden]) => [field, hidden ?? []])) }
}

function planTable(
  table: PublicTable,
  months: readonly Month[],
  before: readonly ShownTable[],
  findBounds: FindBounds,
): string[] | undefined {
  const lines = linesOf(table).filter((line) => line.printed && requestsOf(line, months) > 0)
  const isHidden = (line: Line) => isSmall(requestsOf(line, months), line.shownFrom)
  const small = lines.filter(isHidden).map(({ key }) => key)
  const withNew = (hidden: readonly string[]) => [...before, { months, hidden: new Set(hidden) }]
  const count = (hidden: readonly string[]) => countFollowing(table, withNew(hidden))
  const smallestFirst = lines
    .filter((line) => !isHidden(line))
    .toSorted((a, b) => requestsOf(a, months) - requestsOf(b, months) || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key)
  let hidden = hideWhatHelps(small, smallestFirst, count)
  while (hidden && findCertain(table, withNew(hidden), findBounds).length > 0) {
    const more = smallestFirst.find((key) => !hidden?.includes(key))
    hidden = more === undefined ? undefined : hideWhatHelps([...hidden, more], smallestFirst, count)
  }
  return hidden?.toSorted()
}

/** Hides more, smallest first, until nothing follows; undefined when all is hidden and something follows still. */
function hideWhatHelps(
  small: readonly string[],
  candidates: readonly string[],
  count: (hidden: readonly string[]) => number,
): string[] | undefined {
  const added: string[] = []
  let now = count(small)
  while (now > 0) {
    const tried = candidates
      .filter((key) => !small.includes(key) && !added.includes(key))
      .values()
      .map((key) => ({ key, after: count([...small, ...added, key]) }))
    const next = firstBetter(tried, now)
    if (!next) return undefined
    added.push(next.key)
    now = next.after
  }
  return [...small, ...withoutNeedless(small, added, count)]
}

/** The first that leaves less to be found; else the first of all. */
function firstBetter<T extends { readonly after: number }>(tried: Iterable<T>, now: number): T | undefined {
  let first: T | undefined
  for (const one of tried) {
    if (one.after < now) return one
    first ??= one
  }
  return first
}

/** What was hidden on the way and is not needed after all is shown again, the last first. */
function withoutNeedless(
  small: readonly string[],
  added: readonly string[],
  count: (hidden: readonly string[]) => number,
): string[] {
  let needed = added
  for (const key of added.toReversed()) {
    const others = needed.filter((other) => other !== key)
    if (count([...small, ...others]) === 0) needed = others
  }
  return [...needed]
}
