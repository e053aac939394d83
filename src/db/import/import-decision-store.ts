import type { Actor } from '../../domain/actor.ts'
import type { ImportId, OrganizationId } from '../../domain/id.ts'
import { codesToChoose, isMinutes } from '../../domain/import/import-choice.ts'
import { makeCodeBook } from '../../domain/import/import-code-book.ts'
import {
  type ColumnChoice,
  type ColumnSuggestion,
  chooseColumns,
  type SheetStart,
  suggestColumns,
} from '../../domain/import/import-column.ts'
import { codedField, listOfField } from '../../domain/import/import-field.ts'
import { importState } from '../../domain/import/import-job.ts'
import type { WorldNames } from '../../domain/import/import-names.ts'
import type { TalliedValue } from '../../domain/import/import-tally.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { listCodes } from '../city/code-list-store.ts'
import type { Tx } from '../database.ts'
import { findImportFile, type ImportFile } from './import-file-store.ts'
import { listDecisions, readColumnMemory, rememberColumns, rememberDecision } from './import-memory-store.ts'

type Member = Extract<Actor, { kind: 'member' }>

interface ChangeOf {
  readonly id: ImportId
  /** The version of the import that somebody saw. */
  readonly version: number
  readonly now: Date
}

/**
 * Chooses what the columns of a file hold and whose requests they are; the city remembers it by heading.
 * Refuses what lockFile and chooseColumns refuse, and an organisation that the city does not have (`not_found`).
 */
export async function decideColumns(
  tx: Tx,
  actor: Member,
  given: ChangeOf & {
    readonly organizationId: OrganizationId
    readonly columns: ColumnChoice
    readonly names: WorldNames
  },
): Promise<Refusal | undefined> {
  const file = await lockFile(tx, given)
  if (isRefusal(file)) return file
  const { organizationId } = given
  const organization = await tx
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organizationId)
    .executeTakeFirst()
  if (!organization || !file.start) return refuse('not_found')
  const { headings } = file.start
  const columns = headings.map((_, position) => given.columns[position] ?? null)
  const chosen = chooseColumns(headings, columns)
  if (isRefusal(chosen)) return chosen
  const suggested = await suggestFor(tx, file.start, organizationId, given.names)
  await rememberColumns(tx, { cityId: actor.cityId, organizationId }, headings, columns, suggested)
  await tx
    .updateTable('import_file')
    .set({ organization_id: organizationId, columns: JSON.stringify(columns), version: file.version + 1 })
    .set({ unknown_values: '[]', refusal: null, answer: null })
    .where('id', '=', file.id)
    .execute()
  const details = { read: chosen.positions.size, ignored: chosen.ignored.length }
  await writeAuditEvent(tx, actor, { event: 'import_columns.chosen', subjectId: file.id, details })
  return undefined
}

/** What the columns of a file seem to hold, by what the organisation remembers; none named, nothing is remembered. */
export async function suggestFor(
  tx: Tx,
  start: SheetStart,
  organizationId: OrganizationId | null,
  names: WorldNames,
): Promise<ColumnSuggestion[]> {
  const book = makeCodeBook(await listCodes(tx), names, {})
  if (isRefusal(book)) throw new Error('an empty mapping was refused')
  return suggestColumns(start, organizationId ? await readColumnMemory(tx, organizationId) : new Map(), book)
}

/**
 * Decides what a value means that nothing knew; null is unknown. Every later import of this organisation goes by it.
 * Refuses what lockFile refuses, a value that this file does not hold (`not_found`) and a code that the field does not
 * have (`mapping_code_unknown`).
 */
export async function decideValue(
  tx: Tx,
  actor: Member,
  given: ChangeOf & Pick<TalliedValue, 'field' | 'spelling'> & { readonly code: string | null },
): Promise<Refusal | undefined> {
  const file = await lockFile(tx, given)
  if (isRefusal(file)) return file
  const { field, spelling, code } = given
  const value = file.unknownValues.find((each) => each.field === field && each.spelling === spelling)
  if (!value || !file.organizationId) return refuse('not_found')
  const coded = codedField.safeParse(field)
  const codes = await listCodes(tx)
  const isKnown = coded.success
    ? code === null || codesToChoose(coded.data, codes).includes(code)
    : isMinutes(code)
  if (!isKnown) return refuse('mapping_code_unknown', { field, code: code ?? '' })
  const owner = {
    cityId: actor.cityId,
    organizationId: file.organizationId,
    memberId: actor.memberId,
  }
  const isSensitive =
    coded.success &&
    codes.some((item) => item.list === listOfField[coded.data] && item.code === code && item.sensitive)
  await rememberDecision(tx, owner, { field, spelling, value: value.value, code, isSensitive }, given.now)
  await tx
    .updateTable('import_file')
    .set({ version: file.version + 1 })
    .where('id', '=', file.id)
    .execute()
  // The meaning may be a sensitive code: the audit says that there was a decision, not which.
  await writeAuditEvent(tx, actor, { event: 'import_value.decided', subjectId: file.id, details: { field } })
  return undefined
}

/** A value that nothing knew, and what was decided about it; undefined = nothing yet. */
export type ValueToDecide = TalliedValue & { readonly decided: { readonly code: string | null } | undefined }

/** Every value of this file that nothing knew when it was chosen. */
export async function listValues(
  tx: Tx,
  { organizationId, unknownValues }: ImportFile,
): Promise<ValueToDecide[]> {
  const decisions = organizationId ? await listDecisions(tx, organizationId) : []
  const byValue = new Map(decisions.map((decision) => [`${decision.field}:${decision.spelling}`, decision]))
  return unknownValues.map((value) => {
    const decision = byValue.get(`${value.field}:${value.spelling}`)
    return { ...value, decided: decision && { code: decision.code } }
  })
}

/**
 * The file, held until the end of the transaction. Refuses one that is not there (`not_found`), at work (`import_busy`),
 * done (`import_ended`) or changed since (`version_stale`).
 */
async function lockFile(tx: Tx, { id, version, now }: ChangeOf): Promise<ImportFile | Refusal> {
  await tx.selectFrom('import_file').select('id').where('id', '=', id).forUpdate().execute()
  const file = await findImportFile(tx, id)
  if (!file) return refuse('not_found')
  const state = importState(file, now)
  if (state === 'busy') return refuse('import_busy')
  if (state === 'done' || state === 'undone') return refuse('import_ended')
  return file.version === version ? file : refuse('version_stale')
}
