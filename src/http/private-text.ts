import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
/** The first byte says which key it was: another one may come, and what was sealed with this one is still read. */
const keyNumber = 1

/** What a text is for and whose it is: sealed for one, it opens for no other. */
export interface Sealing {
  /** Of this installation; not in the database. */
  readonly secret: string
  readonly purpose: 'client file'
  readonly about: string
}

/** A text as the database may keep it: the key's number, the nonce (12), what is sealed, the tag (16). */
export function sealText(text: string, { secret, purpose, about }: Sealing): Buffer {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, keyFor(secret, purpose), nonce)
  sealing.setAAD(Buffer.from(about))
  return Buffer.concat([
    Buffer.of(keyNumber),
    nonce,
    sealing.update(text, 'utf8'),
    sealing.final(),
    sealing.getAuthTag(),
  ])
}

/** Throws when it was sealed with another key, for something else, or was damaged. */
export function openText(sealed: Buffer, { secret, purpose, about }: Sealing): string {
  if (sealed[0] !== keyNumber) throw new Error('sealed with a key that this server does not have')
  const rest = sealed.subarray(1)
  const opening = createDecipheriv(cipher, keyFor(secret, purpose), rest.subarray(0, nonceBytes))
  opening.setAAD(Buffer.from(about))
  opening.setAuthTag(rest.subarray(-tagBytes))
  const opened = [opening.update(rest.subarray(nonceBytes, -tagBytes)), opening.final()]
  return Buffer.concat(opened).toString('utf8')
}

/** Finds what was sealed by its exact words: the same words give the same digest, which tells nothing without the secret. */
export const blindIndex = (text: string, { secret, purpose, about }: Sealing): string =>
  createHmac('sha256', keyFor(secret, `${purpose} index`))
    .update(`${about}\n${text}`)
    .digest('base64url')

const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'brugwijzer', purpose, 32))
