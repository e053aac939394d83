import type { SensitiveCodes } from '../code-list/sensitive-codes.ts'
import type { CodeBook } from './import-code-book.ts'
import { readDuration } from './import-duration.ts'
import type { CodedField, ImportField, YesNoField } from './import-field.ts'
import { isNothing } from './spelling-answer.ts'

export interface UnknownCell {
  readonly field: ImportField
  readonly value: string
}

/** Finds what a row's cells mean and remembers which it could not: unknown values, and cells that mean two things. */
export interface CellReader {
  readonly readOne: (field: CodedField) => string
  readonly readMany: (field: CodedField) => string[]
  readonly readMinutes: () => number | null
  readonly readYesNo: (field: YesNoField) => boolean | null
  readonly readTheme: () => ThemeCodes
  readonly unknown: readonly UnknownCell[]
  readonly ambiguous: readonly ImportField[]
}

interface ThemeCodes {
  readonly theme: string
  readonly subTheme: string | null
}

export function makeCellReader(book: CodeBook, cell: (field: ImportField) => string): CellReader {
  const unknown: UnknownCell[] = []
  const ambiguous: ImportField[] = []
  // Null: somebody decided that the value is unknown. Undefined: it is noted above, and the row will not be used.
  const find = (field: CodedField, value: string, fits = (_: string) => true): string | null | undefined => {
    const meaning = book.find(field, value)
    if (meaning === null) return null
    const codes = meaning.codes.length > 1 ? meaning.codes.filter(fits) : meaning.codes
    if (meaning.codes.length === 0) unknown.push({ field, value })
    else if (codes.length !== 1) ambiguous.push(field)
    else return codes[0]
    return undefined
  }
  const readOne = (field: CodedField) =>
    cell(field) === '' ? 'not_asked' : (find(field, cell(field)) ?? 'unknown')
  return {
    unknown,
    ambiguous,
    readOne,
    readMany: (field) => {
      const isNone = (part: string) => isNothing(part) && book.find(field, part)?.codes.length === 0
      const parts = partsOf(cell(field)).filter((part) => !isNone(part))
      return [...new Set(parts.flatMap((part) => find(field, part) ?? []))]
    },
    readMinutes: () => {
      if (cell('minutes') === '') return null
      // What somebody decided about a text stands, also when it could be read since.
      const decided = book.findMinutes(cell('minutes'))
      if (decided !== undefined) return decided
      const minutes = readDuration(cell('minutes'))
      if (minutes === undefined) unknown.push({ field: 'minutes', value: cell('minutes') })
      return minutes ?? null
    },
    readYesNo: (field) => {
      const code = readOne(field)
      return code === 'yes' ? true : code === 'no' ? false : null
    },
    readTheme: () => {
      const named = find('theme', cell('theme')) ?? 'unknown'
      const parent = book.parentOf(named)
      const theme = parent ?? named
      const fits = (code: string) => theme === 'unknown' || book.parentOf(code) === theme
      const given = cell('sub_theme') === '' ? null : (find('sub_theme', cell('sub_theme'), fits) ?? null)
      if (given === null) return { theme, subTheme: parent ? named : null }
      // A sub-theme of another theme, or other than the one in the theme's own cell: which of the two is meant?
      if (!fits(given) || (parent && named !== given)) ambiguous.push('sub_theme')
      return { theme: book.parentOf(given) ?? theme, subTheme: given }
    },
  }
}

const partsOf = (cell: string) =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Takes the sensitive codes out of what the wide row shows. Null when there are none. */
export function hideSensitive(
  book: CodeBook,
  { status, subTheme }: { status: string; subTheme: string | null },
): SensitiveCodes | null {
  const hidden = {
    status: book.isSensitive('status', status) ? status : null,
    subTheme: subTheme !== null && book.isSensitive('sub_theme', subTheme) ? subTheme : null,
  }
  return hidden.status === null && hidden.subTheme === null ? null : hidden
}
