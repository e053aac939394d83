import { type CellValue, type ColumnDef, writeXlsxStream } from 'hucre/xlsx'
import { harmless, type SheetCell } from './sheet-cell.ts'

export interface XlsxContent {
  /** The name on the tab. */
  readonly sheet: string
  readonly headings: readonly string[]
  readonly rows: AsyncIterable<readonly SheetCell[]>
}

/**
 * Writes rows as an Excel workbook: real dates (shown as dd/mm/yyyy) and numbers, bold headings that stay in sight, columns as wide as
 * their first rows ask for, never a formula. The rows are read as the bytes are asked for, so memory does not grow
 * with them; past Excel's 1,048,576 rows they go on in a second sheet.
 */
export async function* xlsxFile({ sheet, headings, rows }: XlsxContent): AsyncGenerator<Uint8Array> {
  const source = rows[Symbol.asyncIterator]()
  try {
    const first: (readonly SheetCell[])[] = []
    while (first.length < rowsMeasured) {
      const { done, value } = await source.next()
      if (done) break
      first.push(value)
    }
    const columns: ColumnDef[] = headings.map((heading, position) => ({
      header: plainText(harmless(heading)),
      width: widthOf([heading, ...first.map((row) => row[position] ?? null)]),
      style: { font: { bold: true } },
    }))
    const values = writtenRows(columns, first, source)
    yield* writeXlsxStream(values, { name: tabName(sheet), columns, freezePane: { rows: 1 } })
  } finally {
    await source.return?.()
  }
}

const rowsMeasured = 200

/** As Flanders writes a day. A format is of a whole column: one of days holds nothing else in its first rows. */
const dateFormat = 'dd/mm/yyyy'
const isOfDays = (cells: readonly SheetCell[]) =>
  cells.some((cell) => cell !== null) && cells.every((cell) => typeof cell === 'object')

async function* writtenRows(
  columns: ColumnDef[],
  first: readonly (readonly SheetCell[])[],
  more: AsyncIterator<readonly SheetCell[]>,
): AsyncGenerator<CellValue[]> {
  // hucre styles columns, not rows. It asks for the first row once the headings are written: the rest is not bold.
  for (const [position, column] of columns.entries())
    column.style = isOfDays(first.map((row) => row[position] ?? null)) ? { numFmt: dateFormat } : {}
  for (const row of first) yield row.map(cellValue)
  while (true) {
    const { done, value } = await more.next()
    if (done) return
    yield value.map(cellValue)
  }
}

function cellValue(cell: SheetCell): CellValue {
  if (typeof cell === 'string') return cell === '' ? null : plainText(harmless(cell))
  return typeof cell === 'object' && cell !== null ? new Date(`${cell.date}T00:00:00Z`) : cell
}

/** Text as XML may hold it: Excel reads `_x0041_` as a letter's number, and takes 32,767 characters a cell. */
export const plainText = (text: string): string =>
  text
    .slice(0, longestCell)
    .toWellFormed()
    .replace(/_x(?=[0-9a-f]{4}_)/gi, '_x005F_x')
    .replace(/[\ufffe\uffff]/g, '\ufffd')

const longestCell = 32_767

function widthOf(cells: readonly SheetCell[]): number {
  const lengths = cells.map((cell) => (typeof cell === 'object' ? dateLength : String(cell).length))
  return Math.min(widest, Math.max(narrowest, ...lengths.map((length) => length + 2)))
}

const dateLength = 10
const narrowest = 10
const widest = 60

/** Excel refuses some characters in a tab's name, an apostrophe at its ends, more than 31 characters and "History". */
export function tabName(name: string): string {
  const allowed = name
    .toWellFormed()
    .replace(/[[\]:*?/\\\p{Cc}\ufffe\uffff]/gu, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '')
  return allowed === '' || /^history$/i.test(allowed) ? `${allowed}_` : allowed
}
