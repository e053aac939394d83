import type { ImportId } from '../id.ts'
import type { LocalDate } from '../local-date.ts'
import type { ImportField } from './import-field.ts'

/** Why a row is not imported. A closed list: programs and translations build on it. */
export type RejectionReason =
  | 'date_invalid'
  | 'date_future'
  | 'time_invalid'
  | 'formula'
  | 'too_long'
  | 'required'
  | 'register_number'
  | 'ambiguous'

/** A row that is not imported, and the first cell to blame. */
export interface Rejection {
  readonly row: number
  /** The heading as it stands in the file. */
  readonly column: string
  readonly field: ImportField
  /** What the cell says, shortened; the digits of a register number are hidden. */
  readonly value: string
  readonly reason: RejectionReason
  /** With `too_long`: how many characters the cell may have. */
  readonly limit?: number
}

/** A value that no list, name or spelling knows: nothing is imported until somebody says what it means. */
export interface UnknownValue {
  readonly column: string
  readonly field: ImportField
  readonly value: string
  /** How many rows hold it. */
  readonly count: number
  /** The codes that look most like it, best first. */
  readonly suggestions: readonly string[]
}

/** What an import did, or with `--dry-run` would do. Every row is in exactly one of the first five after `rows`. */
export interface ImportAnswer {
  /** Null: nothing was written. */
  readonly importId: ImportId | null
  /** Rows under the headings that are not blank. */
  readonly rows: number
  readonly imported: number
  readonly alreadyImported: number
  /** Rows that were imported before with other content. */
  readonly changed: readonly { readonly row: number }[]
  readonly rejected: readonly Rejection[]
  readonly unknown: readonly UnknownValue[]
  readonly newDesks: readonly string[]
  readonly newGuides: readonly string[]
  /** Days of imported rows on which no desk is open or theirs had its last day before, and those rows. They count like any other. */
  readonly closedDays: readonly { readonly date: LocalDate; readonly rows: number }[]
  /** Rows among them that the spreadsheet hides, by a filter or by hand: read like any other. */
  readonly hiddenRows: number
  /** Headings that were not read. */
  readonly ignoredColumns: readonly string[]
}
