import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainFailure, readLogSince } from '../../src/db/embedded/embedded-failure.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brugwijzer-log-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const before = '2026-11-30 00:23:16.001 UTC [29900] LOG:  database system is shut down\n'
const own = '2026-11-30 00:23:17.790 UTC [29958] FATAL:  lock file "postmaster.pid" already exists\n'
const ofAnother = '2026-11-30 00:23:17.829 UTC [29973] FATAL:  the database system is shutting down\n'

test('why a start ended is found before all that others wrote after it', async () => {
  const log = join(folder, 'server.log')
  await writeFile(log, before)
  await appendFile(log, own + ofAnother.repeat(200))
  const words = await readLogSince(log, before.length)
  expect(words).not.toContain(before)
  expect(await explainFailure(`exit 1\n${words}`, folder)).toMatchObject({ code: 'database_busy' })
})

test('and in the next log, when the long one was put aside meanwhile', async () => {
  const log = join(folder, 'server.log')
  await writeFile(log, own)
  expect(await readLogSince(log, 4 * 2 ** 20)).toBe(own)
})
