import type { Actor } from '../../domain/actor.ts'
import type { TrainingWishId } from '../../domain/id.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

type Person = Extract<Actor, { kind: 'member' }>

export interface TrainingWish {
  readonly id: TrainingWishId
  readonly wish: string
  readonly wishedAt: Date
  readonly metAt: Date | null
}

const most = 200
const columns = ['id', 'wish', 'wished_at as wishedAt', 'met_at as metAt'] as const

/** The actor's own wishes, and those of the team for its coach: what, not whose. First what is still wished, the newest first. */
export const listWishes = (tx: Tx): Promise<TrainingWish[]> =>
  tx
    .selectFrom('training_wish')
    .select(columns)
    .orderBy('met_at', (order) => order.desc().nullsFirst())
    .orderBy('wished_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

/** Keeps a wish once; refuses an id that holds something else: `id_taken`. */
export async function addWish(
  tx: Tx,
  actor: Person,
  { id, wish, now }: { readonly id: TrainingWishId; readonly wish: string; readonly now: Date },
): Promise<{ readonly kept: TrainingWish; readonly isNew: boolean } | Refusal> {
  const row = await tx
    .insertInto('training_wish')
    .values({ city_id: actor.cityId, id, member_id: actor.memberId, wish, wished_at: now })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (row) {
    await writeAuditEvent(tx, actor, { event: 'training_wish.kept', subjectId: id })
    return { kept: row, isNew: true }
  }
  const kept = await find(tx, id)
  return kept?.wish === wish ? { kept, isNew: false } : refuse('id_taken')
}

const find = (tx: Tx, id: TrainingWishId) =>
  tx.selectFrom('training_wish').select(columns).where('id', '=', id).executeTakeFirst()

/** Takes a wish of the actor's own away. Refuses `not_found`. */
export async function dropWish(tx: Tx, actor: Person, id: TrainingWishId): Promise<Refusal | undefined> {
  const { numDeletedRows } = await tx
    .deleteFrom('training_wish')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return refuse('not_found')
  await writeAuditEvent(tx, actor, { event: 'training_wish.dropped', subjectId: id })
  return undefined
}

/** Says of a wish of the team that it is met, or not yet after all (null). Refuses `not_found`. */
export async function meetWish(
  tx: Tx,
  actor: Person,
  { id, metAt }: { readonly id: TrainingWishId; readonly metAt: Date | null },
): Promise<TrainingWish | Refusal> {
  const row = await tx
    .updateTable('training_wish')
    .set({ met_at: metAt })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
  if (!row) return refuse('not_found')
  await writeAuditEvent(tx, actor, {
    event: metAt ? 'training_wish.met' : 'training_wish.unmet',
    subjectId: id,
  })
  return row
}
