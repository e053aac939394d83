import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { GroupContactId } from '../../domain/id.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { GroupCounts, Period } from '../../domain/report/half-year-report.ts'
import { isDeskOn } from '../../domain/request/request-rule.ts'
import type { GroupContact } from '../../domain/visit/group-contact.ts'
import { mostGroupsListed } from '../../domain/visit/group-limit.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { holdLastDay } from '../city/last-day-lock.ts'
import type { Tx } from '../database.ts'

type Guide = Extract<Actor, { kind: 'member' }>

/** Those that the actor may see and that still count, newest first. */
export async function listGroupContacts(tx: Tx, { from, to }: Period) {
  const rows = await tx
    .selectFrom('group_contact as g')
    .innerJoin('desk as d', (join) =>
      join.onRef('d.city_id', '=', 'g.city_id').onRef('d.id', '=', 'g.desk_id'),
    )
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'g.city_id').onRef('m.id', '=', 'g.guide_id'),
    )
    .select(['g.id', 'g.held_on as heldOn', 'g.theme', 'g.people'])
    .select(['d.id as deskId', 'd.name as desk', 'm.id as guideId', 'm.name as guide'])
    .where('g.held_on', '>=', from)
    .where('g.held_on', '<=', to)
    .where('g.voided_at', 'is', null)
    .orderBy('g.held_on', 'desc')
    .orderBy('g.recorded_at', 'desc')
    .orderBy('g.id', 'desc')
    .limit(mostGroupsListed)
    .execute()
  return rows.map(({ deskId, desk, guideId, guide, ...rest }) => ({
    ...rest,
    desk: { id: deskId, name: desk },
    guide: { id: guideId, name: guide },
  }))
}

/** How many groups were met in a period, and how many people in them. */
export async function countGroupContacts(tx: Tx, { from, to }: Period): Promise<GroupCounts> {
  return await tx
    .selectFrom('group_contact')
    .select(sql<number>`count(*)::int`.as('contacts'))
    .select(sql<number>`coalesce(sum(people), 0)::int`.as('people'))
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('voided_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/**
 * Writes it once, however often it is sent. Refuses a desk that is none or no longer (`desk_unknown`) and an id that is
 * something else's (`id_taken`).
 */
export async function addGroupContact(
  tx: Tx,
  guide: Guide,
  { id, heldOn, deskId, theme, people }: GroupContact,
): Promise<'added' | 'same' | Refusal> {
  await holdLastDay(tx, deskId)
  const desk = await tx
    .selectFrom('desk')
    .select('last_day as lastDay')
    .where('id', '=', deskId)
    .executeTakeFirst()
  if (!desk || !isDeskOn(desk, heldOn)) return refuse('desk_unknown', { field: 'deskId' })
  const content = { held_on: heldOn, desk_id: deskId, theme, people }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('group_contact')
    .values({
      ...{ city_id: guide.cityId, id, guide_id: guide.memberId, organization_id: guide.organizationId },
      ...content,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) {
    await writeAuditEvent(tx, guide, {
      event: 'group_contact.registered',
      subjectId: id,
      details: { people },
    })
    return 'added'
  }
  const found = sameButForItsDay(tx, guide, { id, deskId, theme, people }).where('held_on', '=', heldOn)
  return (await found.executeTakeFirst()) ? 'same' : refuse('id_taken')
}

/** Whether this guide counted this group, on whatever day: a clock may have been put right since. */
export const isGroupThere = async (tx: Tx, guide: Guide, group: GroupContact): Promise<boolean> =>
  (await sameButForItsDay(tx, guide, group).executeTakeFirst()) !== undefined

const sameButForItsDay = (
  tx: Tx,
  { memberId }: Guide,
  { id, deskId, theme, people }: Omit<GroupContact, 'heldOn'>,
) =>
  tx
    .selectFrom('group_contact')
    .select('id')
    .where('id', '=', id)
    .where('guide_id', '=', memberId)
    .where('desk_id', '=', deskId)
    .where('theme', '=', theme)
    .where('people', '=', people)

/** Null: it counts again. Refuses what the actor does not see (`not_found`) or may not change (`forbidden`). */
export async function voidGroupContact(
  tx: Tx,
  actor: Guide,
  { id, reason, now }: { readonly id: GroupContactId; readonly reason: string | null; readonly now: Date },
): Promise<Refusal | undefined> {
  const found = await tx
    .selectFrom('group_contact')
    .select('voided_at as voidedAt')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse('not_found')
  if ((found.voidedAt === null) === (reason === null)) return undefined
  const { numUpdatedRows } = await tx
    .updateTable('group_contact')
    .set({
      voided_at: reason === null ? null : now,
      voided_by: reason === null ? null : actor.memberId,
      void_reason: reason,
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return refuse('forbidden')
  const event = reason === null ? 'group_contact.counted_again' : 'group_contact.voided'
  await writeAuditEvent(tx, actor, { event, subjectId: id })
  return undefined
}
