import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { CityId, CoachingCaseId, HelpRequestId, MemberId, SealedWordsId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

/** A case with the facts of its request; what was written about it is sealed elsewhere. */
export interface CoachingCase {
  readonly id: CoachingCaseId
  readonly requestId: HelpRequestId
  /** Null where the reader does not see the request. */
  readonly theme: string | null
  readonly receivedOn: LocalDate | null
  readonly guideId: MemberId
  readonly guide: string
  readonly coachId: MemberId
  readonly coach: string
  readonly questionId: SealedWordsId | null
  readonly answerId: SealedWordsId | null
  readonly askedAt: Date
  readonly answeredAt: Date | null
  readonly closedAt: Date | null
  readonly eraseOn: LocalDate
  readonly version: number
}

const most = 200

/** The cases that the actor put or was asked, the open ones first, then the newest. */
export async function listCases(
  tx: Tx,
  narrowed: { readonly requestId?: HelpRequestId | undefined; readonly id?: CoachingCaseId } = {},
): Promise<CoachingCase[]> {
  const { requestId = null, id = null } = narrowed
  const { rows } = await sql<CoachingCase>`
    select c.id, c.request_id as "requestId", r.theme, r.received_on as "receivedOn", c.guide_id as "guideId",
      g.name as guide, c.coach_id as "coachId", k.name as coach, c.question_id as "questionId", c.answer_id as "answerId",
      c.asked_at as "askedAt", c.answered_at as "answeredAt", c.closed_at as "closedAt", c.erase_on as "eraseOn", c.version
    from coaching_case c
      join member g on g.city_id = c.city_id and g.id = c.guide_id
      join member k on k.city_id = c.city_id and k.id = c.coach_id
      left join help_request r on r.city_id = c.city_id and r.id = c.request_id
    where c.city_id = app_city() and app_member() in (c.guide_id, c.coach_id)
      and (${requestId}::uuid is null or c.request_id = ${requestId}) and (${id}::uuid is null or c.id = ${id})
    order by c.closed_at is not null, c.asked_at desc, c.id
    limit ${most}`.execute(tx)
  return rows
}

/** Who coaches the actor now; undefined where nobody does. */
export const findOwnCoach = (tx: Tx, memberId: MemberId) =>
  tx
    .selectFrom('member as m')
    .innerJoin('member as c', (join) =>
      join.onRef('c.city_id', '=', 'm.city_id').onRef('c.id', '=', 'm.coach_id'),
    )
    .select(['c.id', 'c.name'])
    .where('m.id', '=', memberId)
    .where('c.disabled_at', 'is', null)
    .where(sql<boolean>`'coach' = any(c.roles)`)
    .executeTakeFirst()

export interface NewCase {
  readonly id: CoachingCaseId
  readonly requestId: HelpRequestId
  readonly guideId: MemberId
  readonly coachId: MemberId
  readonly askedAt: Date
  readonly eraseOn: LocalDate
}

/** Refuses an id that is used (`id_taken`) and a request that is with the coach already (`case_open`). */
export async function addCase(tx: Tx, cityId: CityId, given: NewCase): Promise<Refusal | undefined> {
  if (await hasOpenCase(tx, given)) return refuse('case_open')
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('coaching_case')
    .values({
      city_id: cityId,
      id: given.id,
      request_id: given.requestId,
      guide_id: given.guideId,
      coach_id: given.coachId,
      asked_at: given.askedAt,
      erase_on: given.eraseOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows ? undefined : refuse('id_taken')
}

export const giveQuestion = (tx: Tx, id: CoachingCaseId, questionId: SealedWordsId) =>
  tx.updateTable('coaching_case').set({ question_id: questionId }).where('id', '=', id).execute()

/**
 * The case, held until the end of the transaction. Refuses one that is not the actor's (`not_found`) and another version
 * (`version_stale`).
 */
export async function holdCase(tx: Tx, id: CoachingCaseId, version: number): Promise<CoachingCase | Refusal> {
  await tx.selectFrom('coaching_case').select('id').where('id', '=', id).forUpdate().execute()
  const [found] = await listCases(tx, { id })
  if (!found) return refuse('not_found')
  return found.version === version ? found : refuse('version_stale')
}

interface CaseChange {
  readonly answer_id?: SealedWordsId
  readonly answered_at?: Date
  readonly closed_at?: Date | null
}

/** No subject: whoever reads the audit does not learn which request somebody needed help with. */
export async function changeCase(
  tx: Tx,
  actor: Actor,
  id: CoachingCaseId,
  { event, ...change }: CaseChange & { readonly event: 'answered' | 'closed' | 'reopened' },
): Promise<void> {
  await tx
    .updateTable('coaching_case')
    .set(change)
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await writeAuditEvent(tx, actor, { event: `coaching_case.${event}` })
}

/** Whether another case of the same request is open. */
export async function hasOpenCase(
  tx: Tx,
  { requestId, guideId, id }: Pick<CoachingCase, 'requestId' | 'guideId' | 'id'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('coaching_case')
    .select('id')
    .where('request_id', '=', requestId)
    .where('guide_id', '=', guideId)
    .where('id', '!=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
