import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { ProjectId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import {
  type ProjectContent,
  type ProjectGoal,
  type ProjectPartner,
  partialReportOver,
  type ReportedProject,
} from '../../domain/report/project.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

export interface ProjectRecord extends ProjectContent {
  readonly id: ProjectId
  readonly version: number
  readonly isRetired: boolean
  /** Whether a frozen report names it or somebody wrote a text for one; only who may see those gets this right. */
  readonly isReported: boolean
}

/** The projects of the city, the newest first, retired ones too. */
export const listProjects = async (tx: Tx): Promise<ProjectRecord[]> =>
  (await selectProjects(tx).orderBy('begins_on', 'desc').orderBy('name').execute()).map(projectOf)

export async function findProject(tx: Tx, id: ProjectId): Promise<ProjectRecord | undefined> {
  const row = await selectProjects(tx).where('id', '=', id).executeTakeFirst()
  return row && projectOf(row)
}

/**
 * The project as a report over these days names it. Refuses one that is retired (`project_retired`) and days that are
 * none of its partial reports (`project_period`).
 */
export async function readReportedProject(
  tx: Tx,
  id: ProjectId,
  period: Period,
): Promise<ReportedProject | Refusal> {
  const found = await findProject(tx, id)
  if (!found) return refuse('not_found')
  if (found.isRetired) return refuse('project_retired', { name: found.name })
  const partial = partialReportOver(found, period)
  if (!partial) return refuse('project_period', { name: found.name })
  return { id, ...contentOf(found), partial: { number: partial.number, of: partial.of } }
}

/** Until this transaction ends nobody removes the project; false when somebody did before. */
export const holdProject = async (tx: Tx, id: ProjectId): Promise<boolean> =>
  (await tx.selectFrom('project').select('id').where('id', '=', id).forKeyShare().executeTakeFirst()) !==
  undefined

export interface SavedProject {
  readonly project: ProjectRecord
  readonly isNew: boolean
}

/**
 * Adds the project (no version) or changes that version of it. Refuses what decidePut refuses and a name that another
 * project has (`name_taken`).
 */
export async function putProject(
  tx: Tx,
  actor: Actor,
  id: ProjectId,
  content: ProjectContent,
  version: number | undefined,
): Promise<SavedProject | Refusal> {
  // Two projects that take one name at the same moment: the second is told so.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`projects ${actor.cityId}`}, 0))`.execute(tx)
  const wanted = contentOf(content)
  const found = await lockProject(tx, id)
  const decision = decidePut(found && { version: found.version, content: contentOf(found) }, wanted, version)
  if (isRefusal(decision)) return decision
  if (decision !== 'same') {
    const { name } = wanted
    const others = tx.selectFrom('project').select('id').where('name', '=', name).where('id', '<>', id)
    if (await others.executeTakeFirst()) return refuse('name_taken', { name })
    const row = rowOf(wanted)
    if (decision === 'add')
      await tx
        .insertInto('project')
        .values({ ...row, city_id: actor.cityId, id })
        .execute()
    else await changeProject(tx, id, row)
    const past = decision === 'add' ? 'project.added' : 'project.changed'
    await writeAuditEvent(tx, actor, { event: past, subjectId: id, details: countParts(wanted) })
  }
  return savedProject(tx, id, decision === 'add')
}

/** Refuses `not_found`, `version_stale`, and to remove what belongs to a report (`project_in_report`). */
export async function removeProject(
  tx: Tx,
  actor: Actor,
  id: ProjectId,
  version: number,
): Promise<Refusal | undefined> {
  const found = await lockProject(tx, id)
  if (!found) return refuse('not_found')
  if (found.version !== version) return refuse('version_stale')
  if (found.isReported) return refuse('project_in_report', { name: found.name })
  await tx.deleteFrom('project').where('id', '=', id).execute()
  await writeAuditEvent(tx, actor, { event: 'project.removed', subjectId: id, details: countParts(found) })
  return undefined
}

/**
 * Closes the project, or opens it again (null): no new report becomes part of a closed one. Refuses `not_found` and
 * `version_stale`.
 */
export async function retireProject(
  tx: Tx,
  actor: Actor,
  id: ProjectId,
  { version, at }: { readonly version: number; readonly at: Date | null },
): Promise<ProjectRecord | Refusal> {
  const found = await lockProject(tx, id)
  if (!found) return refuse('not_found')
  if (found.isRetired === (at !== null)) return found
  if (found.version !== version) return refuse('version_stale')
  await changeProject(tx, id, { retired_at: at })
  const event = at === null ? 'project.reinstated' : 'project.retired'
  await writeAuditEvent(tx, actor, { event, subjectId: id })
  return (await findProject(tx, id)) ?? refuse('not_found')
}

const changeProject = (
  tx: Tx,
  id: ProjectId,
  change: Partial<ReturnType<typeof rowOf>> & { readonly retired_at?: Date | null },
) =>
  tx
    .updateTable('project')
    .set(({ eb }) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** The project as it is once everybody who was changing it is done; nobody else changes it before this transaction ends. */
async function lockProject(tx: Tx, id: ProjectId): Promise<ProjectRecord | undefined> {
  await tx.selectFrom('project').select('id').where('id', '=', id).forUpdate().execute()
  return findProject(tx, id)
}

async function savedProject(tx: Tx, id: ProjectId, isNew: boolean): Promise<SavedProject | Refusal> {
  const project = await findProject(tx, id)
  return project ? { project, isNew } : refuse('not_found')
}

const countParts = ({ from, to, funders, partners, goals, reportingMoments }: ProjectContent) => ({
  ...{ from, to, funders: funders.length, partners: partners.length, goals: goals.length },
  reports: reportingMoments.length,
})

/** Key by key in one order: the database keeps the keys of its JSON in an order of its own. */
const contentOf = (project: ProjectContent): ProjectContent => ({
  name: project.name,
  from: project.from,
  to: project.to,
  funders: [...project.funders],
  partners: project.partners.map(({ name, role }) => ({ name, role })),
  goals: project.goals.map(({ goal, indicator, target, reached, comment }) => ({
    ...{ goal, indicator, target, reached, comment },
  })),
  reportingMoments: [...project.reportingMoments],
})

const rowOf = ({ name, from, to, funders, partners, goals, reportingMoments }: ProjectContent) => ({
  name,
  begins_on: from,
  ends_on: to,
  funders: JSON.stringify(funders),
  partners: JSON.stringify(partners),
  goals: JSON.stringify(goals),
  reporting_moments: JSON.stringify(reportingMoments),
})

const selectProjects = (tx: Tx) =>
  tx
    .selectFrom('project')
    .select(['id', 'name', 'begins_on as from', 'ends_on as to', 'funders', 'partners', 'goals'])
    .select(['reporting_moments', 'retired_at', 'version'])
    .select(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('report_snapshot as s')
            .select('s.id')
            .whereRef('s.city_id', '=', 'project.city_id')
            .whereRef('s.project_id', '=', 'project.id'),
        ),
        exists(
          selectFrom('report_text as t')
            .select('t.id')
            .whereRef('t.city_id', '=', 'project.city_id')
            .whereRef('t.project_id', '=', 'project.id'),
        ),
      ]).as('isReported'),
    )

type ProjectRow = Awaited<ReturnType<ReturnType<typeof selectProjects>['executeTakeFirstOrThrow']>>

const projectOf = ({
  funders,
  partners,
  goals,
  reporting_moments,
  retired_at,
  ...row
}: ProjectRow): ProjectRecord => ({
  id: row.id,
  ...contentOf({
    ...row,
    // because: only putProject writes these four columns, from these types
    funders: funders as ProjectContent['funders'],
    partners: partners as readonly ProjectPartner[],
    goals: goals as readonly ProjectGoal[],
    reportingMoments: reporting_moments as readonly LocalDate[],
  }),
  version: row.version,
  isRetired: retired_at !== null,
  isReported: row.isReported === true,
})
