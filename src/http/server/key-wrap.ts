import { createHmac } from 'node:crypto'
import { openBytes, sealBytes } from './sealed-bytes.ts'

// Keys that the database keeps: sealed with a key that comes from the server's secret and is not in the database.

/** What a key is for: each has its own wrapping, so that one cannot be put in the place of another. */
export type KeyPurpose = 'sealing keys' | 'word keys'

export const wrapKey = (plain: Buffer, secret: string, purpose: KeyPurpose): Buffer =>
  sealBytes(plain, wrappingKey(secret, purpose))

/** The key itself; undefined when it was wrapped with another secret, for another purpose, or is damaged. */
export function unwrapKey(wrapped: Buffer, secret: string, purpose: KeyPurpose): Buffer | undefined {
  try {
    return openBytes(wrapped, wrappingKey(secret, purpose))
  } catch {
    return undefined
  }
}

const wrappingKey = (secret: string, purpose: KeyPurpose): Buffer =>
  createHmac('sha256', secret).update(purpose).digest()
