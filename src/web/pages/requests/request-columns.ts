import type { ListedField } from '../../../domain/request/request-field.ts'

/** Every field of a request that can be a column, in the order in which they are offered. */
export const columnFields = [
  'receivedOn',
  'receivedTime',
  'theme',
  'subTheme',
  'clientKind',
  'askedBy',
  'status',
  'nationality',
  'contactLanguage',
  'languageHelp',
  'firstVisit',
  'neighbourhood',
  'actions',
  'whoDidIt',
  'outcome',
  'barriers',
  'referredTo',
  'tip',
  'desk',
  'guide',
  'caretaker',
  'organization',
  'channel',
  'origin',
] as const satisfies readonly ListedField[]
export type ColumnField = (typeof columnFields)[number]

/** What the usual columns show, each in a column of its own. */
export const usualFields: readonly ColumnField[] = [
  'receivedOn',
  'receivedTime',
  'theme',
  'subTheme',
  'clientKind',
  'status',
  'nationality',
  'contactLanguage',
  'actions',
  'whoDidIt',
  'outcome',
  'desk',
  'guide',
]

export const isSameOrder = (one: readonly ColumnField[], other: readonly ColumnField[]): boolean =>
  one.length === other.length && one.every((field, place) => field === other[place])

/** What somebody kept, as far as it is a column still; nothing = the usual columns. */
export const readColumns = (kept: readonly string[] | null | undefined): readonly ColumnField[] =>
  (kept ?? []).flatMap((id) => columnFields.find((field) => field === id) ?? [])
