import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import { type ImportId, importId } from '../../domain/id.ts'
import type { ImportAnswer } from '../../domain/import/import-answer.ts'
import type { Sheet } from '../../domain/import/import-sheet.ts'
import { normalise } from '../../domain/import/import-text.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { holdsRight } from '../people/member-store.ts'
import { refreshStatistics } from '../statistics.ts'
import { makeUuid } from '../uuid.ts'
import {
  addNewNames,
  type ImportBasis,
  type ImportBasisInput,
  lockImports,
  readImportBasis,
  readImportMark,
} from './import-basis-store.ts'
import type { ChangedRows } from './import-changed-row-store.ts'
import { insertHidden, insertRows, type NewHidden, type NewRow, type NewRowsOf } from './import-row-store.ts'
import { readSheet, type Survey, surveySheet } from './import-survey-store.ts'

export interface RequestImport extends Omit<ImportBasisInput, 'headings'> {
  readonly sheet: Sheet
  readonly fileName: string
  /** The time as it goes on, where an import may outlast a key; without it everything happens at `now`. */
  readonly clock?: () => Date
  /** The import's own id, when somebody named it already. */
  readonly importId?: ImportId
  /** Told every few thousand rows how far the reading is, and then the writing; in between it may wait for another. */
  readonly onProgress?: (phase: 'reading' | 'queued' | 'writing', rows: number) => void
  /** Where the changed rows go, when somebody is to look at them one by one. */
  readonly changed?: ChangedRows
}

const batchSize = 1000

/** What importRequests would do, without doing it. Refuses what it refuses. */
export async function tryImport(tx: Tx, actor: Actor, input: RequestImport): Promise<ImportAnswer | Refusal> {
  const tried = await surveyImport(tx, actor, input)
  return isRefusal(tried) ? tried : tried.answer
}

/** An import's answer, and what a page shows beside it. */
export interface ImportOutcome {
  readonly answer: ImportAnswer
  readonly survey: Pick<Survey, 'unknown'>
}

/** As tryImport, with all that it found. */
export async function surveyImport(
  tx: Tx,
  actor: Actor,
  input: RequestImport,
): Promise<ImportOutcome | Refusal> {
  const prepared = await prepare(tx, actor, input)
  if (isRefusal(prepared)) return prepared
  const { survey } = prepared
  return { answer: { importId: null, ...survey.answer }, survey }
}

/**
 * Imports the help requests of a sheet that the databank does not have, all in the actor's transaction. Rejected and
 * changed rows stay out and do not stop the others; one unknown value stops everything (`importId` null).
 * Refuses columns and mappings as readImportBasis does, whatever the sheet finds wrong with its file, and somebody who
 * may not import any more, or whose key does not (`import_right_lost`): an import may wait long for its turn.
 */
export async function importRequests(
  tx: Tx,
  actor: Actor,
  input: RequestImport,
): Promise<ImportAnswer | Refusal> {
  const done = await runImport(tx, actor, input)
  return isRefusal(done) ? done : done.answer
}

/** As importRequests, with all that it found. Others may import while it reads; what it writes has its turn. */
export async function runImport(
  tx: Tx,
  actor: Actor,
  input: RequestImport,
): Promise<ImportOutcome | Refusal> {
  const mark = await readImportMark(tx)
  const first = await prepare(tx, actor, input)
  if (isRefusal(first) || isBlocked(first)) return stopped(first)
  await lockImports(tx, actor.cityId, () => input.onProgress?.('queued', 0))
  if (!(await mayImport(tx, actor, input))) return refuse('import_right_lost')
  // Another import has written meanwhile: it may have brought the same rows, desks and guides.
  const prepared = (await readImportMark(tx)) === mark ? first : await prepare(tx, actor, input)
  if (isRefusal(prepared) || isBlocked(prepared)) return stopped(prepared)
  await sql`savepoint before_writing`.execute(tx)
  const outcome = await write(tx, actor, input, prepared)
  // Writing takes its time too: of somebody who was shut out meanwhile nothing stays.
  if (await mayImport(tx, actor, input)) return outcome
  await sql`rollback to savepoint before_writing`.execute(tx)
  return refuse('import_right_lost')
}

const mayImport = (tx: Tx, actor: Actor, { now, clock }: Pick<RequestImport, 'now' | 'clock'>) =>
  holdsRight(tx, actor, 'imports.run', clock?.() ?? now)

interface Prepared {
  readonly basis: ImportBasis
  readonly survey: Survey
}

async function prepare(
  tx: Tx,
  actor: Actor,
  { sheet, onProgress, changed, ...input }: RequestImport,
): Promise<Prepared | Refusal> {
  if (!(await mayImport(tx, actor, input))) return refuse('import_right_lost')
  onProgress?.('reading', 0)
  const basis = await readImportBasis(tx, { ...input, headings: sheet.headings })
  if (isRefusal(basis)) return basis
  const survey = await surveySheet(tx, sheet, basis, (rows) => onProgress?.('reading', rows), changed)
  return isRefusal(survey) ? survey : { basis, survey }
}

/** One unknown value stops everything. */
const isBlocked = ({ survey }: Prepared): boolean => survey.answer.unknown.length > 0

const stopped = (found: Prepared | Refusal): ImportOutcome | Refusal =>
  isRefusal(found)
    ? found
    : { answer: { ...found.survey.answer, importId: null, imported: 0 }, survey: found.survey }

async function write(
  tx: Tx,
  actor: Actor,
  input: RequestImport,
  { basis, survey }: Prepared,
): Promise<ImportOutcome> {
  const id = await addImport(tx, actor, input, survey)
  await addNewNames(tx, actor.cityId, input.organizationId, basis, survey.answer)
  await writeRows(tx, actor, input, basis, survey, id)
  await refreshStatistics(tx)
  const { rows, imported, rejected } = survey.answer
  const details = { rows, imported, rejected: rejected.length }
  await writeAuditEvent(tx, actor, { event: 'requests.imported', subjectId: id, details })
  return { answer: { importId: id, ...survey.answer }, survey }
}

async function addImport(tx: Tx, actor: Actor, input: RequestImport, { answer }: Survey): Promise<ImportId> {
  const id = input.importId ?? importId.parse(makeUuid())
  await tx
    .insertInto('import')
    .values({
      city_id: actor.cityId,
      id,
      organization_id: input.organizationId,
      file_name: input.fileName,
      rows: answer.rows,
      imported: answer.imported,
      rejected: answer.rejected.length,
      member_id: actor.kind === 'member' ? actor.memberId : null,
    })
    .execute()
  return id
}

async function writeRows(
  tx: Tx,
  { cityId }: Actor,
  { sheet, organizationId, onProgress }: RequestImport,
  { rules, desks, guides }: ImportBasis,
  { fresh }: Survey,
  id: ImportId,
): Promise<void> {
  const writer = makeWriter(tx, { cityId, organizationId, importId: id })
  let written = 0
  let batch: NewRow[] = []
  try {
    for await (const reading of readSheet(sheet, rules)) {
      if (isRefusal(reading) || reading.kind !== 'request' || !fresh.has(reading.printed.row)) continue
      const { printed } = reading
      const deskId = desks.get(normalise(printed.request.desk))
      const guideId = guides.get(normalise(printed.request.guide))
      if (!deskId || !guideId)
        throw new Error(`Row ${printed.row} names a desk or guide that was not there before`)
      batch.push({ ...printed, deskId, guideId })
      written++
      if (batch.length === batchSize) {
        await writer.write(batch)
        batch = []
        onProgress?.('writing', written)
      }
    }
    if (batch.length > 0) await writer.write(batch)
  } finally {
    // Also when the reading fails: nothing of this import may reach the connection after its transaction.
    await writer.end()
  }
  // The caller's transaction rolls back: counts were promised that the second reading did not find.
  if (written !== fresh.size) throw new Error('The file changed while it was being imported')
}

/** Writes batch after batch; the database works on one while the next is read. */
function makeWriter(tx: Tx, owner: NewRowsOf) {
  let writing = Promise.resolve()
  let hidden: NewHidden[] = []
  const write = async (batch: readonly NewRow[]) => {
    hidden.push(...(await insertRows(tx, owner, batch)))
    if (hidden.length >= sensitiveBatch) await flush()
  }
  const flush = async () => {
    const waiting = hidden
    hidden = []
    await insertHidden(tx, owner, waiting)
  }
  return {
    write: async (batch: readonly NewRow[]) => {
      await writing
      writing = write(batch)
      // because: the next write or the end is told what went wrong; until then nobody is listening
      writing.catch(() => undefined)
    },
    end: async () => {
      await writing
      await flush()
    },
  }
}

const sensitiveBatch = 5000
