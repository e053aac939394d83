import { asActor } from '../../db/as-actor.ts'
import { listCities } from '../../db/city/city-store.ts'
import { readFilesOfNoKey, sealFileAnew } from '../../db/client/client-file-store.ts'
import type { Database } from '../../db/database.ts'
import { listWordKeys, rewrapWordKey } from '../../db/note/word-key-store.ts'
import { listSealingKeys, rewrapSealingKey } from '../../db/visit/sealing-key-store.ts'
import type { CityId } from '../../domain/id.ts'
import { openIdentity, sealIdentity } from '../client/file-sealing.ts'
import { currentWordKey } from '../note/word-keys.ts'
import { type KeyPurpose, unwrapKey, wrapKey } from './key-wrap.ts'

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

/**
 * Wraps the keys of every city with the secret of now: those to which devices seal, and those of words and files. Files of
 * before files had a key of the city, which the secret itself sealed, get one, and count as a key each. Each city at once,
 * so that it can be done again.
 */
export async function rewrapKeys(db: Database, secrets: Secrets): Promise<Wrapped> {
  const counts = { wrapped: 0, already: 0, lost: 0 }
  for (const { id } of await listCities(db))
    for (const outcome of [...(await rewrapOf(db, id, secrets)), ...(await adoptFiles(db, id, secrets))])
      counts[outcome]++
  return counts
}

const rewrapOf = (db: Database, cityId: CityId, secrets: Secrets): Promise<(keyof Wrapped)[]> =>
  asActor(db, { kind: 'cli', cityId }, async (tx) => {
    const outcomes: (keyof Wrapped)[] = []
    const take = async (wrapped: Buffer, purpose: KeyPurpose, keep: (again: Buffer) => Promise<unknown>) => {
      const again = rewrapped(wrapped, purpose, secrets)
      if (Buffer.isBuffer(again)) await keep(again)
      outcomes.push(Buffer.isBuffer(again) ? 'wrapped' : again)
    }
    for (const { id, wrappedKey } of await listSealingKeys(tx))
      await take(wrappedKey, 'sealing keys', (again) => rewrapSealingKey(tx, id, again))
    for (const { id, wrappedKey } of await listWordKeys(tx))
      await take(wrappedKey, 'word keys', (again) => rewrapWordKey(tx, id, again))
    return outcomes
  })

function rewrapped(wrapped: Buffer, purpose: KeyPurpose, { now, before }: Secrets) {
  if (unwrapKey(wrapped, now, purpose)) return 'already'
  const key = unwrapKey(wrapped, before, purpose)
  return key ? wrapKey(key, now, purpose) : 'lost'
}

async function adoptFiles(
  db: Database,
  cityId: CityId,
  { now, before }: Secrets,
): Promise<(keyof Wrapped)[]> {
  const actor = { kind: 'cli', cityId } as const
  const files = await asActor(db, actor, readFilesOfNoKey)
  if (files.length === 0) return []
  const key = await currentWordKey({ db, secret: now }, cityId)
  return asActor(db, actor, async (tx) => {
    const outcomes: (keyof Wrapped)[] = []
    for (const file of await readFilesOfNoKey(tx)) {
      const identity = [before, now]
        .values()
        .map((secret) => openedWith({ secret, cityId }, file))
        .find(Boolean)
      if (identity)
        await sealFileAnew(tx, file, sealIdentity({ secret: now, cityId }, key, file.id, identity))
      outcomes.push(identity ? 'wrapped' : 'lost')
    }
    return outcomes
  })
}

function openedWith(...[place, file]: Parameters<typeof openIdentity>) {
  try {
    return openIdentity(place, file)
  } catch {
    // because: it was sealed with the other secret
    return undefined
  }
}
