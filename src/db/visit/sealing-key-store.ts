import type { CityId, SealingKeyId } from '../../domain/id.ts'
import type { Tx } from '../database.ts'

export interface SealingKey {
  readonly id: SealingKeyId
  readonly publicKey: Buffer
  readonly wrappedKey: Buffer
  readonly madeAt: Date
}

const columns = ['id', 'public_key as publicKey', 'wrapped_key as wrappedKey', 'made_at as madeAt'] as const

/** The key that devices of the actor's city seal to now. */
export const readNewestSealingKey = (tx: Tx): Promise<SealingKey | undefined> =>
  tx.selectFrom('sealing_key').select(columns).orderBy('made_at', 'desc').limit(1).executeTakeFirst()

export const readSealingKeys = (tx: Tx, ids: readonly SealingKeyId[]): Promise<SealingKey[]> =>
  tx
    .selectFrom('sealing_key')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute()

/** Two servers may each make one at the same moment: both stay, and both open what was sealed to them. */
export const addSealingKey = (tx: Tx, cityId: CityId, key: Omit<SealingKey, 'madeAt'>) =>
  tx
    .insertInto('sealing_key')
    .values({ city_id: cityId, id: key.id, public_key: key.publicKey, wrapped_key: key.wrappedKey })
    .execute()

/** Every key of the actor's city, however old. */
export const listSealingKeys = (tx: Tx): Promise<SealingKey[]> =>
  tx.selectFrom('sealing_key').select(columns).orderBy('made_at').execute()

/** The same key, wrapped with another secret. */
export const rewrapSealingKey = (tx: Tx, id: SealingKeyId, wrappedKey: Buffer) =>
  tx.updateTable('sealing_key').set({ wrapped_key: wrappedKey }).where('id', '=', id).execute()
