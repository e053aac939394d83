import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { MemberId, PublicationId, SnapshotId } from '../../domain/id.ts'
import type { LocalDate, Month } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { daysOfMonth } from '../../domain/report/period.ts'
import type { EarlierPublication, PublishedContent } from '../../domain/report/published-report.ts'
import { canonicalJson, type SnapshotContent } from '../../domain/report/snapshot.ts'
import type { Publication } from '../../domain/report/suppression/publication.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { prepareQuery } from '../prepared-query.ts'
import { makeUuid } from '../uuid.ts'

/** A published report as it is listed. */
export interface PublicationHead {
  readonly id: PublicationId
  readonly snapshotId: SnapshotId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly publishedAt: string
  readonly checksum: string
  /** Null while it stands. */
  readonly withdrawn: { readonly at: string; readonly reason: string } | null
}

/** Everything that the city ever published, oldest first, withdrawn or not, with what was counted when it was frozen. */
export async function listEarlier(tx: Tx): Promise<(EarlierPublication & { readonly id: PublicationId })[]> {
  const rows = await tx
    .selectFrom('report_publication as p')
    .innerJoin('report_snapshot as s', (join) =>
      join.onRef('s.city_id', '=', 'p.city_id').onRef('s.id', '=', 'p.snapshot_id'),
    )
    .select(['p.id', 'p.plan', 's.content'])
    .orderBy('p.published_at')
    .orderBy('p.id')
    .execute()
  return rows.map(({ id, plan, content }) => ({
    id,
    // because: only addPublication and addSnapshot write these, from these types, and nobody may change them
    plan: plan as Publication,
    monthCounts: (JSON.parse(content) as SnapshotContent).monthCounts ?? [],
  }))
}

interface NewPublication {
  readonly id: PublicationId
  readonly snapshotId: SnapshotId
  readonly memberId: MemberId
  readonly content: PublishedContent
  readonly plan: Publication
  /** How many publications the plan knew of. */
  readonly after: number
}

/**
 * Publishes for good. One at a time in a city: refuses `publication_overtaken` when another report was published since
 * the plan was made.
 */
export async function addPublication(
  tx: Tx,
  actor: Actor,
  { id, snapshotId, memberId, content, plan, after }: NewPublication,
): Promise<PublicationHead | Refusal> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${actor.cityId}`}, 0))`.execute(tx)
  const before = await findPublicationOf(tx, snapshotId)
  if (before) return before
  const { count } = await tx
    .selectFrom('report_publication')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count !== after) return refuse('publication_overtaken')
  const text = canonicalJson(content)
  await tx
    .insertInto('report_publication')
    .values({
      city_id: actor.cityId,
      id,
      snapshot_id: snapshotId,
      content: text,
      checksum: createHash('sha256').update(text).digest('hex'),
      plan: JSON.stringify(plan),
      member_id: memberId,
    })
    .execute()
  await writeAuditEvent(tx, actor, { event: 'report.published', subjectId: snapshotId })
  return (await findPublicationOf(tx, snapshotId)) ?? refuse('not_found')
}

/** Takes a published report back: it stays listed as withdrawn, as people may have it. Refuses `not_found`. */
export async function withdrawPublication(
  tx: Tx,
  actor: Actor,
  { snapshotId, memberId, reason }: { snapshotId: SnapshotId; memberId: MemberId; reason: string },
): Promise<PublicationHead | Refusal> {
  const found = await findPublicationOf(tx, snapshotId)
  if (!found) return refuse('not_found')
  const added = await tx
    .insertInto('report_withdrawal')
    .values({ city_id: actor.cityId, id: makeUuid(), publication_id: found.id, reason, member_id: memberId })
    .onConflict((conflict) => conflict.columns(['city_id', 'publication_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) await writeAuditEvent(tx, actor, { event: 'report.withdrawn', subjectId: snapshotId })
  return (await findPublicationOf(tx, snapshotId)) ?? refuse('not_found')
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

/** What everybody may read of a report, to the byte over which its checksum goes. */
export const askPublishedText = prepareQuery<{ id: PublicationId }, { content: string }>((tx, gap) =>
  tx.selectFrom('report_publication').select('content').where('id', '=', gap('id')),
)

// because: only addPublication writes that column, from this type, and nobody may change it
export const publishedIn = (content: string) => JSON.parse(content) as PublishedContent

export async function findPublicationOf(
  tx: Tx,
  snapshotId: SnapshotId,
): Promise<PublicationHead | undefined> {
  const row = await selectHeads(tx).where('p.snapshot_id', '=', snapshotId).executeTakeFirst()
  return row && headOf(row)
}

/** What everybody may see of a report, published or withdrawn. */
export async function findPublished(
  tx: Tx,
  id: PublicationId,
): Promise<(PublicationHead & PublishedContent) | undefined> {
  const row = await selectHeads(tx).select('p.content').where('p.id', '=', id).executeTakeFirst()
  return row && { ...headOf(row), ...publishedIn(row.content) }
}

const selectHeads = (tx: Tx) =>
  tx
    .selectFrom('report_publication as p')
    .leftJoin('report_withdrawal as w', (join) =>
      join.onRef('w.city_id', '=', 'p.city_id').onRef('w.publication_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.snapshot_id', 'p.published_at', 'p.checksum', 'w.withdrawn_at', 'w.reason'])
    // Whole months, from the plan: to read them from what was published would take it all apart for every row.
    .select([
      sql<Month>`p.plan #>> '{months,0}'`.as('firstMonth'),
      sql<Month>`p.plan #>> '{months,-1}'`.as('lastMonth'),
    ])

interface HeadRow {
  readonly id: PublicationId
  readonly snapshot_id: SnapshotId
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
  from: daysOfMonth(row.firstMonth).from,
  to: daysOfMonth(row.lastMonth).to,
  publishedAt: row.published_at.toISOString(),
  checksum: row.checksum,
  withdrawn:
    row.withdrawn_at && row.reason !== null
      ? { at: row.withdrawn_at.toISOString(), reason: row.reason }
      : null,
})
