import type { ImportAnswer, Rejection } from '../../domain/import/import-answer.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { formatShortDate } from '../../text/format.ts'
import type { Explained } from '../../text/import-message.ts'
import { translator } from '../../text/translate.ts'

export type ExplainedImport = Omit<ImportAnswer, 'rejected'> & {
  readonly rejected: readonly Explained<Rejection>[]
}

/** An import's answer as lines for people, the most important first. */
export function sayImport(answer: ExplainedImport, language: StaffLanguage): string {
  const t = translator(language)
  const { importId, unknown, changed, newDesks, newGuides, hiddenRows, ignoredColumns } = answer
  const counts = { imported: answer.imported, rows: answer.rows, already: answer.alreadyImported }
  const outcome = unknown.length > 0 ? 'import:blocked' : importId === null ? 'import:dry_run' : 'import:done'
  return [
    t(outcome, counts),
    ...unknown.map(({ suggestions, ...value }) =>
      suggestions.length === 0
        ? t('import:unknown_value', value)
        : t('import:unknown_value_near', { ...value, suggestions: suggestions.join(', ') }),
    ),
    ...answer.rejected.map((rejection) => t('import:rejected_row', rejection)),
    ...(changed.length > 0
      ? [t('import:changed_rows', { rows: changed.map(({ row }) => row).join(', ') })]
      : []),
    ...(newDesks.length > 0 ? [t('import:new_desks', { names: newDesks.join(', ') })] : []),
    ...(newGuides.length > 0 ? [t('import:new_guides', { names: newGuides.join(', ') })] : []),
    ...answer.closedDays.map(({ date, rows }) =>
      t('import:closed_day', { date: formatShortDate(language, date), rows }),
    ),
    ...(hiddenRows > 0 ? [t('import:hidden_rows', { rows: hiddenRows })] : []),
    ...(ignoredColumns.length > 0 ? [t('import:ignored_columns', { names: ignoredColumns.join(', ') })] : []),
    ...(importId === null || answer.imported === 0 ? [] : [t('import:undo_hint', { import: importId })]),
  ].join('\n')
}
