import highsModule from 'highs'
import type { Month } from '../../src/domain/local-date.ts'
import { monthsOf } from '../../src/domain/report/period.ts'
import type { ShareField } from '../../src/domain/report/share-field.ts'
import type { ShownReport } from '../../src/domain/report/shown-report.ts'
import { namedNationalities, subThemeKey } from '../../src/domain/report/suppression/public-cube.ts'
import {
  type Line,
  linesOf,
  type PublicCube,
  type PublicTable,
  requestsOf,
} from '../../src/domain/report/suppression/publication.ts'

// What somebody works out who holds every published report: all that follows by adding and subtracting, and the least
// and the most that each number can be, knowing that requests are whole, never negative, and not zero where hidden.
// Written apart from the plan that it attacks: span by span, by a solver, from the reports as they are printed.

// because: its types are those of its CommonJS half, where the function sits one level deeper
const highs = await (highsModule as unknown as typeof highsModule.default)()

/** How far a solver of decimals may be off a whole number. */
const tolerance = 1e-6

/** A small number that the attacker is sure of. */
export interface Found {
  readonly field: string
  readonly key: string
  readonly months: readonly Month[]
  readonly requests: number
}

/** Every small number, over every run of months, that the attacker finds. `cube` is the truth that he is after. */
export const attack = (cube: PublicCube, reports: readonly ShownReport[]): Found[] =>
  Object.entries(cube).flatMap(([field, table]) =>
    attackTable(table, reports, field).map((found) => ({ field, ...found })),
  )

function attackTable(table: PublicTable, reports: readonly ShownReport[], field: string) {
  const lines = linesOf(table)
  const spans = spansOf(reports)
  const sum = (line: Pick<Line, 'leaves'>, over: readonly Month[]) => sumOf(table, spans, line, over)
  const known = reports.flatMap((report) => rowsOf(table, lines, report, field, sum))
  return lines.flatMap((line) =>
    runsOf(spans).flatMap((run) => {
      const requests = requestsOf(line, run)
      if (requests === 0 || requests >= line.shownFrom) return []
      const target = sum(line, run)
      // Between two whole numbers there is no other: 2.9 at most is 2.
      const isSure =
        Math.floor(solve('Maximize', target, known) + tolerance) === requests &&
        Math.ceil(solve('Minimize', target, known) - tolerance) === requests
      return isSure ? [{ key: line.key, months: run, requests }] : []
    }),
  )
}

type Sum = (line: Pick<Line, 'leaves'>, over: readonly Month[]) => string

function rowsOf(
  table: PublicTable,
  lines: readonly Line[],
  report: ShownReport,
  field: string,
  sum: Sum,
): string[] {
  const months = monthsOf(report.period)
  const printed = printedIn(report, field)
  // A report from before it was counted says nothing of it, not even a total.
  if (!printed) return []
  const rows = lines.flatMap((line) => {
    const left = sum(line, months)
    if (left === '') return []
    const requests = printed.get(line.key)
    if (requests === null) return [`${left} >= 1`]
    if (requests !== undefined) return [`${left} = ${requests}`]
    // What has no line at all is zero; a nationality may be among the others, and a theme's own rest is printed nowhere.
    return field === 'nationalities' || (!line.printed && requestsOf(line, months) > 0) ? [] : [`${left} = 0`]
  })
  return table.addsUp ? [...rows, `${sum(table, months)} = ${report.total}`] : rows
}

/** Every line that the report prints of a field, with its number or that it is hidden. */
function printedIn(report: ShownReport, field: string): Map<string, number | null> | undefined {
  switch (field) {
    case 'months':
      return new Map(report.months.map(({ month, requests }) => [month, requests]))
    case 'themes':
      return new Map(
        report.themes.flatMap(({ code, requests, subThemes }) => [
          [code, requests] as const,
          ...subThemes.map((part) => [subThemeKey(code, part.code), part.requests] as const),
        ]),
      )
    case 'nationalities': {
      const { topTen, topTenTotal, other } = report.nationalities
      const named =
        other.requests === null ? [] : [[namedNationalities, topTenTotal + other.requests] as const]
      return new Map([...named, ...topTen.map(({ country, requests }) => [country, requests] as const)])
    }
    default:
      // because: every other field of the cube is a list of shares
      return (
        report[field as ShareField] &&
        new Map(report[field as ShareField]?.map(({ code, requests }) => [code, requests]))
      )
  }
}

/** Months that stand in the same reports cannot be told apart: what is known of one is known of all of them together. */
function spansOf(reports: readonly ShownReport[]): Month[][] {
  const within = reports.map(({ period }) => monthsOf(period))
  const months = [...new Set(within.flat())].toSorted()
  return [...Map.groupBy(months, (month) => within.map((each) => each.includes(month)).join()).values()]
}

function sumOf(
  { leaves }: PublicTable,
  spans: readonly Month[][],
  line: Pick<Line, 'leaves'>,
  over: readonly Month[],
): string {
  const parts = line.leaves.flatMap((leaf) =>
    spans.flatMap((span, place) =>
      span.some((month) => over.includes(month) && (leaf.months?.includes(month) ?? true))
        ? [`x${leaves.indexOf(leaf)}_${place}`]
        : [],
    ),
  )
  return parts.join(' + ')
}

const runsOf = (spans: readonly Month[][]): Month[][] =>
  spans.flatMap((_, from) => spans.slice(from).map((__, more) => spans.slice(from, from + more + 1).flat()))

function solve(goal: 'Minimize' | 'Maximize', target: string, rows: readonly string[]): number {
  const text = `${goal}\n${target}\nSubject To\n${rows.join('\n')}\nEnd`
  const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false })
  if (Status === 'Unbounded') return goal === 'Maximize' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  if (Status !== 'Optimal') throw new Error(`${Status}\n${text}`)
  return ObjectiveValue
}
