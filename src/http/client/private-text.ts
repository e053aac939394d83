import { createHmac, hkdfSync } from 'node:crypto'
import { openBytes, sealBytes } from '../server/sealed-bytes.ts'

/** The first byte says how it was sealed: another way may come, and what was sealed in this one is still read. */
const wayNumber = 1

/** What a text is for and whose it is: sealed for one, it opens for no other. */
export interface Sealing {
  /** Out of which the keys are made; not in the database, or wrapped there. */
  readonly secret: string | Buffer
  readonly purpose: 'client file'
  readonly about: string
}

/** A text as the database may keep it: the number of the way, and behind it what is sealed. */
export const sealText = (text: string, { secret, purpose, about }: Sealing): Buffer =>
  Buffer.concat([Buffer.of(wayNumber), sealBytes(Buffer.from(text), keyFor(secret, purpose), about)])

/** Throws when it was sealed with another key, for something else, or was damaged. */
export function openText(sealed: Buffer, { secret, purpose, about }: Sealing): string {
  if (sealed[0] !== wayNumber) throw new Error('sealed in a way that this server does not know')
  return openBytes(sealed.subarray(1), keyFor(secret, purpose), about).toString('utf8')
}

/** Finds what was sealed by its exact words: the same words give the same digest, which tells nothing without the secret. */
export const blindIndex = (text: string, { secret, purpose, about }: Sealing): string =>
  createHmac('sha256', keyFor(secret, `${purpose} index`))
    .update(`${about}\n${text}`)
    .digest('base64url')

const keyFor = (secret: string | Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'brugwijzer', purpose, 32))
