import { sql } from 'kysely'
import type { CityId, MemberId, ProjectId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { ChapterCode } from '../../domain/report/chapter/chapter.ts'
import {
  type EndedPeriod,
  endedPeriods,
  type NotAsked,
  openChapters,
  readinessOf,
} from '../../domain/report/ended-period.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { countUnfinished } from './inside-store.ts'
import { listProjects } from './project-store.ts'
import { countForReport } from './report-store.ts'
import { listTexts } from './report-text-store.ts'

/** A period that is over and has no frozen report yet, with what is still open in it. */
export interface DuePeriod extends EndedPeriod<ProjectId> {
  readonly total: number
  readonly notAsked: readonly NotAsked[]
  readonly openChapters: readonly ChapterCode[]
  /** Requests that were noted in one tap and still say little. */
  readonly unfinished: number
}

/** The periods that ended lately and wait for their report; a half-year without requests is none. */
export async function listDuePeriods(tx: Tx, today: LocalDate): Promise<DuePeriod[]> {
  const due: DuePeriod[] = []
  for (const period of endedPeriods(await listProjects(tx), today)) {
    if (await isFrozen(tx, period)) continue
    const readiness = readinessOf(await countForReport(tx, period))
    if (!period.partOf && readiness.total === 0) continue
    const written = await listTexts(tx, { ...period, projectId: period.partOf?.id })
    const unfinished = await countUnfinished(tx, period)
    due.push({ ...period, ...readiness, openChapters: openChapters(written), unfinished })
  }
  return due
}

const isFrozen = async (tx: Tx, { from, to }: EndedPeriod<ProjectId>): Promise<boolean> =>
  (await tx
    .selectFrom('report_snapshot')
    .select('id')
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** After so long a letter about a period is tried again that no mail server took. */
const patience = '1 hour'

/** The letter that tells a member of an ended period, when it is to go out now; undefined when it did, or just was tried. */
export async function claimPeriodLetter(
  tx: Tx,
  cityId: CityId,
  { from, to, partOf }: EndedPeriod<ProjectId>,
  { memberId, now }: { readonly memberId: MemberId; readonly now: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into period_letter (city_id, id, period_from, period_to, project_id, member_id, tried_at)
    values (${cityId}, ${makeUuid()}, ${from}, ${to}, ${partOf?.id ?? null}, ${memberId}, ${now})
    on conflict on constraint period_letter_once do update set tried_at = excluded.tried_at
    where period_letter.accepted_at is null and period_letter.failed_at is null
      and period_letter.tried_at < excluded.tried_at - ${patience}::interval
    returning id`.execute(tx)
  return rows[0]?.id
}

/** What became of such a letter. Without an outcome it is tried again. */
export const notePeriodLetter = (
  tx: Tx,
  id: string,
  { at, failure }: { readonly at: Date; readonly failure: string | undefined },
): Promise<unknown> =>
  tx
    .updateTable('period_letter')
    .set(failure === undefined ? { accepted_at: at } : { failed_at: at, failure })
    .where('id', '=', id)
    .execute()
