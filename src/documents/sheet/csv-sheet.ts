import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { isBlankRow, type Sheet, type SheetRow } from '../../domain/import/import-sheet.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { FileBytes } from './file-bytes.ts'
import { findHeadings, type WantsHeadings } from './sheet-headings.ts'
import { decode, type Encoding, recogniseEncoding } from './text-decoding.ts'

const delimiters = [';', ',', '\t'] as const
type Delimiter = (typeof delimiters)[number]

// Far more than a row of a real spreadsheet; a quote that is never closed would otherwise swallow any file whole.
const longestRow = 16_000_000
const longestHeadings = 100_000

/**
 * Opens a CSV as a sheet: UTF-8, UTF-16, Windows-1252 or that of an old Mac; semicolons, commas or tabs. The row with
 * its headings is found by findHeadings. Its bytes are read again for every reading of the rows, so memory does not grow with the file.
 * Refuses what recogniseEncoding refuses, text that is no table (`file_not_csv`) and blank lines (`file_blank`). A quote that is never closed
 * (`file_cut_off`) and a row without end (`file_row_too_long`) it refuses now or, in a long file, as its last row.
 */
export async function openCsv(file: FileBytes, isWanted: WantsHeadings): Promise<Sheet | Refusal> {
  const encoding = await recogniseEncoding(file)
  if (isRefusal(encoding)) return encoding
  const start = await readStart(file, encoding)
  const markup = /^\s*<(?:(\?xml)|!doctype|html|table)\b/i.exec(start)
  if (markup) return refuse('file_not_csv', { format: markup[1] ? 'XML' : 'HTML' })
  const delimiter = recogniseDelimiter(start)
  const skipped = separatorLine.test(start) ? 1 : 0
  const read = () => readRows(file, encoding, delimiter, skipped)
  const headings = await findHeadings(read(), isWanted)
  if (!headings) return refuse('file_blank')
  if (isRefusal(headings)) return headings
  if (headings.cells.some((cell) => binary.test(cell))) return refuse('file_not_csv', { format: '?' })
  return { headings: headings.cells, rows: () => rowsUnder(headings, read()) }
}

// Excel's own way to name the delimiter; it does not show this line, so the headings are still row 1.
const separatorLine = /^"?sep=([;,\t])"?(?:\r\n|\n|\r)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no heading holds
const binary = /[\x00-\x08\x0e-\x1f\ufffd]/

async function readStart(file: FileBytes, encoding: Encoding): Promise<string> {
  let start = ''
  for await (const text of decode(file, encoding)) {
    start += text
    if (start.length > longestHeadings) break
  }
  return start.slice(0, longestHeadings)
}

/** The delimiter that stands most often between the headings; a semicolon when none does. */
function recogniseDelimiter(start: string): Delimiter {
  const named = delimiters.find((delimiter) => separatorLine.exec(start)?.[1] === delimiter)
  if (named) return named
  const unquoted = start.replace(/"(?:[^"]|"")*"?/g, '""')
  const headings = unquoted.split(/\r\n|\n|\r/).find((line) => /[^\s;,]/.test(line)) ?? ''
  const count = (delimiter: Delimiter) => headings.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

async function* rowsUnder(
  headings: SheetRow,
  rows: AsyncIterable<SheetRow | Refusal>,
): AsyncGenerator<SheetRow | Refusal> {
  for await (const row of rows) if (isRefusal(row) || row.row > headings.row) yield row
}

async function* readRows(
  file: FileBytes,
  encoding: Encoding,
  delimiter: Delimiter,
  skipped: number,
): AsyncGenerator<SheetRow | Refusal> {
  let line = 0
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    from: 1 + skipped,
    trim: delimiter !== '\t',
    on_record: (record: string[], { lines }) => {
      line = lines
      return record
    },
  })
  // because: iterating over the parser below throws what went wrong; the callback is only there to be
  let ending = ''
  async function* watched() {
    for await (const text of decode(file, encoding)) {
      ending = text.at(-1) ?? ending
      yield text
    }
  }
  pipeline(Readable.from(watched()), parser, () => undefined)
  let row = 0
  let headings = 0
  let last = 0
  try {
    // because: without the option `columns` each record is a list of texts
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (headings === 0 && !isBlankRow({ row, cells })) headings = cells.length
      last = cells.length
      yield { row: ++row, cells }
    }
    // A last line without its end and without its last columns is where a copy or a download broke off.
    if (headings > 0 && last < headings && !/[\r\n]/.test(ending)) yield refuse('file_cut_off', { line })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield explain(error, line + 1)
  }
}

function explain({ code }: CsvError, line: number): Refusal {
  return refuse(code === 'CSV_MAX_RECORD_SIZE' ? 'file_row_too_long' : 'file_cut_off', { line })
}
