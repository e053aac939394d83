import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import { type MemberId, publicationId, type SnapshotId } from '../../domain/id.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { EarlierPublication, PublishedContent } from '../../domain/report/published-report.ts'
import { canonicalJson, type SnapshotContent } from '../../domain/report/snapshot.ts'
import type { Publication } from '../../domain/report/suppression/publication.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import {
  findPublicationOf,
  listPublicationsOf,
  type PublicationHead,
  type PublicationKey,
} from './publication-store.ts'

/**
 * Every report that the city ever published, oldest first, withdrawn or not, with what was counted when it was frozen.
 * One that is for the council and for everybody is one: it has one plan.
 */
export async function listEarlier(tx: Tx): Promise<EarlierPublication[]> {
  const rows = await selectFirst(tx)
    .innerJoin('report_snapshot as s', (join) =>
      join.onRef('s.city_id', '=', 'p.city_id').onRef('s.id', '=', 'p.snapshot_id'),
    )
    .select(['p.plan', 's.content'])
    .orderBy('p.published_at')
    .orderBy('p.id')
    .execute()
  return rows.map(({ plan, content }) => ({
    // because: only addPublication and addSnapshot write these, from these types, and nobody may change them
    plan: plan as Publication,
    monthCounts: (JSON.parse(content) as SnapshotContent).monthCounts ?? [],
  }))
}

/** Of each report the first time that it was published. */
const selectFirst = (tx: Tx) =>
  tx
    .selectFrom('report_publication as p')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('report_publication as e')
            .select('e.id')
            .whereRef('e.city_id', '=', 'p.city_id')
            .whereRef('e.snapshot_id', '=', 'p.snapshot_id')
            .where(sql<boolean>`(e.published_at, e.id) < (p.published_at, p.id)`),
        ),
      ),
    )

interface WantedPublication extends PublicationKey {
  readonly memberId: MemberId
}

interface NewPublication extends WantedPublication {
  readonly content: PublishedContent
  readonly plan: Publication
  /** How many reports the plan knew of. */
  readonly after: number
}

/**
 * Publishes for good. One at a time in a city: refuses `publication_overtaken` when another report was published since
 * the plan was made.
 */
export async function addPublication(
  tx: Tx,
  actor: Actor,
  { content, plan, after, ...wanted }: NewPublication,
): Promise<PublicationHead | Refusal> {
  await waitForTurn(tx, actor)
  const before = await findPublicationOf(tx, wanted)
  if (before) return before
  const { count } = await selectFirst(tx)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count !== after) return refuse('publication_overtaken')
  return insertPublication(tx, actor, wanted, { content, plan })
}

/**
 * Publishes for the other audience what one has already: the same figures under the same plan, with the texts that this
 * one may read. Refuses `report_withdrawn`.
 */
export async function sharePublication(
  tx: Tx,
  actor: Actor,
  { content, ...wanted }: WantedPublication & Pick<NewPublication, 'content'>,
): Promise<PublicationHead | Refusal> {
  await waitForTurn(tx, actor)
  const [known] = await listPublicationsOf(tx, wanted.snapshotId)
  if (!known) return refuse('not_found')
  if (known.withdrawn) return refuse('report_withdrawn')
  const before = await findPublicationOf(tx, wanted)
  if (before) return before
  const { plan } = await tx
    .selectFrom('report_publication')
    .select('plan')
    .where('id', '=', known.id)
    .executeTakeFirstOrThrow()
  // because: only insertPublication writes this column, from this type
  return insertPublication(tx, actor, wanted, { content, plan: plan as Publication })
}

const waitForTurn = (tx: Tx, { cityId }: Actor) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${cityId}`}, 0))`.execute(tx)

async function insertPublication(
  tx: Tx,
  actor: Actor,
  { snapshotId, audience, memberId }: WantedPublication,
  { content, plan }: Pick<NewPublication, 'content' | 'plan'>,
): Promise<PublicationHead | Refusal> {
  const text = canonicalJson(content)
  await tx
    .insertInto('report_publication')
    .values({
      city_id: actor.cityId,
      id: publicationId.parse(makeUuid()),
      snapshot_id: snapshotId,
      audience,
      content: text,
      checksum: createHash('sha256').update(text).digest('hex'),
      plan: JSON.stringify(plan),
      member_id: memberId,
    })
    .execute()
  await writeAuditEvent(tx, actor, {
    event: 'report.published',
    subjectId: snapshotId,
    details: { audience },
  })
  return (await findPublicationOf(tx, { snapshotId, audience })) ?? refuse('not_found')
}

/**
 * Takes a published report back from everybody that it was published for: it stays listed as withdrawn, as people may
 * have it. Refuses `not_found`.
 */
export async function withdrawPublication(
  tx: Tx,
  actor: Actor,
  { snapshotId, memberId, reason }: { snapshotId: SnapshotId; memberId: MemberId; reason: string },
): Promise<PublicationHead | Refusal> {
  await waitForTurn(tx, actor)
  const standing = (await listPublicationsOf(tx, snapshotId)).filter(({ withdrawn }) => !withdrawn)
  for (const { id } of standing)
    await tx
      .insertInto('report_withdrawal')
      .values({ city_id: actor.cityId, id: makeUuid(), publication_id: id, reason, member_id: memberId })
      .execute()
  if (standing.length > 0)
    await writeAuditEvent(tx, actor, { event: 'report.withdrawn', subjectId: snapshotId })
  const [head] = await listPublicationsOf(tx, snapshotId)
  return head ?? refuse('not_found')
}
