import type { Month } from '../../local-date.ts'
import { isSmall, type Leaf, type Line, linesOf, type PublicTable, requestsOf } from './publication.ts'

/** What a report shows of one table. */
export interface ShownTable {
  readonly months: readonly Month[]
  readonly hidden: ReadonlySet<string>
}

/** A sum of variables of which readers know the least and the most it can be. */
export interface KnownSum {
  readonly variables: readonly number[]
  readonly least: number
  readonly most: number
}

/** A small number that nobody may work out. */
export interface Secret {
  readonly key: string
  readonly months: readonly Month[]
  readonly variables: readonly number[]
}

/** A table as whoever holds all its reports may write it down. A variable is a whole number of requests, never negative. */
export interface Knowledge {
  readonly variables: number
  readonly sums: readonly KnownSum[]
  readonly secrets: readonly Secret[]
}

/** What is known of a table from all reports, and which small numbers should not follow from it. */
export function knowledgeOf(table: PublicTable, shown: readonly ShownTable[]): Knowledge {
  const lines = linesOf(table)
  const spans = spansOf(shown)
  const variablesOf = numberVariables(table, spans)
  const sums = [
    ...impossible(table, spans),
    ...shown.flatMap((report) => shownSums(table, lines, report, spansWithin(spans, report.months))),
  ]
  return {
    variables: table.leaves.length * spans.length,
    sums: sums.map(({ leaves, spans: over, least, most }) => ({
      variables: variablesOf(leaves, over),
      least,
      most,
    })),
    secrets: lines.flatMap((line) =>
      unionsOf(spans).flatMap((over) => {
        const months = over.flat()
        const isSecret = isSmall(requestsOf(line, months), line.shownFrom)
        return isSecret ? [{ key: line.key, months, variables: variablesOf(line.leaves, over) }] : []
      }),
    ),
  }
}

/** Months that stand in the same reports: nobody can tell them apart by subtracting one report from another. */
type Span = readonly Month[]

function spansOf(shown: readonly ShownTable[]): Span[] {
  const months = [...new Set(shown.flatMap((report) => report.months))].toSorted()
  const reportsOf = (month: Month) => shown.map((report) => Number(report.months.includes(month))).join('')
  return [...Map.groupBy(months, reportsOf).values()]
}

const spansWithin = (spans: readonly Span[], months: readonly Month[]) =>
  spans.filter((span) => span.every((month) => months.includes(month)))

/** Every run of spans in the order of time. A number that is small over more of them is small, and a secret, in each. */
const unionsOf = (spans: readonly Span[]): Span[][] =>
  spans.flatMap((_, from) => spans.slice(from).map((__, more) => spans.slice(from, from + more + 1)))

function numberVariables({ leaves }: PublicTable, spans: readonly Span[]) {
  const leafPlaces = new Map(leaves.map((leaf, place) => [leaf, place]))
  const spanPlaces = new Map(spans.map((span, place) => [span, place]))
  return (of: readonly Leaf[], over: readonly Span[]): number[] =>
    of.flatMap((leaf) =>
      over.map((span) => (leafPlaces.get(leaf) ?? 0) * spans.length + (spanPlaces.get(span) ?? 0)),
    )
}

interface LeafSum {
  readonly leaves: readonly Leaf[]
  readonly spans: readonly Span[]
  readonly least: number
  readonly most: number
}

/** Months in which a leaf can have nothing at all. */
const impossible = ({ leaves }: PublicTable, spans: readonly Span[]): LeafSum[] =>
  leaves.flatMap((leaf) =>
    spans
      .filter((span) => leaf.months && !span.some((month) => leaf.months?.includes(month)))
      .map((span) => ({ leaves: [leaf], spans: [span], least: 0, most: 0 })),
  )

/** The printed numbers; that a hidden one is not zero, as zero is shown; and the total where the leaves add up to it. */
function shownSums(
  table: PublicTable,
  lines: readonly Line[],
  { months, hidden }: ShownTable,
  spans: readonly Span[],
): LeafSum[] {
  const ofLines = lines.flatMap(({ key, leaves, printed }) => {
    const requests = requestsOf({ leaves }, months)
    if (requests > 0 && !printed) return []
    const isHidden = hidden.has(key)
    const most = isHidden ? Number.POSITIVE_INFINITY : requests
    return [{ leaves, spans, least: isHidden ? 1 : requests, most }]
  })
  const requests = requestsOf(table, months)
  return table.addsUp
    ? [...ofLines, { leaves: table.leaves, spans, least: requests, most: requests }]
    : ofLines
}
