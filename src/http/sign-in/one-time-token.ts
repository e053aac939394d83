import { createHash, randomBytes } from 'node:crypto'

/** What a link carries, and what we keep of it. 256 random bits: nobody guesses one, so a plain digest is enough. */
export function makeToken(): { readonly token: string; readonly digest: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, digest: digestOf(token) }
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A program's key: it says what it is, so that whoever finds one knows what leaked. */
export function makeKey(): { readonly key: string; readonly prefix: string; readonly digest: string } {
  const key = `bw_${randomBytes(32).toString('base64url')}`
  return { key, prefix: key.slice(0, 9), digest: digestOf(key) }
}

/** After the #, so that no server, proxy or log sees it. */
export const invitationLink = (baseUrl: string, token: string): string => `${baseUrl}/invitation#${token}`
export const passwordLink = (baseUrl: string, token: string): string => `${baseUrl}/new-password#${token}`
