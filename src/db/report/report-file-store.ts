import type { CityId, SnapshotId } from '../../domain/id.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import type { ReportAudience, ReportFormat } from '../../domain/report/report-format.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** Which file of a frozen report. */
export interface ReportFileKey {
  readonly snapshotId: SnapshotId
  /** Of what its readers see. */
  readonly checksum: string
  readonly audience: ReportAudience
  readonly language: StaffLanguage
  readonly format: ReportFormat
}

/** The file as it was first made; undefined when nobody asked for it yet. */
export async function findReportFile(tx: Tx, key: ReportFileKey): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('report_file')
    .select('bytes')
    .where('snapshot_id', '=', key.snapshotId)
    .where('checksum', '=', key.checksum)
    .where('audience', '=', key.audience)
    .where('language', '=', key.language)
    .where('format', '=', key.format)
    .executeTakeFirst()
  return row?.bytes
}

/** Keeps the file for good, unless somebody else just did. */
export async function keepReportFile(
  tx: Tx,
  cityId: CityId,
  { snapshotId, ...key }: ReportFileKey,
  bytes: Uint8Array,
): Promise<void> {
  await tx
    .insertInto('report_file')
    .values({ city_id: cityId, id: makeUuid(), snapshot_id: snapshotId, ...key, bytes: Buffer.from(bytes) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
