import { asActor } from '../../db/as-actor.ts'
import { writeAuditEvent } from '../../db/audit-store.ts'
import type { Database } from '../../db/database.ts'
import { readWordsOfOtherKeys, type SealedWords, sealAnew } from '../../db/note/sealed-words-store.ts'
import { addWordKey, dropIdleWordKeys, readNewestWordKey } from '../../db/note/word-key-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import type { Actor } from '../../domain/actor.ts'
import { type CityId, wordKeyId } from '../../domain/id.ts'
import { makeWordKey, openWords, sealWords, type WordKey } from './word-sealing.ts'

export interface Sealer {
  readonly db: Database
  readonly secret: string
}

/** The key with which a city seals words now; made when it has none. */
export async function currentWordKey({ db, secret }: Sealer, cityId: CityId): Promise<WordKey> {
  const job = { kind: 'job', cityId } as const
  return asActor(db, job, async (tx) => {
    const newest = await readNewestWordKey(tx)
    if (newest) return newest
    const key = { id: wordKeyId.parse(makeUuid()), wrappedKey: makeWordKey(secret) }
    await addWordKey(tx, cityId, key)
    return key
  })
}

const mostTogether = 500

/**
 * Seals all words of a city with a new key and drops the older ones. Whoever writes meanwhile loses nothing: what was just
 * sealed with an older key keeps that key until the next time. Answers how many words were sealed anew.
 */
export async function rotateWordKey({ db, secret }: Sealer, cityId: CityId): Promise<number> {
  const actor: Actor = { kind: 'cli', cityId }
  const key = { id: wordKeyId.parse(makeUuid()), wrappedKey: makeWordKey(secret) }
  await asActor(db, actor, (tx) => addWordKey(tx, cityId, key))
  const again = (words: SealedWords) => {
    const place = { cityId, requestId: words.requestId, id: words.id }
    const text = openWords(words.sealed, { id: words.keyId, wrappedKey: words.wrappedKey }, secret, place)
    return { id: words.id, keyId: key.id, sealed: sealWords(text, key, secret, place) }
  }
  let total = 0
  for (let part = mostTogether; part === mostTogether; total += part)
    part = await asActor(db, actor, async (tx) => {
      const found = await readWordsOfOtherKeys(tx, key.id, mostTogether)
      for (const words of found) await sealAnew(tx, again(words))
      return found.length
    })
  await asActor(db, actor, async (tx) => {
    await dropIdleWordKeys(tx, key.id)
    await writeAuditEvent(tx, actor, { event: 'words.key_rotated', details: { words: total } })
  })
  return total
}
