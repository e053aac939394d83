import { z } from 'zod'
import type { StaffLanguage } from '../language.ts'
import type { RequestFacts } from './request-fact.ts'
import { type ExportedField, exportedFields, type ListedField } from './request-field.ts'
import { filterFields, type RequestFilter } from './request-filter.ts'

/** Columns that could tell whose request it was or who noted it: only with a reason that says so. */
export const closeColumn = z.enum(['hour', 'guide', 'neighbourhood', 'words'])
export type CloseColumn = z.infer<typeof closeColumn>

export const exportFormat = z.enum(['csv', 'xlsx'])
export type ExportFormat = z.infer<typeof exportFormat>

/** A request as a row of a file. */
export type ExportedRequest = Readonly<Pick<RequestFacts, ExportedField & keyof RequestFacts>> &
  Readonly<Record<Exclude<ListedField, keyof RequestFacts | 'caretaker'>, string>> & {
    readonly caretaker: string | null
  }

const closeColumns: Readonly<Partial<Record<ExportedField, CloseColumn>>> = {
  receivedTime: 'hour',
  guide: 'guide',
  // Whoever took over says nearly who left.
  caretaker: 'guide',
  neighbourhood: 'neighbourhood',
  // What somebody said may be heard by whoever knows them.
  ownWords: 'words',
  mayQuote: 'words',
}

/** The columns of an export in their fixed order, close ones only as they were asked for. */
export const exportColumns = (asked: readonly CloseColumn[]): ExportedField[] =>
  exportedFields.filter((column) => {
    const close = closeColumns[column]
    return close === undefined || asked.includes(close)
  })

/** What is kept of an export, beside who took it: the reason is what a person wrote, all else is codes and counts. */
export interface ExportEntry {
  readonly format: ExportFormat
  readonly language: StaffLanguage
  readonly filter: KeptFilter
  readonly closeColumns: readonly CloseColumn[]
  readonly reason: string
}

export type KeptFilter = Readonly<Record<string, string | readonly string[] | boolean>>

/**
 * A filter as it is kept: its codes, ids and days; of words that somebody searched for only that there were. A sensitive
 * code finds nothing, and that somebody asked for it is not kept either.
 */
export function keptFilter(filter: RequestFilter, isSensitive: (code: string) => boolean): KeptFilter {
  const kept: Record<string, string | readonly string[] | boolean> = {}
  if (filter.from) kept.from = filter.from
  if (filter.to) kept.to = filter.to
  for (const field of filterFields) {
    const values = filter[field]?.filter((value) => !isSensitive(value))
    if (values && values.length > 0) kept[field] = values
  }
  return filter.q ? { ...kept, hasWords: true } : kept
}
