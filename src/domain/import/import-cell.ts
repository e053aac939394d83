import type { Rejection, RejectionReason } from './import-answer.ts'
import type { CodeBook } from './import-code-book.ts'
import { codedField, type ImportField, importField, lengthLimit, lengthLimits } from './import-field.ts'
import type { ImportColumns } from './import-heading.ts'
import { isBlankRow, type SheetRow } from './import-sheet.ts'
import { cleanCell, shorten } from './import-text.ts'
import { hasRegisterNumber, hideRegisterNumber } from './register-number.ts'

export type RejectCell = (field: ImportField, reason: RejectionReason) => Rejection

/** How to name the cell that a row is rejected for. What a sensitive code is called is not repeated. */
export const rejecter =
  (
    { columns, book }: { readonly columns: ImportColumns; readonly book: CodeBook },
    sheetRow: SheetRow,
  ): RejectCell =>
  (field, reason) => {
    const position = columns.positions.get(field)
    const column = position === undefined ? '' : (columns.headings[position] ?? '')
    const cell = rawCell(columns, sheetRow, field)
    const value = isSensitive(book, field, cell) ? '•••' : shorten(cell)
    return {
      row: sheetRow.row,
      column: shorten(column),
      field,
      value: hideRegisterNumber(value),
      reason,
      ...(reason === 'too_long' ? { limit: limitOf(field) } : {}),
    }
  }

function isSensitive(book: CodeBook, field: ImportField, cell: string): boolean {
  const coded = codedField.safeParse(field)
  if (!coded.success) return false
  return (book.find(coded.data, cell)?.codes ?? []).some((code) => book.isSensitive(coded.data, code))
}

/** Faults that any cell may have, whatever its field. Columns that are not read may hold what they like. */
export function findBadCell(
  columns: ImportColumns,
  sheetRow: SheetRow,
  reject: RejectCell,
): Rejection | undefined {
  for (const [field, position] of columns.positions) {
    const cell = sheetRow.cells[position] ?? ''
    if (sheetRow.formulas?.includes(position)) return reject(field, 'formula')
    // Who merged cells over rows meant one value for all, or one row over several lines: nobody can tell.
    if (sheetRow.covered?.includes(position)) return reject(field, 'ambiguous')
    if (cell.length > limitOf(field)) return reject(field, 'too_long')
    if (hasElevenDigits(cell) && hasRegisterNumber(cell)) return reject(field, 'register_number')
  }
  // A stray delimiter has shifted the cells of this row: which of them means what?
  const beyond = { ...sheetRow, cells: sheetRow.cells.slice(columns.headings.length) }
  return isBlankRow(beyond) ? undefined : reject(lastField(columns), 'ambiguous')
}

/** The cells of a row by field, cleaned; empty where the column or the cell is missing. */
export function readCells(columns: ImportColumns, sheetRow: SheetRow): (field: ImportField) => string {
  const cells = new Map<ImportField, string>()
  for (const field of columns.positions.keys()) {
    const text = cleanCell(rawCell(columns, sheetRow, field))
    cells.set(field, stroke.test(text) && !codedField.safeParse(field).success ? '' : text)
  }
  return (field) => cells.get(field) ?? ''
}

// What a coded field makes of it, its lists say; anywhere else it is how people leave a cell empty.
const stroke = /^\p{Pd}+$/u

const rawCell = ({ positions }: ImportColumns, { cells }: SheetRow, field: ImportField): string =>
  cells[positions.get(field) ?? -1] ?? ''

const limitOf = (field: ImportField) => lengthLimits[field] ?? lengthLimit

const hasElevenDigits = (cell: string) => /(?:\p{Nd}\P{Nd}*){11}/u.test(cell)

const lastField = ({ positions }: ImportColumns): ImportField =>
  importField.options.reduce((last, field) =>
    (positions.get(field) ?? -1) > (positions.get(last) ?? -1) ? field : last,
  )
