import { listCodes } from '../../db/city/code-list-store.ts'
import type { Tx } from '../../db/database.ts'
import { findImportFile } from '../../db/import/import-file-store.ts'
import { readColumnMemory } from '../../db/import/import-memory-store.ts'
import { listOrganizations } from '../../db/people/member-store.ts'
import type { ImportId, OrganizationId } from '../../domain/id.ts'
import { makeCodeBook } from '../../domain/import/import-code-book.ts'
import { type ColumnSuggestion, type SheetStart, suggestColumns } from '../../domain/import/import-column.ts'
import { shorten } from '../../domain/import/import-text.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
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
    : await suggest(tx, file.start, organizationId)
  return {
    organizationId,
    organizations: all.map(({ id, name }) => ({ id, name })),
    version: file.version,
    columns: showColumns(file.start, found),
  }
}

async function suggest(tx: Tx, start: SheetStart, organizationId: OrganizationId | null) {
  const book = makeCodeBook(await listCodes(tx), cldrNames(), {})
  if (isRefusal(book)) throw new Error('an empty mapping was refused')
  return suggestColumns(start, organizationId ? await readColumnMemory(tx, organizationId) : new Map(), book)
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
