import loadHighs from 'highs'
import type { Month } from '../../src/domain/local-date.ts'
import type { Line, Publication, PublicTable } from '../../src/domain/report/suppression/publication.ts'
import { linesOf, requestsOf } from '../../src/domain/report/suppression/publication.ts'

// What somebody can work out who holds every published report: every sum that follows, and the least and the most that
// each number can be, knowing that requests are whole, never negative, and at least one where a number is hidden.

const highs = await loadHighs()

/** A small number that the attacker is sure of. */
export interface Found {
  readonly key: string
  readonly months: readonly Month[]
  readonly requests: number
}

/** Every small number of a table, over every run of months, that the attacker finds. */
export function attack(table: PublicTable, reports: readonly Publication[], field: string): Found[] {
  const months = [...new Set(reports.flatMap((report) => report.months))].sort()
  const known = whatIsKnown(table, reports, field)
  const name = namer(table, months)
  const found: Found[] = []
  for (const line of linesOf(table)) {
    for (const run of runsOf(months)) {
      const requests = requestsOf(line, run)
      if (requests === 0 || requests >= line.shownFrom) continue
      const target = sumOf(name, line, run)
      const least = solve('Minimize', target, known(name))
      const most = solve('Maximize', target, known(name))
      if (Math.ceil(least - 1e-6) === Math.floor(most + 1e-6)) found.push({ key: line.key, months: run, requests })
    }
  }
  return found
}

type Namer = (key: string, month: Month) => string

function namer({ leaves }: PublicTable, months: readonly Month[]): Namer {
  const places = new Map(leaves.map(({ key }, place) => [key, place]))
  return (key, month) => `x${places.get(key)}_${months.indexOf(month)}`
}

const sumOf = (name: Namer, line: Pick<Line, 'leaves'>, months: readonly Month[]) =>
  line.leaves.flatMap((leaf) => months.filter((month) => leaf.months?.includes(month) ?? true).map((month) => name(leaf.key, month))).join(' + ')

function whatIsKnown(table: PublicTable, reports: readonly Publication[], field: string) {
  return (name: Namer): string[] =>
    reports.flatMap(({ months, hidden }) => {
      const hiddenHere = hidden[field] ?? []
      const rows = linesOf(table).map((line) => {
        const sum = sumOf(name, line, months)
        if (sum === '') return ''
        const requests = requestsOf(line, months)
        if (requests === 0) return `${sum} = 0`
        if (!line.printed) return ''
        return hiddenHere.includes(line.key) ? `${sum} >= 1` : `${sum} = ${requests}`
      })
      const all = { leaves: table.leaves }
      const total = table.addsUp ? `${sumOf(name, all, months)} = ${requestsOf(all, months)}` : ''
      return [...rows, total].filter((row) => row !== '')
    })
}

const runsOf = (months: readonly Month[]): Month[][] =>
  months.flatMap((_, from) => months.slice(from).map((__, length) => months.slice(from, from + length + 1)))

function solve(goal: 'Minimize' | 'Maximize', target: string, rows: readonly string[]): number {
  const text = `${goal}\n t: ${target}\nSubject To\n${rows.map((row, place) => ` r${place}: ${row}`).join('\n')}\nEnd`
  const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false })
  if (Status === 'Unbounded') return goal === 'Maximize' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  if (Status !== 'Optimal') throw new Error(`${Status}\n${text}`)
  return ObjectiveValue
}
