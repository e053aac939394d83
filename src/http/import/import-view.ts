import type { ImportDetail } from '../../contract/import.ts'
import type { Tx } from '../../db/database.ts'
import { findImportFile, type ImportFile } from '../../db/import/import-file-store.ts'
import { findDoneImport, type ListedImport } from '../../db/import/import-list-store.ts'
import { listMembers, listOrganizations } from '../../db/people/member-store.ts'
import type { ImportId } from '../../domain/id.ts'
import { importFileHours, importState } from '../../domain/import/import-job.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { explainRejection } from '../../text/import-message.ts'
import { refusalMessage } from '../../text/refusal-message.ts'

interface Reader {
  readonly language: StaffLanguage
  readonly now: Date
}

/** One import for whoever reads it: done, or a file on its way in. Refuses one that is not there: `not_found`. */
export async function viewImport(tx: Tx, id: ImportId, reader: Reader): Promise<ImportDetail | Refusal> {
  const file = await findImportFile(tx, id)
  const done = await findDoneImport(tx, id)
  if (done) return { ...viewListed(done), ...viewFile(file, reader) }
  if (!file) return refuse('not_found')
  const members = await listMembers(tx)
  const organizations = await listOrganizations(tx)
  return {
    id,
    fileName: file.fileName,
    organization: organizations.find((each) => each.id === file.organizationId)?.name ?? null,
    by: members.find((each) => each.id === file.memberId)?.name ?? null,
    at: file.createdAt.toISOString(),
    state: importState(file, reader.now),
    ...{ rows: null, imported: null, rejected: null, undoneAt: null, isUndoable: false },
    ...viewFile(file, reader),
  }
}

export const viewListed = ({ at, undoneAt, ...listed }: ListedImport) => ({
  ...listed,
  at: at.toISOString(),
  undoneAt: undoneAt?.toISOString() ?? null,
})

function viewFile(file: ImportFile | undefined, { language, now }: Reader) {
  return {
    organizationId: file?.organizationId ?? null,
    size: file?.size ?? null,
    otherSheets: [...(file?.start?.otherSheets ?? [])],
    version: file?.version ?? 1,
    task: file?.task ?? null,
    progress: file ? progressOf(file, now) : null,
    refusal: file?.refusal
      ? {
          code: file.refusal.code,
          title: refusalMessage(language, file.refusal),
        }
      : null,
    answer: file?.answer
      ? {
          ...file.answer,
          changed: [...file.answer.changed],
          rejected: file.answer.rejected.map((rejection) => explainRejection(rejection, language)),
          unknown: file.answer.unknown.map((value) => ({ ...value, suggestions: [...value.suggestions] })),
          newDesks: [...file.answer.newDesks],
          newGuides: [...file.answer.newGuides],
          closedDays: [...file.answer.closedDays],
          ignoredColumns: [...file.answer.ignoredColumns],
          // An answer that was kept before imports counted them has none.
          hiddenRows: file.answer.hiddenRows ?? 0,
        }
      : null,
    isOutdated: file ? file.answer !== null && file.answerVersion !== file.version : false,
    forgottenAt: file ? new Date(file.createdAt.getTime() + importFileHours * 3_600_000).toISOString() : null,
  }
}

/** How many rows there are in all is known from the trial: while reading of its rows, while writing of its new ones. */
function progressOf(file: ImportFile, now: Date): ImportDetail['progress'] {
  if (!file.phase || importState(file, now) !== 'busy') return null
  const { answer, phase, rowsDone } = file
  const of = phase === 'writing' ? answer?.imported : answer?.rows
  return { phase, rows: rowsDone, of: of ?? null }
}
