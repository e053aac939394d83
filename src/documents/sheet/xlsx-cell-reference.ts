import { SheetFault } from './sheet-fault.ts'

export const mostRows = 1_048_576
export const mostColumns = 16_384

/** A block of cells, its corners included; rows count from 1, columns from 0. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** The column of `B7`, counted from 0. Throws a SheetFault when no sheet has it. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > mostColumns) throw new SheetFault('sheet_too_large')
  }
  if (column === 0) throw new SheetFault('file_damaged')
  return column - 1
}

/** Reads `A1:C3` or `A1`; undefined for anything else, whole columns too. */
export function readRange(text: string): CellRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(text)
  if (!match) return undefined
  const [, from = '', first = '', to = from, last = first] = match
  return {
    firstRow: Number(first),
    lastRow: Number(last),
    firstColumn: columnOf(from),
    lastColumn: columnOf(to),
  }
}

export const isOneCell = (range: CellRange): boolean =>
  range.firstRow === range.lastRow && range.firstColumn === range.lastColumn
