import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { CityId, HelpRequestId, SealedWordsId, WordKeyId } from '../../domain/id.ts'
import { unwrapKey, wrapKey } from '../server/key-wrap.ts'

// AES-256-GCM: 12 bytes of nonce, what is sealed, 16 bytes of tag.

const cipher = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

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

export function sealWords(text: string, key: WordKey, secret: string, place: WordPlace): Buffer {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, keyOf(key, secret), nonce).setAAD(boundTo(place))
  return Buffer.concat([nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()])
}

/** Throws when they were sealed with another secret, belong elsewhere or are damaged: the database was tampered with. */
export function openWords(sealed: Buffer, key: WordKey, secret: string, place: WordPlace): string {
  const opening = createDecipheriv(cipher, keyOf(key, secret), sealed.subarray(0, nonceBytes))
    .setAAD(boundTo(place))
    .setAuthTag(sealed.subarray(-tagBytes))
  const words = [opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()]
  return Buffer.concat(words).toString('utf8')
}

function keyOf({ wrappedKey }: WordKey, secret: string): Buffer {
  const key = unwrapKey(wrappedKey, secret, 'word keys')
  if (!key) throw new Error('a key for words that this secret does not open')
  return key
}

const boundTo = ({ cityId, requestId, id }: WordPlace): Buffer =>
  Buffer.from(`brugwijzer words 1 ${cityId} ${requestId} ${id}`)
