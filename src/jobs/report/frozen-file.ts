import { asActor } from '../../db/as-actor.ts'
import type { Database } from '../../db/database.ts'
import type { FrozenReport } from '../../db/report/frozen-report-store.ts'
import { findReportFile, keepReportFile } from '../../db/report/report-file-store.ts'
import { frozenSource } from '../../documents/format/frozen-source.ts'
import type { Actor } from '../../domain/actor.ts'
import type { City } from '../../domain/city.ts'
import type { SnapshotId } from '../../domain/id.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import type { ReportAudience, ReportFormat } from '../../domain/report/report-format.ts'
import { makeInProcess } from './file-process.ts'

interface FrozenFile {
  readonly snapshotId: SnapshotId
  readonly format: ReportFormat
  readonly language: StaffLanguage
  readonly audience: ReportAudience
}

/** A frozen report as a file: made once, and from then on the same bytes. */
export async function frozenFile(
  db: Database,
  actor: Actor,
  city: City,
  frozen: FrozenReport,
  { snapshotId, ...wanted }: FrozenFile,
) {
  const source = frozenSource(frozen, city, wanted)
  const key = { ...wanted, snapshotId, checksum: frozen.checksum }
  const find = () => asActor(db, actor, (tx) => findReportFile(tx, key))
  const kept = await find()
  if (kept) return { source, bytes: kept }
  const made = await makeInProcess('file', source)
  await asActor(db, actor, (tx) => keepReportFile(tx, city.id, key, made))
  // Somebody who asked at the same moment may have been first.
  return { source, bytes: (await find()) ?? made }
}
