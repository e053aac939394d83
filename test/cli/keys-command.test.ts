import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../src/config.ts'
import { type Installation, openInstallation } from '../../src/installation.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'
import { commandHere, runCommand, startServer } from './run-command.ts'

// Beside a database that is up already: commands need not start and stop it.
let data: string
let installation: Installation
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'brugwijzer-keys-'))
  installation = accepted(await openInstallation(accepted(readConfig({ BRUGWIJZER_DATA: data }))))
  await run('init', '--city', 'oostdijk', '--name', 'Oostdijk', '--admin-email', 'tom@oostdijk.example.org')
  await run('users', 'add', ...lies, '--name', 'Lies', '--role', 'coordinator,guide')
}, 60_000)
afterAll(async () => {
  await installation.close()
  await rm(data, { recursive: true, force: true })
})

const env = { BRUGWIJZER_ADMIN_PASSWORD: 'een lange zin van Tom' }
const run = (...args: string[]) => commandHere(data, args, env)
const lies = ['--city', 'oostdijk', '--email', 'lies@oostdijk.example.org']
const forLies = ['--city', 'oostdijk', '--member', 'lies@oostdijk.example.org']

test('a key is printed once, alone on the last line, works on the running server and is revoked', async () => {
  const server = await startServer(data, {})
  const made = await runCommand(data, ['keys', 'add', ...forLies, '--role', 'coordinator'], env)
  expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/^bw_[\w-]{43}\n$/)])
  const key = made.stdout.trim()
  const ask = () => fetch(`${server.url}/api/v1/session`, { headers: { 'x-api-key': key } })
  expect(await (await ask()).json()).toMatchObject({
    city: { code: 'oostdijk' },
    member: { name: 'Lies', roles: ['coordinator'] },
  })
  const listed = await run('keys', 'list', '--city', 'oostdijk', '--json')
  const { keys } = z
    .object({ keys: z.array(z.object({ id: z.string(), prefix: z.string(), state: z.string() })) })
    .parse(listed.json)
  expect(keys.map(({ state }) => state)).toEqual(['active'])
  expect(listed.stdout).not.toContain(key)
  const revoked = await run('keys', 'revoke', keys[0]?.id ?? '', '--city', 'oostdijk', '--json')
  expect([revoked.code, revoked.json]).toMatchObject([0, { prefix: key.slice(0, 9) }])
  expect((await ask()).status).toBe(401)
  await server.stop()
})

test('the devices of a city get a new sealing key at once, and keys are wrapped anew with both secrets only', async () => {
  const rotate = (city: string) => run('sealing-keys', 'rotate', '--city', city, '--json')
  expect((await rotate('oostdijk')).json).toEqual({ keyId: expect.any(String) })
  expect((await rotate('kortrijk')).json).toMatchObject({ code: 'city_unknown' })
  expect((await run('sealing-keys', 'rewrap', '--json')).json).toMatchObject({ code: 'old_secret_missing' })
})

test('a key is refused for who is not there, a role that is not theirs, and a day that is none', async () => {
  const refusal = async (...args: string[]) => (await run('keys', 'add', ...args, '--json')).json
  expect(await refusal('--city', 'oostdijk', '--member', 'x@oostdijk.example.org')).toMatchObject({
    code: 'member_unknown',
  })
  expect(await refusal('--city', 'kortrijk', '--member', 'x@y.example.org')).toMatchObject({
    code: 'city_unknown',
  })
  expect(await refusal(...forLies, '--role', 'admin')).toMatchObject({ code: 'key_roles' })
  expect(await refusal(...forLies, '--last-day', 'morgen')).toMatchObject({ code: 'period_invalid' })
  expect((await run('keys', 'revoke', 'niets', '--city', 'oostdijk', '--json')).json).toMatchObject({
    code: 'not_found',
  })
})

test('whoever has a password already keeps it, and the command says so', async () => {
  await run('init', '--city', 'westdijk', '--name', 'Westdijk', '--admin-email', 'an@westdijk.example.org')
  const added = await run(
    'users',
    'add',
    '--city',
    'westdijk',
    '--email',
    'lies@oostdijk.example.org',
    '--name',
    'Lies',
    '--role',
    'guide',
  )
  expect([added.code, added.stdout]).toEqual([0, expect.stringContaining('het wachtwoord van vroeger')])
})

test('notes get a new key by command, also where there are none yet', async () => {
  const rotated = await run('notes', 'rotate', '--city', 'oostdijk', '--json')
  expect([rotated.code, rotated.json]).toEqual([0, { words: 0, files: 0 }])
  expect((await run('notes', 'rotate', '--city', 'kortrijk', '--json')).json).toMatchObject({
    code: 'city_unknown',
  })
})
