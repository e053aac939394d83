import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

// AES-256-GCM (NIST SP 800-38D): 12 bytes of nonce, what is sealed, 16 bytes of tag.

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Seals bytes under a key of 32; `about` is not in them, and must be the same to open them again. */
export function sealBytes(plain: Buffer, key: Buffer, about = ''): Buffer {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about))
  return Buffer.concat([nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()])
}

/** Throws when they were sealed under another key or about something else, or are damaged. */
export function openBytes(sealed: Buffer, key: Buffer, about = ''): Buffer {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()])
}
