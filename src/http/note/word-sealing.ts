import { randomBytes } from 'node:crypto'
import type { CityId, HelpRequestId, SealedWordsId, WordKeyId } from '../../domain/id.ts'
import { unwrapKey, wrapKey } from '../server/key-wrap.ts'
import { openBytes, sealBytes } from '../server/sealed-bytes.ts'

const keyBytes = 32

/** A city's key as the database keeps it: nothing without the server's secret. */
export interface WordKey {
  readonly id: WordKeyId
  readonly wrappedKey: Buffer
}

/** Where words belong. Put anywhere else, they open nowhere. */
export interface WordPlace {
  readonly cityId: CityId
  readonly requestId: HelpRequestId
  readonly id: SealedWordsId
}

export const makeWordKey = (secret: string): Buffer => wrapKey(randomBytes(keyBytes), secret, 'word keys')

export const sealWords = (text: string, key: WordKey, secret: string, place: WordPlace): Buffer =>
  sealBytes(Buffer.from(text), openWordKey(key, secret), boundTo(place))

/** Throws when they were sealed with another secret, belong elsewhere or are damaged: the database was tampered with. */
export const openWords = (sealed: Buffer, key: WordKey, secret: string, place: WordPlace): string =>
  openBytes(sealed, openWordKey(key, secret), boundTo(place)).toString('utf8')

/** Throws when it was wrapped with another secret. */
export function openWordKey({ wrappedKey }: Pick<WordKey, 'wrappedKey'>, secret: string): Buffer {
  const key = unwrapKey(wrappedKey, secret, 'word keys')
  if (!key) throw new Error('a key for words that this secret does not open')
  return key
}

const boundTo = ({ cityId, requestId, id }: WordPlace): string =>
  `brugwijzer words 1 ${cityId} ${requestId} ${id}`
