import type { LocalDate } from '../local-date.ts'
import { type ImportField, importField } from './import-field.ts'
import { normalise } from './import-text.ts'

/** What tells an imported row from every other, and what it said. Both are plain text; the store hashes them. */
export interface RowIdentity {
  /**
   * The row's own number, with its desk and its year because numbers restart; without a number, what the row says.
   * Then equal rows are told apart by counting (`withOrdinal`).
   */
  readonly key: string
  readonly numbered: boolean
  /** The key of a row without a number as it was when imports did not read some of its columns. */
  readonly formerKey?: string
  readonly content: string
}

const separator = '\u001f'

// What imports learned to read later. It is part of what a row says, but not of which row it is: a file that was imported
// before they did would else come in a second time.
const later: readonly ImportField[] = [
  'asked_by',
  'language_help',
  'neighbourhood',
  'first_visit',
  'tip',
  'own_words',
  'may_quote',
]
const first = importField.options.filter((field) => !later.includes(field))

/**
 * The identity of a row. It depends on the file alone, never on the city's lists: a synonym added later must not make
 * old rows new. `textOf` gives each field's cell as far as it may be kept: dates and times in one form, and nothing
 * for a sensitive code, which must not be found back by trying every hash. `learned` are the fields of columns that
 * imports did not know at first: a row that came in before they did is still this one.
 */
export function identifyRow(
  textOf: (field: ImportField) => string,
  receivedOn: LocalDate,
  organizationId: string,
  learned: ReadonlySet<ImportField> = new Set(),
): RowIdentity {
  const texts = first.map((field) => normalise(textOf(field)))
  const known = texts.join(separator)
  const added = later.flatMap((field) => {
    const text = normalise(textOf(field))
    return text === '' ? [] : `${separator}${field}:${text}`
  })
  const number = normalise(textOf('number')).replace(/^0+(?=\d)/, '')
  const content = known + added.join('')
  if (number !== '') {
    const parts = ['number', organizationId, receivedOn.slice(0, 4), normalise(textOf('desk')), number]
    return { key: parts.join(separator), numbered: true, content }
  }
  const row = ['row', organizationId]
  const before = texts.map((text, index) => (learned.has(first[index] ?? 'number') ? '' : text))
  return {
    key: [...row, known].join(separator),
    numbered: false,
    ...(learned.size > 0 ? { formerKey: [...row, ...before].join(separator) } : {}),
    content,
  }
}

/** Tells equal rows without a number apart: the first, the second … of the file. Call it once per row, in order. */
export function makeOrdinals(): (identity: Pick<RowIdentity, 'key' | 'numbered'>) => string {
  const seen = new Map<string, number>()
  return ({ key, numbered }) => {
    if (numbered) return key
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    return `${key}${separator}${ordinal}`
  }
}
