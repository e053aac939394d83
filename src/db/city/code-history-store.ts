import { sql } from 'kysely'
import type { CityCode, CodeListVersion, CodeWords } from '../../domain/code-list/code-list.ts'
import { inListOrder } from '../../domain/code-list/code-order.ts'
import type { CityId, MemberId } from '../../domain/id.ts'
import type { Labels, SomeLabels } from '../../domain/language.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

interface Change {
  readonly cityId: CityId
  /** Null: the product or the command line. */
  readonly memberId: MemberId | null
  /** The version that the list has from this change on. */
  readonly listVersion: number
}

/** Keeps how the codes read from a change on. */
export const keepVersions = (
  tx: Tx,
  { cityId, memberId, listVersion }: Change,
  codes: readonly Pick<CityCode, 'id' | 'position' | 'active' | keyof CodeWords>[],
) =>
  tx
    .insertInto('code_list_item_version')
    .values(
      codes.map(({ id, position, active, ...words }) => ({
        ...{ city_id: cityId, id: makeUuid(), item_id: id, list_version: listVersion, position, active },
        ...columnsOfWords(words),
        member_id: memberId,
      })),
    )
    .execute()

export const columnsOfWords = ({ labels, definitions, synonyms }: CodeWords) => ({
  labels: JSON.stringify(labels),
  definitions: JSON.stringify(definitions),
  synonyms: [...synonyms],
})

/** A code from one version of its list until the next that changed it. */
export interface KeptVersion extends CodeWords {
  readonly listVersion: number
  readonly position: number
  readonly active: boolean
  readonly changedAt: Date
  /** Null: the product or the command line. */
  readonly changedBy: string | null
}

/** How a code read over time, newest first. */
export async function listVersions(tx: Tx, { id }: Pick<CityCode, 'id'>): Promise<KeptVersion[]> {
  const rows = await tx
    .selectFrom('code_list_item_version as kept')
    .leftJoin('member', (join) =>
      join.onRef('member.city_id', '=', 'kept.city_id').onRef('member.id', '=', 'kept.member_id'),
    )
    .select(['kept.list_version as listVersion', 'kept.position', 'kept.active', 'kept.labels'])
    .select(['kept.definitions', 'kept.synonyms', 'kept.changed_at as changedAt', 'member.name as changedBy'])
    .where('kept.item_id', '=', id)
    .orderBy('kept.list_version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, ...readWords(row) }))
}

interface Day {
  readonly on: LocalDate
  readonly timeZone: string
}

/**
 * The given codes as they stood at the end of a day: their words, places and whether they were offered. A code that
 * was added later is not among them; before the lists' first day it is how they began.
 */
export async function asOnDay(
  tx: Tx,
  codes: readonly CityCode[],
  { on, timeZone }: Day,
): Promise<{ items: CityCode[]; lists: CodeListVersion[] }> {
  const rows = await tx
    .selectFrom('code_list_item_version')
    .distinctOn('item_id')
    .select(['item_id', 'list_version', 'position', 'active', 'labels', 'definitions', 'synonyms'])
    .where(({ or, eb }) =>
      or([
        eb('list_version', '=', 1),
        eb('changed_at', '<', sql<Date>`(${on}::date + 1)::timestamp at time zone ${timeZone}`),
      ]),
    )
    .orderBy('item_id')
    .orderBy('list_version', 'desc')
    .execute()
  const then = new Map(rows.map((row) => [row.item_id, row]))
  const kept = codes.flatMap((code) => {
    const row = then.get(code.id)
    if (!row) return []
    const { position, active, list_version: listVersion } = row
    return [{ code: { ...code, position, active, ...readWords(row) }, listVersion }]
  })
  const lists = Map.groupBy(kept, ({ code }) => code.list)
  return {
    items: inListOrder(kept.map(({ code }) => code)),
    lists: [...lists].map(([list, ofList]) => ({
      list,
      version: Math.max(...ofList.map(({ listVersion }) => listVersion)),
    })),
  }
}

/** Labels that codes had before and do not have now. */
export async function listFormerNames(tx: Tx) {
  const { rows } = await sql<{ list: string; code: string; name: string }>`
    select distinct item.list, item.code, label.value as name
    from code_list_item_version kept
    join code_list_item item on item.city_id = kept.city_id and item.id = kept.item_id
    cross join jsonb_each_text(kept.labels) label
    where kept.labels <> item.labels and item.labels ->> label.key <> label.value
    order by 1, 2, 3`.execute(tx)
  return rows
}

const readWords = (row: { labels: unknown; definitions: unknown; synonyms: string[] }): CodeWords => ({
  // because: only keepVersions writes these two columns, from these types
  labels: row.labels as Labels,
  // because: as above
  definitions: row.definitions as SomeLabels,
  synonyms: row.synonyms,
})
