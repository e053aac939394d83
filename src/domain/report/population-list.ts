import { isCounted } from './population.ts'

/** A line of a list that somebody pasted, with what it was read as. */
export interface PopulationLine {
  /** From 1, as a spreadsheet shows it. */
  readonly row: number
  readonly name: string
  /** Null where no whole number stands beside the name. */
  readonly people: number | null
  /** The nationality that the name certainly is; null where nobody knows, or several claim it. */
  readonly country: string | null
}

type FindCodes = (name: string) => readonly string[]

/**
 * Reads a list of groups with their numbers, with tabs, semicolons or commas between them: in each line the first cell with
 * words, and the last one with a number. A first line without a number holds headings; every other line comes back.
 */
export function readPopulationList(text: string, findCodes: FindCodes): PopulationLine[] {
  const lines = text.split(/\r\n?|\n/)
  const delimiter = delimiterOf(text)
  const rows = lines
    .map((line, at) => ({ row: at + 1, cells: cellsOf(line, delimiter) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  return rows
    .map(({ row, cells }) => {
      const name = cells.find((cell) => /\p{L}/u.test(cell)) ?? ''
      const people = peopleOf(cells.findLast((cell) => cell !== name && /\d/.test(cell)) ?? '')
      const [code, ...others] = findCodes(name)
      return { row, name, people, country: code && others.length === 0 && isCounted(code) ? code : null }
    })
    .filter(({ people }, at) => at > 0 || people !== null)
}

/** Whatever a spreadsheet puts on the clipboard or in a file; a comma may be a part of a number where another stands too. */
const delimiterOf = (text: string): string =>
  ['\t', ';', ','].find((delimiter) => text.includes(delimiter)) ?? '\t'

function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}

/** "1234", "1.234", "1 234", "1,234"; a part of a person is no number of people. */
function peopleOf(cell: string): number | null {
  const isWhole = /^\d+$|^\d{1,3}(?:[.,\s\u00a0\u202f’']\d{3})+$/.test(cell)
  const people = Number(cell.replace(/\D/g, ''))
  return isWhole && people <= 10_000_000 ? people : null
}
