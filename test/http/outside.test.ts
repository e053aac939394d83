import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../src/contract/problem.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { openTestDatabase } from '../database.ts'
import { openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer

beforeAll(async () => {
  db = await openTestDatabase()
  await buildOostdijk(db)
  await buildWestdijk(db)
  server = await openServer(db)
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})
const ask = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })

test('health says that the process lives and that the database answers', async () => {
  expect(await (await ask('/health/live')).json()).toEqual({ status: 'live' })
  expect(await (await ask('/health/ready')).json()).toEqual({ status: 'ready' })
})

test('metrics are for who runs the machine, by pattern and never through a proxy', async () => {
  await ask('/api/v1/requests?theme=housing')
  const metrics = await (await ask('/metrics')).text()
  expect(metrics).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/requests",status="401"\}/,
  )
  expect(metrics).not.toContain('housing')
  expect((await ask('/metrics', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(404)
})

test('outside the demo nobody is offered, and nobody gets, a way in without a password', async () => {
  expect(await (await ask('/api/v1/welcome')).json()).toEqual({
    isDemo: false,
    demoRoles: [],
    sendsMail: false,
  })
  const answer = await new Visitor(server).ask('/api/auth/sign-in/demo', {
    method: 'POST',
    body: { role: 'coordinator' },
  })
  expect(answer.status).toBe(404)
})

describe('every answer', () => {
  test.each(['/health/live', '/api/v1/session', '/api/docs', '/nowhere', '/api/nowhere'])(
    '%s carries the strict headers and no cookie',
    async (path) => {
      const { headers } = await ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toMatch(/https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toMatch(/no-store|no-cache/)
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )
})

test('an address of the API that does not exist is a problem with a code', async () => {
  const answer = await ask('/api/v1/dragons', { 'accept-language': 'en' })
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({
    code: 'not_found',
    title: 'This does not exist, or not for you.',
  })
})

test('a body larger than anything we ask for is refused', async () => {
  const body = { email: 'x'.repeat(2_000_000) }
  for (const path of ['/api/auth/sign-in/email', '/api/v1/visits']) {
    const answer = await new Visitor(server).ask(path, { method: 'POST', body })
    expect(await read(problem, answer)).toMatchObject({ status: 413, code: 'too_large' })
  }
  // Programs are told so of every route that takes a body, and of no other.
  const operations = Object.values(openApiDocument().paths ?? {})
    .flatMap(({ get, post, put, patch, delete: remove }) => [get, post, put, patch, remove])
    .filter((operation) => operation !== undefined)
  const told = operations.filter(({ responses }) => responses?.['413'])
  expect(told.length).toBeGreaterThan(20)
  expect(told).toEqual(operations.filter(({ requestBody }) => requestBody))
})

test('the API describes itself to programs, and to people on a page without scripts', async () => {
  const document = await (await ask('/api/openapi.json')).json()
  expect(document).toMatchObject({ openapi: '3.1.0' })
  expect(document).toHaveProperty(
    ['paths', '/api/v1/requests', 'get', 'parameters'],
    expect.arrayContaining([expect.objectContaining({ name: 'cursor', in: 'query' })]),
  )
  const page = await (await ask('/api/docs')).text()
  // Programs are told before their first call what a cookie needs beside it, and what no key may.
  for (const told of ['x-api-key', 'key_forbidden', 'Origin', 'content-type', 'If-Match', 'cursor']) {
    expect(document).toHaveProperty(['info', 'description'], expect.stringContaining(told))
    expect(page).toContain(told)
  }
  // Each that test/http/api-keys.test.ts lists for persons only.
  expect(page.match(/no key opens it/g)).toHaveLength(61)
  expect(page).toContain('GET /api/v1/reports/live')
  expect(page).toContain('<dt><code>version_stale</code></dt>')
  expect(page).not.toContain('<script')
})

test('while the screens are being built the page says so and comes back by itself', async () => {
  const answer = await ask('/', { 'accept-language': 'nl' })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('http-equiv="refresh"')
})

test('when the database is gone the answer is a problem with its number, and the log says where but not what', async () => {
  const lost = await openTestDatabase()
  const broken = await openServer(lost)
  await lost[Symbol.asyncDispose]()
  const answer = await fetch(`${broken.url}/health/ready`)
  await broken.close()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const { requestId, code } = await read(problem, answer)
  expect(code).toBe('internal')
  expect(broken.log.some((line) => line.includes(requestId) && line.includes('"failed"'))).toBe(true)
})
