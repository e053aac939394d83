import type { Actor } from '../../domain/actor.ts'
import type { ImportId } from '../../domain/id.ts'
import { brokenBefore, forgottenBefore, lostBefore } from '../../domain/import/import-job.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { asActor } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { listCities } from '../city/city-store.ts'
import type { Database, Tx } from '../database.ts'
import { dropFile } from './import-file-store.ts'

/**
 * Forgets in every city the files of more than a day ago and what became of them, and what broke off on its way in
 * or before anybody could choose its columns; the server does so every hour.
 */
export async function forgetImportFiles(db: Database, now: Date): Promise<void> {
  for (const { id: cityId } of await listCities(db)) {
    const actor = { kind: 'job', cityId } as const
    await asActor(db, actor, async (tx) => {
      const forgotten = await tx
        .deleteFrom('import_file')
        .where(({ or, and, eb }) =>
          or([
            eb('created_at', '<', forgottenBefore(now)),
            // Without its first rows, and nothing was ever done with it: its server died before they were read.
            and([eb('start', 'is', null), eb('task', 'is', null), eb('created_at', '<', lostBefore(now))]),
          ]),
        )
        // One that is at work at this moment goes an hour later.
        .where(({ or, eb }) =>
          or([
            eb('task', 'is', null),
            eb('ended_at', 'is not', null),
            eb('heartbeat_at', '<', brokenBefore(now)),
          ]),
        )
        .returning('id')
        .execute()
      for (const { id } of forgotten) await noteForgotten(tx, actor, id)
    })
  }
}

/**
 * Forgets a file at once, because somebody wants it gone. Refuses one that is not there (`not_found`) and one at work
 * (`import_busy`).
 */
export async function forgetImportFile(
  tx: Tx,
  actor: Actor,
  id: ImportId,
  now: Date,
): Promise<Refusal | undefined> {
  const file = await tx
    .selectFrom('import_file')
    .select(['task', 'ended_at as endedAt', 'heartbeat_at as heartbeatAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!file) return refuse('not_found')
  const isBusy = file.task && !file.endedAt && file.heartbeatAt && file.heartbeatAt >= brokenBefore(now)
  if (isBusy) return refuse('import_busy')
  await dropFile(tx, id)
  await noteForgotten(tx, actor, id)
  return undefined
}

const noteForgotten = (tx: Tx, actor: Actor, id: ImportId) =>
  writeAuditEvent(tx, actor, { event: 'import_file.forgotten', subjectId: id })
