import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import expected from '../demo/expected-report.json' with { type: 'json' }
import { halfYearReport } from '../src/contract/report.ts'
import { role } from '../src/domain/people/member.ts'
import { checkRuntime } from '../src/runtime.ts'
import { failToStart, runCommand, startServer } from './cli/run-command.ts'
import { read, Visitor } from './open-server.ts'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'brugwijzer-demo-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

const signedInAs = async (url: string, name: string) => {
  const visitor = new Visitor({ url })
  expect((await visitor.ask('/api/auth/sign-in/demo', { method: 'POST', body: { role: name } })).status).toBe(
    204,
  )
  return visitor
}

describe('the demo town', () => {
  test('stands after a first start: one button per role, and every figure of the published report', async () => {
    const server = await startServer(data, {})
    const welcome = await (await fetch(`${server.url}/api/v1/welcome`)).json()
    expect(welcome).toMatchObject({ isDemo: true, demoRoles: role.options.map((each) => ({ role: each })) })
    const lies = await signedInAs(server.url, 'coordinator')
    const report = await read(halfYearReport, lies.ask('/api/v1/reports/live?from=2015-12-01&to=2016-07-31'))
    const { note, ...figures } = expected
    expect(note).not.toBe('')
    expect(report).toMatchObject(figures)
    const guide = await signedInAs(server.url, 'guide')
    const count = await read(z.object({ requests: z.int() }), guide.ask('/api/v1/requests/count'))
    expect(count.requests).toBe(866)
    expect(await server.stop()).toBe(0)
  })

  test('is there once, also after a second start', async () => {
    const server = await startServer(data, {})
    const lies = await signedInAs(server.url, 'coordinator')
    expect(await (await lies.ask('/api/v1/requests/count')).json()).toEqual({ requests: 866 })
    await server.stop()
  })

  test('keeps to this machine: no other host, no https address', async () => {
    const host = await failToStart(data, { HOST: '0.0.0.0' })
    expect([host.code, host.lines]).toEqual([1, [expect.stringContaining('0.0.0.0')]])
    const address = await failToStart(data, { BASE_URL: 'https://brugwijzer.example.org' })
    expect([address.code, address.lines]).toEqual([
      1,
      [expect.stringContaining('https://brugwijzer.example.org')],
    ])
  })

  test('makes room for a real city only when asked to, and then takes its accounts along', async () => {
    const init = [
      'init',
      '--city',
      'oostdijk',
      '--name',
      'Oostdijk',
      '--admin-email',
      'tom@oostdijk.example.org',
      '--json',
    ]
    const env = { BRUGWIJZER_ADMIN_PASSWORD: 'een lange zin van Tom' }
    expect((await runCommand(data, init, env)).json).toMatchObject({ code: 'demo_beside' })
    expect((await runCommand(data, [...init, '--remove-demo'], env)).json).toMatchObject({ city: 'oostdijk' })
    const server = await startServer(data, { HOST: '0.0.0.0' })
    const url = server.url.replace('0.0.0.0', '127.0.0.1')
    expect(await (await fetch(`${url}/api/v1/welcome`)).json()).toEqual({
      isDemo: false,
      demoRoles: [],
      sendsMail: false,
    })
    const visitor = new Visitor({ url })
    expect(
      (await visitor.ask('/api/auth/sign-in/demo', { method: 'POST', body: { role: 'coordinator' } })).status,
    ).toBe(404)
    expect((await visitor.signIn('tom@oostdijk.example.org', 'een lange zin van Tom')).status).toBe(204)
    await server.stop()
  })

  test('is not made beside a city that was founded after a first start was cut off', async () => {
    const cut = await mkdtemp(join(tmpdir(), 'brugwijzer-cut-'))
    await writeFile(join(cut, 'demo-pending'), '')
    const init = [
      'init',
      '--city',
      'oostdijk',
      '--name',
      'Oostdijk',
      '--admin-email',
      'tom@oostdijk.example.org',
      '--json',
    ]
    expect((await runCommand(cut, init, { BRUGWIJZER_ADMIN_PASSWORD: 'een lange zin van Tom' })).code).toBe(0)
    const server = await startServer(cut, {})
    expect(await (await fetch(`${server.url}/api/v1/welcome`)).json()).toEqual({
      isDemo: false,
      demoRoles: [],
      sendsMail: false,
    })
    await server.stop()
    await rm(cut, { recursive: true })
  })

  test('is not made by a start that is told not to, nor by a start that finds a database', async () => {
    const other = await mkdtemp(join(tmpdir(), 'brugwijzer-no-demo-'))
    for (const env of [{ BRUGWIJZER_DEMO: 'off' }, {}]) {
      const server = await startServer(other, env)
      expect(await (await fetch(`${server.url}/api/v1/welcome`)).json()).toMatchObject({ isDemo: false })
      await server.stop()
    }
    await rm(other, { recursive: true })
  })
})

describe('a start that cannot be', () => {
  test.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ BASE_URL: 'brugwijzer' }, 'BASE_URL'],
    [{ BRUGWIJZER_DEMO: 'maybe' }, 'BRUGWIJZER_DEMO'],
    [{ DATABASE_URL: 'mysql://nowhere' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/none' }, 'DATABASE_URL'],
  ])('%j is refused in one line that names it', async (env, name) => {
    const { code, lines } = await failToStart(data, env)
    expect([code, lines]).toEqual([1, [expect.stringContaining(name)]])
  })

  test('a port that is taken is named, and the database is left in peace', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.on('listening', resolve))
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const { code, lines } = await failToStart(data, { PORT: port })
    other.close()
    expect([code, lines]).toEqual([1, [expect.stringContaining(port)]])
  })

  test('another Node than the pinned one is named', async () => {
    expect(checkRuntime('v20.20.2')).toMatchObject({
      code: 'runtime_other',
      details: { version: 'v20.20.2', major: 24 },
    })
    expect(checkRuntime(process.version)).toBeUndefined()
  })
})

test('Ctrl-C in the terminal ends the server and its database in order', async () => {
  const server = await startServer(data, {})
  server.child.kill('SIGINT')
  expect(await new Promise((resolve) => server.child.on('close', resolve))).toBe(0)
  const next = await startServer(data, {})
  expect((await fetch(`${next.url}/health/ready`)).status).toBe(200)
  await next.stop()
})
