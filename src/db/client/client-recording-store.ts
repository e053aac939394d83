import type { Actor } from '../../domain/actor.ts'
import type { RecordingType } from '../../domain/client/recording-rule.ts'
import type { ClientLanguage } from '../../domain/client-language.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

type Person = Extract<Actor, { kind: 'member' }>

/** What is read aloud, in which language. */
export interface RecordingPlace {
  readonly language: ClientLanguage
  readonly part: string
}

export interface Recorded {
  readonly bytes: Uint8Array
  readonly mediaType: RecordingType
  readonly checksum: string
  readonly seconds: number
  /** SHA-256 of the words that were read. */
  readonly readFrom: string
}

interface Change extends RecordingPlace {
  readonly version: number
  readonly now: Date
}

/** What is known of every recording, without its sound; of those removed only the version. */
export const listRecordings = (tx: Tx) =>
  tx
    .selectFrom('client_recording')
    .select(['language', 'part', 'checksum', 'seconds', 'version'])
    .select(['media_type as mediaType', 'read_from as readFrom', 'made_at as madeAt'])
    .execute()
export type RecordingRow = Awaited<ReturnType<typeof listRecordings>>[number]

/** The sound that has this checksum and is there now; refuses `not_found`. */
export async function readRecording(
  tx: Tx,
  { language, part, checksum }: RecordingPlace & { readonly checksum: string },
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | Refusal> {
  const found = await tx
    .selectFrom('client_recording')
    .select(['bytes', 'media_type as mediaType'])
    .where('language', '=', language)
    .where('part', '=', part)
    .where('checksum', '=', checksum)
    .executeTakeFirst()
  return found?.bytes && found.mediaType
    ? { bytes: found.bytes, mediaType: found.mediaType }
    : refuse('not_found')
}

/** Keeps a recording in place of this version of it; answers its version. The same again changes nothing; else refuses `version_stale`. */
export async function keepRecording(
  tx: Tx,
  actor: Person,
  change: Change & { readonly recorded: Recorded | null },
): Promise<number | Refusal> {
  const { language, part, recorded, version, now } = change
  const found = await tx
    .selectFrom('client_recording')
    .select(['id', 'checksum', 'read_from as readFrom', 'version'])
    .where('language', '=', language)
    .where('part', '=', part)
    .forUpdate()
    .executeTakeFirst()
  const isSame =
    (found?.checksum ?? null) === (recorded?.checksum ?? null) &&
    (found?.readFrom ?? null) === (recorded?.readFrom ?? null)
  if (isSame) return found?.version ?? 0
  if ((found?.version ?? 0) !== version) return refuse('version_stale')
  const kept = { ...columnsOf(recorded), made_by: actor.memberId, made_at: now, version: version + 1 }
  if (found) await tx.updateTable('client_recording').set(kept).where('id', '=', found.id).execute()
  else {
    const added = await tx
      .insertInto('client_recording')
      .values({ city_id: actor.cityId, id: makeUuid(), language, part, ...kept })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // Two who record it for the first time in one moment.
    if (added.numInsertedOrUpdatedRows !== 1n) return refuse('version_stale')
  }
  const event = recorded ? 'client_recording.made' : 'client_recording.removed'
  await writeAuditEvent(tx, actor, { event, details: { language, part } })
  return kept.version
}

const columnsOf = (recorded: Recorded | null) => ({
  bytes: recorded && Buffer.from(recorded.bytes),
  media_type: recorded?.mediaType ?? null,
  checksum: recorded?.checksum ?? null,
  seconds: recorded?.seconds ?? null,
  read_from: recorded?.readFrom ?? null,
})
