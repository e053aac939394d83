import type { CodeListItem } from '../../domain/code-list/code-list.ts'
import { codeListName } from '../../domain/code-list/code-list.ts'
import type { CityId } from '../../domain/id.ts'
import type { Labels } from '../../domain/language.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** Every code of the actor's city, in the order of its lists. */
export async function listCodes(tx: Tx): Promise<CodeListItem[]> {
  const rows = await tx
    .selectFrom('code_list_item')
    .select([
      'list',
      'code',
      'parent',
      'position',
      'active',
      'sensitive',
      'labels',
      'definitions',
      'synonyms',
    ])
    .orderBy('list')
    .orderBy('position')
    .execute()
  return rows.map(({ list, labels, definitions, ...row }) => ({
    ...row,
    list: codeListName.parse(list),
    // because: only addCodes and the list editor write these two columns, from these types
    labels: labels as Labels,
    // because: as above
    definitions: definitions as Partial<Labels>,
  }))
}

export async function addCodes(tx: Tx, cityId: CityId, items: readonly CodeListItem[]): Promise<void> {
  const rows = items.map(({ labels, definitions, synonyms, ...item }) => ({
    ...item,
    city_id: cityId,
    id: makeUuid(),
    labels: JSON.stringify(labels),
    definitions: JSON.stringify(definitions),
    synonyms: [...synonyms],
  }))
  await tx.insertInto('code_list_item').values(rows).execute()
}
