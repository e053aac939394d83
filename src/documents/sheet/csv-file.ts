import { type Options, stringify } from 'csv-stringify/sync'
import { harmless, type SheetCell } from './sheet-cell.ts'

/**
 * Writes rows as the CSV that a Belgian Excel opens by a double click: semicolons, decimal commas, dates as
 * YYYY-MM-DD, UTF-8 with its byte order mark, lines that end in CRLF. Texts are made harmless. The rows are read as
 * the bytes are asked for, so memory does not grow with them.
 */
export async function* csvFile(
  headings: readonly string[],
  rows: AsyncIterable<readonly SheetCell[]>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\ufeff${stringify([headings.map(harmless)], form)}`)
  let batch: string[][] = []
  for await (const row of rows) {
    batch.push(row.map(textOf))
    if (batch.length < batchSize) continue
    yield Buffer.from(stringify(batch, form))
    batch = []
  }
  if (batch.length > 0) yield Buffer.from(stringify(batch, form))
}

const batchSize = 500

// A text with blanks around it is quoted, else a reader would trim it.
const form: Options = { delimiter: ';', record_delimiter: '\r\n', quoted_match: /^\s|\s$/ }

function textOf(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return harmless(cell)
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return typeof cell === 'boolean' ? String(cell) : cell.date
}
