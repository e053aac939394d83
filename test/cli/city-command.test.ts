import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandHere, runCommand, startServer } from './run-command.ts'

// One installation on disk, used by commands and by a server in turn, as a city would.
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'brugwijzer-city-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

const env = { BRUGWIJZER_ADMIN_PASSWORD: 'een lange zin van Tom' }
const run = (...args: string[]) => commandHere(data, args, env)
const oostdijk = ['--city', 'oostdijk', '--name', 'Oostdijk', '--admin-email', 'tom@oostdijk.example.org']

describe('a city that begins', () => {
  test('is founded on an empty folder, without a trace of the demo', async () => {
    const { json, code } = await runCommand(data, ['init', ...oostdijk, '--json'], env)
    expect([code, json]).toEqual([0, { city: 'oostdijk', cityId: expect.stringMatching(/^[0-9a-f-]{36}$/) }])
    const listed = await run('users', 'list', '--city', 'oostdijk', '--json')
    expect(listed.json).toMatchObject({ members: [{ name: 'tom@oostdijk.example.org', roles: ['admin'] }] })
    expect((await run('users', 'list', '--city', 'kortrijk', '--json')).json).toMatchObject({
      code: 'city_unknown',
    })
  })
})

// Beside its server, as commands of a city mostly are; they then need not start and stop the database themselves.
describe('a city whose server runs', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    server = await startServer(data, {})
  })
  afterAll(() => server.stop())

  test('is not founded twice, nor with a bad code, a bad address or a short password', async () => {
    const refusal = async (...args: string[]) => (await run('init', ...args, '--json')).json
    expect(await refusal(...oostdijk)).toMatchObject({ code: 'city_exists', city: 'oostdijk' })
    expect(await refusal('--city', 'Oost Dijk', ...oostdijk.slice(2))).toMatchObject({
      code: 'city_code_invalid',
    })
    expect(await refusal(...oostdijk.slice(0, 5), 'tom')).toMatchObject({ code: 'email_invalid' })
    const short = await commandHere(data, ['init', ...oostdijk, '--json'], {
      BRUGWIJZER_ADMIN_PASSWORD: 'kort',
    })
    expect([short.code, short.json]).toMatchObject([1, { code: 'password_length' }])
    const none = await commandHere(data, ['init', ...oostdijk, '--json'], {})
    expect(none.json).toMatchObject({ code: 'password_missing' })
  })

  test('gets people with roles, once each, and lets one go', async () => {
    const lies = ['--city', 'oostdijk', '--email', 'Lies@oostdijk.example.org', '--name', 'Lies']
    expect((await run('users', 'add', ...lies, '--role', 'coordinator,guide', '--json')).json).toMatchObject({
      email: 'lies@oostdijk.example.org',
      roles: ['coordinator', 'guide'],
    })
    expect((await run('users', 'add', ...lies, '--role', 'guide', '--json')).json).toMatchObject({
      code: 'member_exists',
    })
    expect((await run('users', 'add', ...lies, '--role', 'queen', '--json')).json).toMatchObject({
      code: 'role_unknown',
    })
    const gone = ['--city', 'oostdijk', '--email', 'nobody@oostdijk.example.org']
    expect((await run('users', 'disable', ...gone, '--json')).json).toMatchObject({ code: 'member_unknown' })
    const disable = (email: string) =>
      run('users', 'disable', '--city', 'oostdijk', '--email', email, '--json')
    expect((await disable('lies@oostdijk.example.org')).code).toBe(0)
    // Nobody could let anybody in any more.
    const last = await disable('tom@oostdijk.example.org')
    expect([last.code, last.json]).toMatchObject([1, { code: 'last_admin' }])
  })

  test('has a desk open Monday to Friday and keeps the public holidays', async () => {
    const { json } = await run('report', '--city', 'oostdijk', '--from', '2026-05-01', '--to', '2026-05-31')
    // 21 weekdays less 1 May, Ascension (14 May) and Whit Monday (25 May)
    expect(json).toMatchObject({ total: 0, openingDays: 18, perOpeningDay: 0 })
  })

  test('reads its report as PDF from a file, and the server goes on', async () => {
    const file = join(data, 'rapport.pdf')
    const args = ['report', '--city', 'oostdijk', '--from', '2026-01-01', '--to', '2026-06-30']
    const made = await run(...args, '--format', 'pdf', '--lang', 'fr', '--out', file, '--json')
    expect(made.json).toEqual({ file })
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
  })

  test('reads its report in every format', async () => {
    const nadia = ['--city', 'oostdijk', '--email', 'nadia@oostdijk.example.org', '--name', 'Nadia']
    expect((await run('users', 'add', ...nadia, '--role', 'guide', '--json')).code).toBe(0)
    const seeded = ['--rows', '300', '--seed', '7', '--from', '2024-01-01', '--to', '2024-06-30']
    expect((await run('seed', '--city', 'oostdijk', ...seeded, '--json')).code).toBe(0)
    const args = ['report', '--city', 'oostdijk', '--from', '2024-01-01', '--to', '2024-06-30']
    for (const [format, start] of Object.entries({
      docx: 'PK',
      xlsx: 'PK',
      pptx: 'PK',
      csv: '\ufeffcity;',
    })) {
      const file = join(data, `rapport.${format}`)
      const made = await run(...args, '--format', format, '--out', file, '--json')
      expect(made.json).toEqual({ file })
      expect((await readFile(file)).toString().slice(0, start.length)).toBe(start)
    }
  }, 60_000)

  test('shows everybody whole months that are over, and no number from 1 to 4', async () => {
    const args = ['report', '--city', 'oostdijk', '--audience', 'public', '--json']
    const half = await run(...args, '--from', '2024-01-01', '--to', '2024-06-30')
    const cells = JSON.stringify(half.json).match(/"requests":(null|\d+)/g) ?? []
    expect(half.json).toMatchObject({ total: 300 })
    expect(cells).toContain('"requests":null')
    expect(cells.filter((cell) => /:[1-4]$/.test(cell))).toEqual([])
    const hidden = { requests: null, percent: null, hidden: true }
    expect(half.json).toMatchObject({ languages: expect.arrayContaining([expect.objectContaining(hidden)]) })
    const council = await run(...args.with(4, 'council'), '--from', '2024-01-01', '--to', '2024-06-30')
    expect(council.json).toEqual(half.json)
    const cut = await run(...args, '--from', '2024-01-02', '--to', '2024-06-30')
    expect([cut.code, cut.json]).toMatchObject([1, { code: 'period_not_months' }])
    const early = await run(...args, '--from', '2024-01-01', '--to', '2099-12-31')
    expect([early.code, early.json]).toMatchObject([1, { code: 'period_too_long' }])
    const empty = await run(...args, '--from', '2020-01-01', '--to', '2020-01-31')
    expect([empty.code, empty.json]).toMatchObject([1, { code: 'report_too_small' }])
  }, 60_000)

  test('refuses a period that is none', async () => {
    const args = ['report', '--city', 'oostdijk', '--from', '2026-06-30', '--to']
    expect((await run(...args, '2026-01-01', '--json')).json).toMatchObject({ code: 'period_invalid' })
    expect((await run(...args, 'june', '--json')).json).toMatchObject({ code: 'period_invalid' })
  })
})

describe('a call that is wrong', () => {
  test.each([
    [['init']],
    [['users', 'add', '--city', 'oostdijk']],
    [['report', '--city', 'oostdijk', '--from', '2026-01-01', '--to', '2026-02-01', '--format', 'papyrus']],
    [['dance']],
  ])('%j ends with 2, says how, and touches no data', async (args) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stderr).toContain('Usage:')
  })

  test('ends a process with 2 too', async () => {
    const { code, stdout, stderr } = await runCommand(data, ['dance', '--json'], env)
    expect([code, JSON.parse(stdout)]).toEqual([2, { code: 'usage', message: expect.stringMatching(/\w/) }])
    expect(stderr).toContain('Usage:')
  })
})
