import { asActor } from '../../db/as-actor.ts'
import { listCities } from '../../db/city/city-store.ts'
import type { Database } from '../../db/database.ts'
import { listSealingKeys, rewrapSealingKey } from '../../db/visit/sealing-key-store.ts'
import type { CityId } from '../../domain/id.ts'
import { unwrapKey, wrapKey } from '../server/key-wrap.ts'

/** How many keys were wrapped anew, were so already, and are opened by neither secret. */
interface Wrapped {
  readonly wrapped: number
  readonly already: number
  readonly lost: number
}

interface Secrets {
  readonly now: string
  readonly before: string
}

/** Wraps the sealing keys of every city with the secret of now; each city at once, so that it can be done again. */
export async function rewrapSealingKeys(db: Database, secrets: Secrets): Promise<Wrapped> {
  const counts = { wrapped: 0, already: 0, lost: 0 }
  for (const { id } of await listCities(db))
    for (const outcome of await rewrapOf(db, id, secrets)) counts[outcome]++
  return counts
}

const rewrapOf = (db: Database, cityId: CityId, { now, before }: Secrets): Promise<(keyof Wrapped)[]> =>
  asActor(db, { kind: 'cli', cityId }, async (tx) => {
    const outcomes: (keyof Wrapped)[] = []
    for (const { id, wrappedKey } of await listSealingKeys(tx)) {
      if (unwrapKey(wrappedKey, now, 'sealing keys')) {
        outcomes.push('already')
        continue
      }
      const key = unwrapKey(wrappedKey, before, 'sealing keys')
      if (key) await rewrapSealingKey(tx, id, wrapKey(key, now, 'sealing keys'))
      outcomes.push(key ? 'wrapped' : 'lost')
    }
    return outcomes
  })
