import type { SnapshotId } from '../../domain/id.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { PublishedContent } from '../../domain/report/published-report.ts'
import type { ReportAudience } from '../../domain/report/report-format.ts'
import type { SnapshotContent } from '../../domain/report/snapshot.ts'
import type { Tx } from '../database.ts'
import { findPublishedFor, type PublicationHead } from './publication-store.ts'
import { findSnapshot } from './snapshot-store.ts'

/** A frozen report as an audience sees it, and since when. */
export type FrozenReport = (SnapshotContent | PublishedContent) & {
  readonly at: string
  readonly checksum: string
  /** Where it is published for them; nothing for the coordinator. */
  readonly publication?: PublicationHead
}

/**
 * What an audience sees of a frozen report. Refuses `not_found`, also to whoever may not see the coordinator's, and for
 * the others `report_unpublished` until it is published for them and `report_withdrawn` once it is taken back.
 */
export async function findFrozen(
  tx: Tx,
  id: SnapshotId,
  audience: ReportAudience,
): Promise<FrozenReport | Refusal> {
  const published =
    audience === 'coordinator' ? undefined : await findPublishedFor(tx, { snapshotId: id, audience })
  if (isRefusal(published)) return published
  if (published) {
    const { publication, content } = published
    return { ...content, publication, at: publication.publishedAt, checksum: publication.checksum }
  }
  const snapshot = await findSnapshot(tx, id)
  if (!snapshot) return refuse('not_found')
  return audience === 'coordinator' ? { ...snapshot, at: snapshot.madeAt } : refuse('report_unpublished')
}
