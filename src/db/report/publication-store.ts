import { sql } from 'kysely'
import type { PublicationId, SnapshotId } from '../../domain/id.ts'
import type { LocalDate, Month } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { daysOfMonth } from '../../domain/report/period.ts'
import type { PublishedContent } from '../../domain/report/published-report.ts'
import type { PublishedAudience } from '../../domain/report/report-format.ts'
import type { Tx } from '../database.ts'
import { prepareQuery } from '../prepared-query.ts'

/** A report is published once for an audience. */
export interface PublicationKey {
  readonly snapshotId: SnapshotId
  readonly audience: PublishedAudience
}

/** A published report as it is listed. */
export interface PublicationHead extends PublicationKey {
  readonly id: PublicationId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly publishedAt: string
  readonly checksum: string
  /** Null while it stands. */
  readonly withdrawn: { readonly at: string; readonly reason: string } | null
}

/** Every report that was published, newest first. */
export const listPublications = async (tx: Tx): Promise<PublicationHead[]> =>
  headsIn((await tx.executeQuery(askHeads(tx, {}))).rows)

/** The same as a question that may travel with its actor. */
export const askHeads = prepareQuery<object, HeadRow>((tx) =>
  selectHeads(tx).orderBy('p.published_at', 'desc').orderBy('p.id', 'desc'),
)

export const askHead = prepareQuery<{ id: PublicationId }, HeadRow>((tx, gap) =>
  selectHeads(tx).where('p.id', '=', gap('id')),
)

export const headsIn = (rows: readonly HeadRow[]): PublicationHead[] => rows.map(headOf)

/** What may be read of a report, to the byte over which its checksum goes. */
export const askPublishedText = prepareQuery<{ id: PublicationId }, { content: string }>((tx, gap) =>
  tx.selectFrom('report_publication').select('content').where('id', '=', gap('id')),
)

// because: only addPublication writes that column, from this type, and nobody may change it
export const publishedIn = (content: string) => JSON.parse(content) as PublishedContent

/** For whom a report was published, first the first. */
export const listPublicationsOf = async (tx: Tx, snapshotId: SnapshotId): Promise<PublicationHead[]> =>
  headsIn(
    await selectHeads(tx)
      .where('p.snapshot_id', '=', snapshotId)
      .orderBy('p.published_at')
      .orderBy('p.id')
      .execute(),
  )

export async function findPublicationOf(
  tx: Tx,
  { snapshotId, audience }: PublicationKey,
): Promise<PublicationHead | undefined> {
  const known = await listPublicationsOf(tx, snapshotId)
  return known.find((one) => one.audience === audience)
}

/**
 * What an audience reads of a report. Undefined when it was not published for it; refuses `report_withdrawn`: what was
 * taken back is handed out no more.
 */
export async function findPublishedFor(
  tx: Tx,
  wanted: PublicationKey,
): Promise<{ publication: PublicationHead; content: PublishedContent } | Refusal | undefined> {
  const publication = await findPublicationOf(tx, wanted)
  if (publication?.withdrawn) return refuse('report_withdrawn')
  const content = publication && (await findPublished(tx, publication.id))
  return content && { publication, content }
}

/** What its readers may see of a report, published or withdrawn. */
export async function findPublished(tx: Tx, id: PublicationId): Promise<PublishedContent | undefined> {
  const row = await tx
    .selectFrom('report_publication')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && publishedIn(row.content)
}

const selectHeads = (tx: Tx) =>
  tx
    .selectFrom('report_publication as p')
    .leftJoin('report_withdrawal as w', (join) =>
      join.onRef('w.city_id', '=', 'p.city_id').onRef('w.publication_id', '=', 'p.id'),
    )
    .select([
      'p.id',
      'p.snapshot_id',
      'p.audience',
      'p.published_at',
      'p.checksum',
      'w.withdrawn_at',
      'w.reason',
    ])
    // Whole months, from the plan: to read them from what was published would take it all apart for every row.
    .select([
      sql<Month>`p.plan #>> '{months,0}'`.as('firstMonth'),
      sql<Month>`p.plan #>> '{months,-1}'`.as('lastMonth'),
    ])

interface HeadRow {
  readonly id: PublicationId
  readonly snapshot_id: SnapshotId
  readonly audience: PublishedAudience
  readonly published_at: Date
  readonly checksum: string
  readonly withdrawn_at: Date | null
  readonly reason: string | null
  readonly firstMonth: Month
  readonly lastMonth: Month
}

const headOf = (row: HeadRow): PublicationHead => ({
  id: row.id,
  snapshotId: row.snapshot_id,
  audience: row.audience,
  from: daysOfMonth(row.firstMonth).from,
  to: daysOfMonth(row.lastMonth).to,
  publishedAt: row.published_at.toISOString(),
  checksum: row.checksum,
  withdrawn:
    row.withdrawn_at && row.reason !== null
      ? { at: row.withdrawn_at.toISOString(), reason: row.reason }
      : null,
})
