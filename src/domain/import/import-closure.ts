import type { LocalDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { readDate } from './import-date.ts'
import type { SheetRow } from './import-sheet.ts'
import { cleanCell, normalise, shorten } from './import-text.ts'
import { hasRegisterNumber } from './register-number.ts'

const headings = {
  date: ['datum', 'date', 'dag', 'jour', 'day', 'sluitingsdag', 'jour de fermeture', 'closing day'],
  reason: ['reden', 'raison', 'motif', 'reason', 'waarom', 'omschrijving'],
  desk: ['plaats', 'loket', 'lieu', 'guichet', 'place', 'desk'],
} as const
type ClosureField = keyof typeof headings

export interface ClosureColumns {
  readonly headings: readonly string[]
  readonly positions: Readonly<Record<ClosureField, number>>
}

/** Recognises the columns of a list of closed days; `plaats` may be missing. Refuses a missing date or reason. */
export function recogniseClosureColumns(cells: readonly string[]): ClosureColumns | Refusal {
  const names = cells.map((cell) => normalise(cell.slice(0, 200)))
  const find = (field: ClosureField) => {
    const known = headings[field].map(normalise)
    return names.findIndex((name) => known.includes(name))
  }
  const positions = { date: find('date'), reason: find('reason'), desk: find('desk') }
  if (positions.date < 0) return refuse('date_column_missing')
  return positions.reason < 0 ? refuse('reason_column_missing') : { headings: cells, positions }
}

export interface ClosureRejection {
  readonly row: number
  readonly column: string
  readonly field: ClosureField
  readonly value: string
  readonly reason: 'date_invalid' | 'formula' | 'too_long' | 'required' | 'register_number' | 'desk_unknown'
  readonly limit?: number
}

export interface ImportedClosure {
  readonly closedOn: LocalDate
  readonly reason: string
  /** Empty: every desk is closed. */
  readonly desk: string
}

const longestCell = 200

/** Reads one row: the closed day, or the first cell to blame. Days to come are as good as days gone by. */
export function readClosure(
  { headings: columns, positions }: ClosureColumns,
  { row, cells, formulas }: SheetRow,
  isDesk: (name: string) => boolean,
): ImportedClosure | ClosureRejection {
  const raw = (field: ClosureField) => cells[positions[field]] ?? ''
  const reject = (field: ClosureField, reason: ClosureRejection['reason']): ClosureRejection => {
    const value = shorten(raw(field))
    return {
      row,
      column: shorten(columns[positions[field]] ?? ''),
      field,
      value: hasRegisterNumber(value) ? value.replace(/\p{Nd}/gu, '•') : value,
      reason,
      ...(reason === 'too_long' ? { limit: longestCell } : {}),
    }
  }
  for (const field of ['date', 'reason', 'desk'] as const) {
    if (formulas?.includes(positions[field])) return reject(field, 'formula')
    if (raw(field).length > longestCell) return reject(field, 'too_long')
    if (hasRegisterNumber(raw(field))) return reject(field, 'register_number')
    if (field !== 'desk' && cleanCell(raw(field)) === '') return reject(field, 'required')
  }
  const day = readDate(cleanCell(raw('date')))
  if (!day) return reject('date', 'date_invalid')
  const desk = cleanCell(raw('desk'))
  if (desk !== '' && !isDesk(desk)) return reject('desk', 'desk_unknown')
  return { closedOn: day.date, reason: cleanCell(raw('reason')), desk }
}
