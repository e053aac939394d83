import { asActor } from '../../db/as-actor.ts'
import { writeAuditEvent } from '../../db/audit-store.ts'
import { readFilesOfOtherKeys, sealFileAnew } from '../../db/client/client-file-store.ts'
import type { Database } from '../../db/database.ts'
import { readWordsOfOtherKeys, type SealedWords, sealAnew } from '../../db/note/sealed-words-store.ts'
import { addWordKey, dropIdleWordKeys, readNewestWordKey } from '../../db/note/word-key-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import type { Actor } from '../../domain/actor.ts'
import { type CityId, wordKeyId } from '../../domain/id.ts'
import { openIdentity, sealIdentity } from '../client/file-sealing.ts'
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

/** How many were sealed anew. */
export interface Resealed {
  readonly words: number
  readonly files: number
}

/**
 * Seals all words and all clients' files of a city with a new key and drops the older ones. Whoever writes meanwhile loses
 * nothing: what was just sealed with an older key keeps that key until the next time. A file is found by either.
 */
export async function rotateWordKey({ db, secret }: Sealer, cityId: CityId): Promise<Resealed> {
  const actor: Actor = { kind: 'cli', cityId }
  const key = { id: wordKeyId.parse(makeUuid()), wrappedKey: makeWordKey(secret) }
  await asActor(db, actor, (tx) => addWordKey(tx, cityId, key))
  const again = (words: SealedWords) => {
    const place = { cityId, requestId: words.requestId, id: words.id }
    const text = openWords(words.sealed, { id: words.keyId, wrappedKey: words.wrappedKey }, secret, place)
    return { id: words.id, keyId: key.id, sealed: sealWords(text, key, secret, place) }
  }
  const words = await inParts((most) =>
    asActor(db, actor, async (tx) => {
      const found = await readWordsOfOtherKeys(tx, key.id, most)
      for (const one of found) await sealAnew(tx, again(one))
      return found.length
    }),
  )
  const place = { secret, cityId }
  const files = await inParts((most) =>
    asActor(db, actor, async (tx) => {
      const found = await readFilesOfOtherKeys(tx, key.id, most)
      for (const file of found)
        await sealFileAnew(tx, file, sealIdentity(place, key, file.id, openIdentity(place, file)))
      return found.length
    }),
  )
  await asActor(db, actor, async (tx) => {
    await dropIdleWordKeys(tx, key.id)
    await writeAuditEvent(tx, actor, { event: 'words.key_rotated', details: { words, files } })
  })
  return { words, files }
}

/** Until a part is not full; the sum. */
async function inParts(work: (most: number) => Promise<number>): Promise<number> {
  let total = 0
  for (let part = mostTogether; part === mostTogether; total += part) part = await work(mostTogether)
  return total
}
