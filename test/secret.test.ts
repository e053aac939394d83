import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deriveSecret, readSecret } from '../src/secret.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brugwijzer-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('two processes that start together in Oostdijk make one secret, readable by nobody else', async () => {
  const secrets = await Promise.all(
    Array.from({ length: 8 }, () => readSecret(join(folder, 'data'), undefined)),
  )
  expect(new Set(secrets).size).toBe(1)
  expect(await readFile(join(folder, 'data/secret'), 'utf8')).toBe(secrets[0])
  expect((await stat(join(folder, 'data/secret'))).mode & 0o077).toBe(0)
  expect((await stat(join(folder, 'data'))).mode & 0o077).toBe(0)
})

test('a secret that is given leaves the folder alone', async () => {
  expect(await readSecret(join(folder, 'data'), 'the secret of Oostdijk and Westdijk')).toBe(
    'the secret of Oostdijk and Westdijk',
  )
  await expect(stat(join(folder, 'data'))).rejects.toThrow('ENOENT')
})

test('a file that holds no secret is refused, never used and never replaced', async () => {
  for (const damaged of ['', 'short']) {
    await writeFile(join(folder, 'secret'), damaged)
    expect(await readSecret(folder, undefined)).toMatchObject({ code: 'secret_damaged' })
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(damaged)
  }
})

test('each purpose has a key of its own, the same at every start', () => {
  const keys = (['database-owner', 'database-login', 'sessions'] as const).map((use) =>
    deriveSecret('s'.repeat(43), use),
  )
  expect(new Set(keys).size).toBe(3)
  expect(keys).toEqual(
    ['database-owner', 'database-login', 'sessions'].map((use) =>
      deriveSecret('s'.repeat(43), use as 'sessions'),
    ),
  )
  expect(deriveSecret('t'.repeat(43), 'sessions')).not.toBe(keys[2])
})
