import type { UnknownValue } from './import-answer.ts'
import type { CodeBook } from './import-code-book.ts'
import type { UnknownCell } from './import-codes.ts'
import { codedField } from './import-field.ts'
import type { ImportColumns } from './import-heading.ts'
import { suggestCodes } from './import-suggestion.ts'
import { shorten, spellingOf } from './import-text.ts'

/** An unknown value, and its whole normalised spelling: by that it is decided on, however long it is. */
export type TalliedValue = UnknownValue & { readonly spelling: string }

/** Counts the values that nobody knows: one line per value, however it is spelled, with the codes that resemble it. */
export interface UnknownTally {
  readonly add: (cells: readonly UnknownCell[]) => void
  readonly list: () => TalliedValue[]
}

// A file with more than this many unknown values has its columns mixed up; suggestions would not help, only take long.
const mostSuggested = 200

export function makeUnknownTally({ headings, positions }: ImportColumns, book: CodeBook): UnknownTally {
  const counts = new Map<string, UnknownCell & { count: number }>()
  const positionOf = ({ field }: UnknownCell) => positions.get(field) ?? -1
  return {
    add: (cells) => {
      for (const { field, value } of cells) {
        const key = `${field}:${spellingOf(value)}`
        const counted = counts.get(key)
        if (counted) counted.count++
        else counts.set(key, { field, value, count: 1 })
      }
    },
    list: () =>
      [...counts.values()]
        .sort((a, b) => positionOf(a) - positionOf(b))
        .map(({ field, value, count }, index) => {
          const coded = codedField.safeParse(field)
          return {
            column: shorten(headings[positions.get(field) ?? -1] ?? ''),
            field,
            value: shorten(value),
            spelling: spellingOf(value),
            count,
            suggestions:
              coded.success && index < mostSuggested ? suggestCodes(value, book.entriesOf(coded.data)) : [],
          }
        }),
  }
}
