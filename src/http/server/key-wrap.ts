import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

// Keys that the database keeps: under AES-256-GCM, with a key that comes from the server's secret and is not in the database.
// 12 bytes of nonce, what is wrapped, 16 bytes of tag.

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** What a key is for: each has its own wrapping, so that one cannot be put in the place of another. */
export type KeyPurpose = 'sealing keys' | 'word keys'

export function wrapKey(plain: Buffer, secret: string, purpose: KeyPurpose): Buffer {
  const nonce = randomBytes(nonceBytes)
  const wrapping = createCipheriv(cipher, wrappingKey(secret, purpose), nonce)
  return Buffer.concat([nonce, wrapping.update(plain), wrapping.final(), wrapping.getAuthTag()])
}

/** The key itself; undefined when it was wrapped with another secret, for another purpose, or is damaged. */
export function unwrapKey(wrapped: Buffer, secret: string, purpose: KeyPurpose): Buffer | undefined {
  try {
    const nonce = wrapped.subarray(0, nonceBytes)
    const opening = createDecipheriv(cipher, wrappingKey(secret, purpose), nonce)
    opening.setAuthTag(wrapped.subarray(-tagBytes))
    return Buffer.concat([opening.update(wrapped.subarray(nonceBytes, -tagBytes)), opening.final()])
  } catch {
    return undefined
  }
}

const wrappingKey = (secret: string, purpose: KeyPurpose): Buffer =>
  createHmac('sha256', secret).update(purpose).digest()
