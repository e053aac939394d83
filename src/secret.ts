import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refusal, refuse } from './domain/refusal.ts'

/**
 * The one secret of this installation: given (BRUGWIJZER_SECRET, needed where several servers share a database), else
 * kept in `<dataFolder>/secret`, readable by nobody else, made once also when two processes start together. Refuses a
 * file that holds no secret: `secret_damaged`.
 */
export async function readSecret(dataFolder: string, given: string | undefined): Promise<string | Refusal> {
  if (given) return given
  const file = join(dataFolder, 'secret')
  const kept = await readKept(file)
  if (kept !== undefined) return kept
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const fresh = `${file}.${randomUUID()}`
  await writeFile(fresh, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  // A link never replaces: of two processes that start together one wins, and both read what it wrote.
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(fresh)
  return (await readKept(file)) ?? refuse('secret_damaged', { file })
}

const shortest = 32

/** Undefined when there is none yet. A short one would be guessed: it is refused, never replaced. */
async function readKept(file: string): Promise<string | Refusal | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  return text.trim().length < shortest ? refuse('secret_damaged', { file }) : text.trim()
}

/** A key for one purpose out of the secret (HKDF-SHA-256, RFC 5869): losing one does not give away the others. */
export const deriveSecret = (
  secret: string,
  purpose: 'database-owner' | 'database-login' | 'sessions',
): string => Buffer.from(hkdfSync('sha256', secret, 'brugwijzer', purpose, 32)).toString('base64url')
