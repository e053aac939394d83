import type { Tx } from '../../db/database.ts'
import { suggestFor } from '../../db/import/import-decision-store.ts'
import { findImportFile } from '../../db/import/import-file-store.ts'
import { listOrganizations } from '../../db/people/member-store.ts'
import type { ImportId, OrganizationId } from '../../domain/id.ts'
import type { ColumnSuggestion, SheetStart } from '../../domain/import/import-column.ts'
import { shorten } from '../../domain/import/import-text.ts'
import { refuse } from '../../domain/refusal.ts'
import { cldrNames } from '../../text/world-names.ts'

/**
 * The columns of a file with what each holds: as chosen before, else as recognised for the organisation. Refuses a file
 * or an organisation that is not there: `not_found`.
 */
export async function viewColumns(tx: Tx, id: ImportId, asked: OrganizationId | undefined) {
  const file = await findImportFile(tx, id)
  if (!file?.start) return refuse('not_found')
  const all = await listOrganizations(tx)
  const only = all.length === 1 ? all[0]?.id : undefined
  const organizationId = asked ?? file.organizationId ?? only ?? null
  if (organizationId && !all.some((each) => each.id === organizationId)) return refuse('not_found')
  const isChosen = file.columns !== null && organizationId === file.organizationId
  const found = isChosen
    ? (file.columns ?? []).map((field) => ({ field, by: null }))
    : await suggestFor(tx, file.start, organizationId, cldrNames())
  return {
    organizationId,
    organizations: all.map(({ id, name }) => ({ id, name })),
    version: file.version,
    columns: showColumns(file.start, found),
  }
}

const mostSamples = 3

const showColumns = ({ headings, rows }: SheetStart, found: readonly ColumnSuggestion[]) =>
  headings.map((heading, position) => {
    const cells = rows.map((row) => row[position]?.trim() ?? '').filter((cell) => cell !== '')
    return {
      position,
      heading: shorten(heading),
      ...(found[position] ?? { field: null, by: null }),
      samples: [...new Set(cells)].slice(0, mostSamples).map(shorten),
    }
  })
