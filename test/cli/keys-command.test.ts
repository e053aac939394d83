import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runCommand, startServer } from './run-command.ts'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'brugwijzer-keys-'))
  await run('init', '--city', 'oostdijk', '--name', 'Oostdijk', '--admin-email', 'tom@oostdijk.example.org')
  await run('users', 'add', ...lies, '--name', 'Lies', '--role', 'coordinator,guide')
}, 60_000)
afterAll(() => rm(data, { recursive: true, force: true }))

const run = (...args: string[]) =>
  runCommand(data, args, { BRUGWIJZER_ADMIN_PASSWORD: 'een lange zin van Tom' })
const lies = ['--city', 'oostdijk', '--email', 'lies@oostdijk.example.org']
const forLies = ['--city', 'oostdijk', '--member', 'lies@oostdijk.example.org']

test('a key is printed once, alone on the last line, works on the running server and is revoked', async () => {
  const server = await startServer(data, {})
  const made = await run('keys', 'add', ...forLies, '--role', 'coordinator')
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
