import type { ImportId } from '../../domain/id.ts'
import type { Rejection } from '../../domain/import/import-answer.ts'
import type { TaskOf } from '../../domain/import/import-job.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

const batchSize = 1000

/** Keeps the rows that a task left out, in place of what one before it left out. */
export async function keepRejections(
  tx: Tx,
  { cityId, importId }: TaskOf,
  rejected: readonly Rejection[],
): Promise<void> {
  await tx.deleteFrom('import_rejection').where('import_id', '=', importId).execute()
  for (let first = 0; first < rejected.length; first += batchSize) {
    const rejections = JSON.stringify(rejected.slice(first, first + batchSize))
    const owner = { city_id: cityId, id: makeUuid(), import_id: importId }
    await tx
      .insertInto('import_rejection')
      .values({ ...owner, position: first, rejections })
      .execute()
  }
}

/** Every row that the last task left out, a thousand at a time. */
export async function* readRejections(
  asked: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  importId: ImportId,
): AsyncGenerator<Rejection> {
  for (let position = 0; ; position += batchSize) {
    const batch = await asked((tx) =>
      tx
        .selectFrom('import_rejection')
        .select('rejections')
        .where('import_id', '=', importId)
        .where('position', '=', position)
        .executeTakeFirst(),
    )
    if (!batch) return
    // because: only keepRejections writes this column
    yield* batch.rejections as Rejection[]
  }
}
