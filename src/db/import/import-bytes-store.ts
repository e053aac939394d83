import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { ImportId } from '../../domain/id.ts'
import { importFileHours, mostImportBytes, mostStoredMebibytes } from '../../domain/import/import-job.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { asActor } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database, Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

type Member = Extract<Actor, { kind: 'member' }>

export interface ArrivingFile {
  readonly id: ImportId
  readonly fileName: string
  readonly bytes: AsyncIterable<Uint8Array>
  /** Looks at the first bytes: what is no spreadsheet need not arrive. */
  readonly checkStart: (start: Uint8Array) => Refusal | undefined
}

const chunkBytes = 1024 * 1024

/**
 * Keeps a file as it arrives, a mebibyte at a time: it is never whole in memory, and a slow sender holds no
 * transaction. The same file under the same id again changes nothing (`isNew` false).
 * Refuses an id that holds something else (`id_taken`), a file over 64 MiB (`import_file_too_large`), one for which the
 * city has no room left (`import_files_full`), an empty one (`file_empty`) and what `checkStart` refuses; then nothing
 * is kept, nor when the sender goes away.
 */
export async function receiveFile(
  db: Database,
  actor: Member,
  file: ArrivingFile,
): Promise<{ readonly isNew: boolean } | Refusal> {
  const attempt = makeUuid()
  const before = await asActor(db, actor, (tx) => claimId(tx, actor, file, attempt))
  if (isRefusal(before)) return before
  const isArriving = before.sha256 === null
  const received = await receiveChunks(db, actor, file, isArriving ? attempt : null).catch(async (lost) => {
    if (isArriving) await asActor(db, actor, (tx) => dropAttempt(tx, file.id, attempt))
    throw lost
  })
  if (!isArriving)
    return isRefusal(received) || received.sha256 !== before.sha256 ? refuse('id_taken') : { isNew: false }
  return asActor(db, actor, (tx) => endAttempt(tx, actor, file.id, attempt, received))
}

/** What this sender began is whole, or gone; where another sends the same file by now, it is that one's. */
async function endAttempt(
  tx: Tx,
  actor: Member,
  id: ImportId,
  attempt: string,
  received: { readonly size: number; readonly sha256: string } | Refusal,
): Promise<{ readonly isNew: boolean } | Refusal> {
  if (isRefusal(received)) {
    await dropAttempt(tx, id, attempt)
    return received
  }
  const ended = await tx
    .updateTable('import_file')
    .set(received)
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('sha256', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return refuse('id_taken')
  const details = { size: received.size }
  await writeAuditEvent(tx, actor, { event: 'import_file.received', subjectId: id, details })
  return { isNew: true }
}

const dropAttempt = (tx: Tx, id: ImportId, attempt: string) =>
  tx
    .deleteFrom('import_file')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('sha256', 'is', null)
    .execute()

/** Makes the file's row, or finds the one that is there: with its digest when it has arrived before. */
async function claimId(
  tx: Tx,
  { cityId, memberId }: Member,
  { id, fileName }: ArrivingFile,
  attempt: string,
): Promise<{ readonly sha256: string | null } | Refusal> {
  const there = await tx.selectFrom('import_file').select('id').where('id', '=', id).executeTakeFirst()
  const isUsed = await tx.selectFrom('import').select('id').where('id', '=', id).executeTakeFirst()
  const refusal = there ? undefined : isUsed ? refuse('id_taken') : await refuseFull(tx)
  if (refusal) return refusal
  const made = await tx
    .insertInto('import_file')
    .values({ city_id: cityId, id, member_id: memberId, file_name: fileName, attempt })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { sha256: null }
  const found = await tx
    .selectFrom('import_file')
    .select(['sha256', 'file_name as fileName', 'member_id as memberId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (found.fileName !== fileName || found.memberId !== memberId) return refuse('id_taken')
  // What broke off on its way begins again.
  if (found.sha256 === null) {
    await tx.updateTable('import_file').set({ attempt }).where('id', '=', id).execute()
    await tx.deleteFrom('import_file_chunk').where('import_id', '=', id).execute()
  }
  return found
}

async function receiveChunks(
  db: Database,
  actor: Member,
  { id, bytes, checkStart }: ArrivingFile,
  /** Null: the file is there, and these bytes are only compared with it. */
  attempt: string | null,
): Promise<{ readonly size: number; readonly sha256: string } | Refusal> {
  const digest = createHash('sha256')
  let size = 0
  let position = 0
  for await (const chunk of inChunks(bytes)) {
    const refusal = position === 0 ? checkStart(chunk) : undefined
    if (refusal) return refusal
    digest.update(chunk)
    size += chunk.length
    if (size > mostImportBytes) return refuse('import_file_too_large', { most: mostImportBytes / chunkBytes })
    const piece = { id, attempt, position, chunk }
    const kept = attempt && (await asActor(db, actor, (tx) => addChunk(tx, actor, piece)))
    if (isRefusal(kept)) return kept
    position++
  }
  return size === 0 ? refuse('file_empty') : { size, sha256: digest.digest('base64url') }
}

/** The same bytes in pieces of one size, so that a place in the file says which piece holds it. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    let rest = piece
    while (length + rest.length >= chunkBytes) {
      const part = rest.subarray(0, chunkBytes - length)
      yield Buffer.concat([...waiting, part])
      rest = rest.subarray(part.length)
      waiting = []
      length = 0
    }
    if (rest.length > 0) waiting.push(rest)
    length += rest.length
  }
  if (length > 0) yield Buffer.concat(waiting)
}

interface Piece {
  readonly id: ImportId
  readonly attempt: string | null
  readonly position: number
  readonly chunk: Buffer
}

/** Refuses when somebody else is sending the same file by now (`id_taken`), and what refuseFull refuses. */
async function addChunk(
  tx: Tx,
  { cityId }: Member,
  { id, attempt, position, chunk }: Piece,
): Promise<Refusal | undefined> {
  const mine = await tx
    .selectFrom('import_file')
    .select('id')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .forUpdate()
    .executeTakeFirst()
  if (!mine) return refuse('id_taken')
  const full = await refuseFull(tx)
  if (full) return full
  const piece = { city_id: cityId, id: makeUuid(), import_id: id, position, bytes: chunk }
  await tx.insertInto('import_file_chunk').values(piece).execute()
  return undefined
}

/** Senders at the same moment may go over it, by a piece each. */
async function refuseFull(tx: Tx): Promise<Refusal | undefined> {
  const { kept } = await tx
    .selectFrom('import_file_chunk')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .executeTakeFirstOrThrow()
  return kept < mostStoredMebibytes
    ? undefined
    : refuse('import_files_full', { most: mostStoredMebibytes, hours: importFileHours })
}

// Each answer is four times as large on its way, as text: smaller pieces leave less behind.
const readBytes = 128 * 1024

/** The bytes of a file that has arrived, read from the database as they are asked for. */
export const storedBytes = (tx: Tx, id: ImportId, size: number) => ({
  size,
  read: (start = 0, end = size) => readChunks(tx, id, start, end),
})

async function* readChunks(tx: Tx, id: ImportId, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; ) {
    const from = at % chunkBytes
    const length = Math.min(chunkBytes - from, end - at, readBytes)
    const { bytes } = await tx
      .selectFrom('import_file_chunk')
      .select(sql<Buffer>`substring(bytes from ${from + 1}::int for ${length}::int)`.as('bytes'))
      .where('import_id', '=', id)
      .where('position', '=', Math.floor(at / chunkBytes))
      .executeTakeFirstOrThrow()
    yield bytes
    at += length
  }
}

/** Lets go of what the file held; what became of it stays a day. */
export async function dropBytes(tx: Tx, id: ImportId): Promise<void> {
  await tx.deleteFrom('import_file_chunk').where('import_id', '=', id).execute()
  // The first rows as they stand in the file, with the columns that nobody reads.
  await tx.updateTable('import_file').set({ start: null }).where('id', '=', id).execute()
}
