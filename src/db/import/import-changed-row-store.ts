import type { HelpRequestId } from '../../domain/id.ts'
import type { TaskOf } from '../../domain/import/import-job.ts'
import type { ImportedRequest } from '../../domain/import/import-row.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** A row that was imported before, as it is now, and the request that it was then. */
export interface ChangedRow {
  readonly row: number
  readonly requestId: HelpRequestId
  readonly digest: string
  readonly request: ImportedRequest
}

/** Where the changed rows of a file go as its reading finds them; a reading that begins anew finds them again. */
export interface ChangedRows {
  readonly begin: () => Promise<void>
  readonly keep: (rows: readonly ChangedRow[]) => Promise<void>
}

/** Keeps the changed rows of a task, in place of what one before it found; their sensitive codes apart. */
export const keepChangedRows = (tx: Tx, { cityId, importId }: Omit<TaskOf, 'taskId'>): ChangedRows => ({
  begin: async () => {
    await tx.deleteFrom('import_change').where('import_id', '=', importId).execute()
  },
  keep: async (rows) => {
    const kept = rows.map((row) => ({ ...row, id: makeUuid() }))
    await inBatches(kept, (batch) =>
      tx
        .insertInto('import_change')
        .values(
          batch.map(({ id, row, requestId, digest, request: { sensitive, ...shown } }) => ({
            ...{ city_id: cityId, id, import_id: importId, row, request_id: requestId, digest },
            request: JSON.stringify(shown),
          })),
        )
        .execute(),
    )
    const hidden = kept.flatMap(({ id, request: { sensitive } }) =>
      sensitive ? [{ city_id: cityId, id, status: sensitive.status, sub_theme: sensitive.subTheme }] : [],
    )
    await inBatches(hidden, (batch) =>
      tx
        .insertInto('import_change_sensitive')
        .values([...batch])
        .execute(),
    )
  },
})

const batchSize = 1000

async function inBatches<T>(rows: readonly T[], write: (batch: readonly T[]) => Promise<unknown>) {
  for (let first = 0; first < rows.length; first += batchSize)
    await write(rows.slice(first, first + batchSize))
}
