import { createHmac, hkdfSync } from 'node:crypto'
import { openBytes, sealBytes } from '../server/sealed-bytes.ts'

/** The first byte says which key it was: another one may come, and what was sealed with this one is still read. */
const keyNumber = 1

/** What a text is for and whose it is: sealed for one, it opens for no other. */
export interface Sealing {
  /** Of this installation; not in the database. */
  readonly secret: string
  readonly purpose: 'client file'
  readonly about: string
}

/** A text as the database may keep it: the key's number, and behind it what is sealed. */
export const sealText = (text: string, { secret, purpose, about }: Sealing): Buffer =>
  Buffer.concat([Buffer.of(keyNumber), sealBytes(Buffer.from(text), keyFor(secret, purpose), about)])

/** Throws when it was sealed with another key, for something else, or was damaged. */
export function openText(sealed: Buffer, { secret, purpose, about }: Sealing): string {
  if (sealed[0] !== keyNumber) throw new Error('sealed with a key that this server does not have')
  return openBytes(sealed.subarray(1), keyFor(secret, purpose), about).toString('utf8')
}

/** Finds what was sealed by its exact words: the same words give the same digest, which tells nothing without the secret. */
export const blindIndex = (text: string, { secret, purpose, about }: Sealing): string =>
  createHmac('sha256', keyFor(secret, `${purpose} index`))
    .update(`${about}\n${text}`)
    .digest('base64url')

const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'brugwijzer', purpose, 32))
