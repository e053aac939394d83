import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { City } from '../../domain/city.ts'
import type { MemberId, SnapshotId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import { daysOfMonth, monthsOf } from '../../domain/report/period.ts'
import { canonicalJson, type SnapshotContent } from '../../domain/report/snapshot.ts'
import type { MonthCounts } from '../../domain/report/suppression/public-cube.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { isBefore, type ListPage, type MomentPosition } from '../list-page.ts'
import { holdProject } from './project-store.ts'
import { readReportDraft } from './report-draft-store.ts'
import { countForReport } from './report-store.ts'
import { listReadyTexts, type TextPlace } from './report-text-store.ts'

/** Which report was frozen, when and by whom. */
export interface SnapshotHead {
  readonly id: SnapshotId
  readonly from: LocalDate
  readonly to: LocalDate
  /** 1 for the first frozen report of this period and project, 2 for the next. */
  readonly version: number
  readonly madeAt: string
  readonly madeBy: string
  /** Which partial report of which project, by the name that this had then; null = of none. */
  readonly partOf: { readonly number: number; readonly of: number; readonly name: string } | null
  /** SHA-256 over the canonical JSON of the content. */
  readonly checksum: string
}

export type Snapshot = SnapshotHead & SnapshotContent

/**
 * Everything that a frozen report keeps, as it stands at one moment: an import that ends meanwhile is in all of it or
 * in none. First in its transaction. Refuses what readReportDraft refuses.
 */
export async function readSnapshotContent(
  tx: Tx,
  city: City,
  place: TextPlace,
): Promise<SnapshotContent | Refusal> {
  await sql`set transaction isolation level repeatable read`.execute(tx)
  const draft = await readReportDraft(tx, city, place)
  if (isRefusal(draft)) return draft
  const { isSensitive, earlier, project, codes, ...kept } = draft
  return {
    ...kept,
    codes: codes.map(({ id, version, synonyms, ...item }) => item),
    monthCounts: await countMonths(tx, place),
    texts: await listReadyTexts(tx, place),
    ...(project ? { project } : {}),
  }
}

async function countMonths(tx: Tx, period: Period): Promise<MonthCounts[]> {
  const counted: MonthCounts[] = []
  for (const month of monthsOf(period))
    counted.push({ month, counts: await countForReport(tx, daysOfMonth(month)) })
  return counted
}

/** Keeps the report for good. Refuses an id that another period or project has (`id_taken`), and a project that is gone. */
export async function addSnapshot(
  tx: Tx,
  actor: Actor,
  { id, from, to, memberId }: Period & { readonly id: SnapshotId; readonly memberId: MemberId },
  content: SnapshotContent,
): Promise<{ readonly snapshot: Snapshot; readonly isNew: boolean } | Refusal> {
  const { project } = content
  if (project && !(await holdProject(tx, project.id))) return refuse('not_found')
  const text = canonicalJson(content)
  const added = await tx
    .insertInto('report_snapshot')
    .values({
      city_id: actor.cityId,
      id,
      period_from: from,
      period_to: to,
      content: text,
      checksum: createHash('sha256').update(text).digest('hex'),
      member_id: memberId,
      project_id: project?.id ?? null,
      part_of: project ? JSON.stringify({ ...project.partial, name: project.name }) : null,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) {
    const details = { from, to, requests: content.report.total }
    await writeAuditEvent(tx, actor, { event: 'report.frozen', subjectId: id, details })
  }
  const snapshot = await findSnapshot(tx, id)
  const isSame = snapshot?.from === from && snapshot.to === to && snapshot.project?.id === project?.id
  if (!snapshot || !isSame) return refuse('id_taken')
  return { snapshot, isNew: added !== undefined }
}

/** The frozen reports that the actor may see, newest first; all of them, or a page, or a page of those of one period. */
export async function listSnapshots(
  tx: Tx,
  page?: ListPage<MomentPosition> & { readonly [Day in keyof Period]?: LocalDate | undefined },
): Promise<SnapshotHead[]> {
  const rows = await selectHeads(tx)
    .$if(page?.after !== undefined, (query) => query.where(isBefore('s.made_at', 's.id', page?.after)))
    .$if(page?.from !== undefined, (query) => query.where('s.period_from', '=', page?.from ?? null))
    .$if(page?.to !== undefined, (query) => query.where('s.period_to', '=', page?.to ?? null))
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id', 'desc')
    .$if(page !== undefined, (query) => query.limit(page?.limit ?? 0))
    .execute()
  return rows.map(headOf)
}

export async function findSnapshot(tx: Tx, id: SnapshotId): Promise<Snapshot | undefined> {
  const row = await selectHeads(tx).select('s.content').where('s.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  // because: only addSnapshot writes this column, from this type, and nobody may change it
  return { ...headOf(row), ...(JSON.parse(row.content) as SnapshotContent) }
}

const selectHeads = (tx: Tx) =>
  tx
    .selectFrom('report_snapshot as s')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 's.city_id').onRef('m.id', '=', 's.member_id'),
    )
    .select([
      's.id',
      's.period_from',
      's.period_to',
      's.checksum',
      's.made_at',
      's.part_of',
      'm.name as madeBy',
      sql<number>`(
        select count(*)::int from report_snapshot as e
        where e.city_id = s.city_id and e.period_from = s.period_from and e.period_to = s.period_to
          and e.project_id is not distinct from s.project_id and (e.made_at, e.id) <= (s.made_at, s.id)
      )`.as('version'),
    ])

interface HeadRow {
  readonly id: SnapshotId
  readonly period_from: LocalDate
  readonly period_to: LocalDate
  readonly checksum: string
  readonly made_at: Date
  readonly part_of: unknown
  readonly madeBy: string
  readonly version: number
}

const headOf = ({
  id,
  period_from,
  period_to,
  checksum,
  made_at,
  part_of,
  madeBy,
  version,
}: HeadRow): SnapshotHead => ({
  id,
  from: period_from,
  to: period_to,
  version,
  madeAt: made_at.toISOString(),
  madeBy,
  // because: only addSnapshot writes this column, from this type
  partOf: part_of as SnapshotHead['partOf'],
  checksum,
})
