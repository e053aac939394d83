import { type Refusal, refuse } from '../refusal.ts'
import type { CodeBook } from './import-code-book.ts'
import { readDate, readTime } from './import-date.ts'
import { codedField, type ImportField, importField, yesNoField } from './import-field.ts'
import { columnsAt, fieldsOfHeadings, type ImportColumns, type RememberedColumns } from './import-heading.ts'
import { normalise } from './import-text.ts'
import { isYesOrNo } from './spelling-yes-no.ts'

/** By position: the field that a column holds; null = not read. */
export type ColumnChoice = readonly (ImportField | null)[]

/** The headings and first rows of a sheet. */
export interface SheetStart {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** As in Sheet. */
  readonly otherSheets?: readonly string[]
}

/**
 * Reads the columns that somebody chose. Refuses a field that two columns hold (`column_field_twice`) and no column
 * for the date or the theme (`date_column_missing`, `theme_column_missing`).
 */
export function chooseColumns(headings: readonly string[], choice: ColumnChoice): ImportColumns | Refusal {
  const positions = new Map<ImportField, number>()
  for (const [position, field] of choice.slice(0, headings.length).entries()) {
    if (field === null) continue
    if (positions.has(field)) return refuse('column_field_twice', { column: headings[position] ?? '' })
    positions.set(field, position)
  }
  if (!positions.has('received_on')) return refuse('date_column_missing')
  if (!positions.has('theme')) return refuse('theme_column_missing')
  return columnsAt(headings, positions)
}

/** What a column seems to hold, and by what it was recognised. */
export interface ColumnSuggestion {
  readonly field: ImportField | null
  readonly by: 'heading' | 'values' | 'remembered' | null
}

/**
 * Recognises columns by what the city remembers, then by their headings, and the rest by what their first rows hold.
 * A suggestion by values is for a person to confirm: the command goes by headings and memory alone.
 */
export function suggestColumns(
  { headings, rows }: SheetStart,
  remembered: RememberedColumns,
  book: CodeBook,
): ColumnSuggestion[] {
  const byHeading = fieldsOfHeadings(headings, remembered)
  const taken = new Set(byHeading.map(({ field }) => field))
  const byValues = new Map<number, ImportField>()
  const open = headings.flatMap((_, position) => (byHeading[position]?.by ? [] : [position]))
  const scores = open.flatMap((position) => {
    const cells = rows.map((row) => row[position]?.trim() ?? '').filter((cell) => cell !== '')
    return recognisable.map((field) => ({ position, field, score: scoreOf(field, cells, book) }))
  })
  for (const { position, field, score } of scores.sort((a, b) => b.score - a.score)) {
    if (score < leastScore || taken.has(field) || byValues.has(position)) continue
    byValues.set(position, field)
    taken.add(field)
  }
  return headings.map((_, position) => {
    const field = byValues.get(position)
    return field ? { field, by: 'values' } : (byHeading[position] ?? { field: null, by: null })
  })
}

const leastScore = 0.75
const leastCells = 3

// Numbers, names of people and free text look like each other: those are recognised by their heading alone.
const recognisable = importField.options.filter(
  (field) => codedField.safeParse(field).success || field === 'received_on' || field === 'received_at',
)

/** The part of the cells that the field would understand; 0 when too few say anything. */
function scoreOf(field: ImportField, cells: readonly string[], book: CodeBook): number {
  if (cells.length < leastCells) return 0
  return cells.filter((cell) => fits(field, cell, book)).length / cells.length
}

function fits(field: ImportField, cell: string, book: CodeBook): boolean {
  if (field === 'received_on') return readDate(cell) !== undefined
  if (field === 'received_at') return /\D/.test(cell) && readTime(cell) !== undefined
  const coded = codedField.safeParse(field)
  if (!coded.success) return false
  const parts = field === 'actions' || field === 'barriers' ? cell.split('|') : [cell]
  // Nor is a yes or a no: every question may be answered so.
  if (yesNoField.safeParse(field).success && isYesOrNo(cell)) return false
  // An answer that every field knows ("onbekend") says nothing about which field this is.
  return parts.every((part) => {
    const codes = book.find(coded.data, part)?.codes ?? []
    return codes.length > 0 && !codes.some((code) => ['unknown', 'not_asked', 'refused'].includes(code))
  })
}

/**
 * What the city should remember of a choice: where it differs from what the headings say by themselves. A column that
 * nobody suggested anything for and that stays unread is no decision: what is learned of its heading later counts.
 */
export function columnsToRemember(
  headings: readonly string[],
  choice: ColumnChoice,
  suggested: readonly ColumnSuggestion[],
): { readonly heading: string; readonly field: ImportField | null; readonly isUsual: boolean }[] {
  const usual = fieldsOfHeadings(headings, new Map())
  return headings.flatMap((cell, position) => {
    const heading = normalise(cell.slice(0, 200))
    const field = choice[position] ?? null
    const suggestion = suggested[position]
    const wasOff = suggestion?.field === null && suggestion.by === 'remembered'
    const isUsual = field === null ? !suggestion?.field && !wasOff : usual[position]?.field === field
    return heading === '' ? [] : [{ heading, field, isUsual }]
  })
}
