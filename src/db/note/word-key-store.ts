import { sql } from 'kysely'
import type { CityId, WordKeyId } from '../../domain/id.ts'
import type { Tx } from '../database.ts'

export interface KeptWordKey {
  readonly id: WordKeyId
  readonly wrappedKey: Buffer
}

/** The key with which the actor's city seals words now. */
export const readNewestWordKey = (tx: Tx): Promise<KeptWordKey | undefined> =>
  tx
    .selectFrom('word_key')
    .select(['id', 'wrapped_key as wrappedKey'])
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Every key of the actor's city that something is still sealed with, and the newest. */
export const listWordKeys = (tx: Tx): Promise<KeptWordKey[]> =>
  tx.selectFrom('word_key').select(['id', 'wrapped_key as wrappedKey']).orderBy('made_at', 'desc').execute()

/** The same key, wrapped with another secret. */
export const rewrapWordKey = (tx: Tx, id: WordKeyId, wrappedKey: Buffer) =>
  tx.updateTable('word_key').set({ wrapped_key: wrappedKey }).where('id', '=', id).execute()

/** Two servers may each make one at the same moment: both stay, and both open what was sealed with them. */
export const addWordKey = (tx: Tx, cityId: CityId, { id, wrappedKey }: KeptWordKey) =>
  tx.insertInto('word_key').values({ city_id: cityId, id, wrapped_key: wrappedKey }).execute()

/** Drops the keys with which nothing is sealed any more, but not this one. */
export async function dropIdleWordKeys(tx: Tx, but: WordKeyId): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('word_key')
    .where('id', '!=', but)
    .where(
      sql<boolean>`not exists (
        select from sealed_words s where (s.city_id, s.key_id) = (word_key.city_id, word_key.id)
        union all
        select from client_file f where (f.city_id, f.key_id) = (word_key.city_id, word_key.id))`,
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
