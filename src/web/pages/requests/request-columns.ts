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
  'organization',
  'channel',
  'origin',
] as const satisfies readonly ListedField[]
export type ColumnField = (typeof columnFields)[number]

/** What somebody kept, as far as it is a column still; nothing = the usual columns. */
export const readColumns = (kept: readonly string[] | null | undefined): readonly ColumnField[] =>
  (kept ?? []).flatMap((id) => columnFields.find((field) => field === id) ?? [])
