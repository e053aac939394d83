import { sql } from 'kysely'
import {
  type CityCode,
  type CodeListItem,
  type CodeListName,
  type CodeListVersion,
  codeListName,
} from '../../domain/code-list/code-list.ts'
import { codeListVersion } from '../../domain/code-list/code-list-default.ts'
import { inListOrder } from '../../domain/code-list/code-order.ts'
import type { CityId } from '../../domain/id.ts'
import type { Labels, SomeLabels } from '../../domain/language.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { columnsOfWords, keepVersions } from './code-history-store.ts'

/** Every code of the actor's city, or of one of its lists, in the order of the lists. */
export async function listCodes(tx: Tx, list?: CodeListName): Promise<CityCode[]> {
  const rows = await tx
    .selectFrom('code_list_item')
    .select(['id', 'list', 'code', 'parent', 'position', 'active', 'sensitive', 'labels', 'definitions'])
    .select(['synonyms', 'version'])
    .$if(list !== undefined, (query) => query.where('list', '=', list ?? ''))
    .execute()
  return inListOrder(
    rows.map(({ list, labels, definitions, ...row }) => ({
      ...row,
      list: codeListName.parse(list),
      // because: only addCodes and the list editor write these two columns, from these types
      labels: labels as Labels,
      // because: as above
      definitions: definitions as SomeLabels,
    })),
  )
}

/** One code of the actor's city. Refuses `not_found`. */
export async function findCode(
  tx: Tx,
  { list, code }: Pick<CodeListItem, 'list' | 'code'>,
): Promise<CityCode | Refusal> {
  const codes = await listCodes(tx, list)
  return codes.find((item) => item.code === code) ?? refuse('not_found')
}

export async function listCodeListVersions(tx: Tx): Promise<CodeListVersion[]> {
  const rows = await tx.selectFrom('code_list').select(['list', 'version']).orderBy('list').execute()
  return rows.map(({ list, version }) => ({ list: codeListName.parse(list), version }))
}

/** In a query: the version of the definitions of status that holds now, kept on each request that notes one. */
export const statusDefinition = sql<number>`(select version from code_list where list = 'status')`

/**
 * What a report says of its words: the version of the product's lists that the city began with and, once it has
 * changed them, how often. A city without lists has the product's.
 */
export async function readCodeListVersion(tx: Tx): Promise<string> {
  const { basedOn, changes } = await tx
    .selectFrom('code_list')
    .select(({ fn }) => fn.max('based_on').as('basedOn'))
    .select(sql<number>`coalesce(sum(version - 1), 0)`.as('changes'))
    .executeTakeFirstOrThrow()
  const base = basedOn ?? codeListVersion
  return changes === 0 ? base : `${base}.${changes}`
}

/** The lists that a city begins with. */
export async function addCodes(tx: Tx, cityId: CityId, items: readonly CodeListItem[]): Promise<void> {
  const codes = items.map((item) => ({ ...item, id: makeUuid() }))
  const lists = [...new Set(items.map(({ list }) => list))]
  await tx
    .insertInto('code_list')
    .values(lists.map((list) => ({ city_id: cityId, id: makeUuid(), list, based_on: codeListVersion })))
    .execute()
  await insertCodes(tx, cityId, codes)
  await keepVersions(tx, { cityId, memberId: null, listVersion: 1 }, codes)
}

export const insertCodes = (tx: Tx, cityId: CityId, codes: readonly Omit<CityCode, 'version'>[]) =>
  tx
    .insertInto('code_list_item')
    .values(
      codes.map(({ id, list, code, parent, position, active, sensitive, ...words }) => ({
        ...{ city_id: cityId, id, list, code, parent, position, active, sensitive },
        ...columnsOfWords(words),
      })),
    )
    .execute()
