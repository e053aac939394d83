import type { Refusal } from '../refusal.ts'

/** One row as a spreadsheet shows it. */
export interface SheetRow {
  /** The number beside the row: the headings are row 1. */
  readonly row: number
  readonly cells: readonly string[]
  /** Positions of cells that hold a formula; a CSV has none, a text that begins with = is text there. */
  readonly formulas?: readonly number[]
  /** Positions of cells behind a merged one. */
  readonly covered?: readonly number[]
  /** Nobody sees it: a filter or somebody hides it. */
  readonly isHidden?: true
}

/** A table of cells, from whatever file: CSV, XLSX, a page. It is read twice, so `rows` starts again each time. */
export interface Sheet {
  readonly headings: readonly string[]
  /** The other sheets of the workbook that hold something: nobody reads those. */
  readonly otherSheets?: readonly string[]
  /** The rows under the headings, blank ones too; a refusal when the file turns out to be broken, and then no more. */
  readonly rows: () => AsyncIterable<SheetRow | Refusal>
}

export const isBlankRow = ({ cells }: SheetRow): boolean => cells.every((cell) => !/\S/.test(cell))
