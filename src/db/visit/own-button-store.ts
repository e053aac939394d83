import type { Actor } from '../../domain/actor.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { type OwnButton, ownButtonList } from '../../domain/visit/own-button.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

export interface KeptButtons {
  readonly items: OwnButton[]
  /** 0 = none were ever kept. */
  readonly version: number
}

type Person = Extract<Actor, { kind: 'member' }>

/** The actor's own buttons, in their order. */
export const readOwnButtons = async (tx: Tx): Promise<KeptButtons> =>
  buttonsIn(await selectButtons(tx).executeTakeFirst())

/** Keeps them all instead of this version of them. The same again changes nothing; else refuses `version_stale`. */
export async function keepOwnButtons(
  tx: Tx,
  actor: Person,
  items: readonly OwnButton[],
  version: number,
): Promise<KeptButtons | Refusal> {
  const found = buttonsIn(await selectButtons(tx).forUpdate().executeTakeFirst())
  if (JSON.stringify(found.items) === JSON.stringify(items)) return found
  if (found.version !== version) return refuse('version_stale')
  const kept = { buttons: JSON.stringify(items), version: version + 1 }
  const written =
    version === 0
      ? tx
          .insertInto('own_buttons')
          .values({ city_id: actor.cityId, id: actor.memberId, ...kept })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows === 1n)
      : tx
          .updateTable('own_buttons')
          .set(kept)
          .execute()
          .then(() => true)
  // Kept for the first time on two devices in one moment.
  if (!(await written)) return refuse('version_stale')
  await writeAuditEvent(tx, actor, { event: 'own_buttons.kept', details: { buttons: items.length } })
  return { items: [...items], version: kept.version }
}

const selectButtons = (tx: Tx) => tx.selectFrom('own_buttons').select(['buttons', 'version'])

const buttonsIn = (
  row: { readonly buttons: unknown; readonly version: number } | undefined,
): KeptButtons => ({
  items: ownButtonList.parse(row?.buttons ?? []),
  version: row?.version ?? 0,
})
