import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { type ListedField, listedFields } from '../../domain/request/request-field.ts'
import { checkView, type RequestView } from '../../domain/request/request-view.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

type Person = Extract<Actor, { kind: 'member' }>

/** The actor's own named filters, by name. */
export const listViews = (tx: Tx): Promise<RequestView[]> =>
  tx.selectFrom('request_view').select(['id', 'name', 'search']).orderBy('name').orderBy('id').execute()

/**
 * Keeps a filter under a name, or changes the one of this id. Refuses a name that the actor uses already
 * (`name_taken`), one more than a list can hold (`too_many_views`) and an id of somebody else's (`id_taken`).
 */
export async function keepView(tx: Tx, actor: Person, view: RequestView): Promise<RequestView | Refusal> {
  await lockMember(tx, actor)
  const own = await listViews(tx)
  const refusal = checkView(own, view)
  if (refusal) return refusal
  const before = own.find(({ id }) => id === view.id)
  if (before && before.name === view.name && before.search === view.search) return view
  const { id, name, search } = view
  if (before) {
    await tx.updateTable('request_view').set({ name, search }).where('id', '=', id).execute()
  } else {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('request_view')
      .values({ city_id: actor.cityId, id, member_id: actor.memberId, name, search })
      .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) return refuse('id_taken')
  }
  await writeAuditEvent(tx, actor, { event: 'request_view.kept', subjectId: id })
  return view
}

/** Forgets a named filter of the actor's own; refuses one that is not there (`not_found`). */
export async function forgetView(tx: Tx, actor: Actor, id: string): Promise<Refusal | undefined> {
  const { numDeletedRows } = await tx
    .deleteFrom('request_view')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return refuse('not_found')
  await writeAuditEvent(tx, actor, { event: 'request_view.forgotten', subjectId: id })
  return undefined
}

/** The columns that the actor chose for the list, in their order; null = never chosen. */
export async function readColumns(tx: Tx): Promise<ListedField[] | null> {
  const row = await tx.selectFrom('request_columns').select('columns').executeTakeFirst()
  return row ? row.columns.flatMap((column) => listedFields.find((field) => field === column) ?? []) : null
}

export async function keepColumns(tx: Tx, actor: Person, columns: readonly ListedField[]): Promise<void> {
  await tx
    .insertInto('request_columns')
    .values({ city_id: actor.cityId, id: actor.memberId, columns: [...columns] })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doUpdateSet({ columns: [...columns] }))
    .execute()
  await writeAuditEvent(tx, actor, { event: 'request_columns.kept', details: { columns: columns.length } })
}

/** Two clicks of one person come one after the other: neither may see the views as they were before the other. */
const lockMember = (tx: Tx, { memberId }: Person) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${memberId}, 4811004))`.execute(tx)
