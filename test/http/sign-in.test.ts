import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { ensureAccount } from '../../src/db/people/account-store.ts'
import { addMember, listOrganizations } from '../../src/db/people/member-store.ts'
import { rightsOf } from '../../src/domain/people/right.ts'
import { openTestDatabase } from '../database.ts'
import { givePasswords, openServer, password, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let now = new Date('2026-03-02T09:00:00Z')

beforeAll(async () => {
  db = await openTestDatabase()
  await buildOostdijk(db)
  await buildWestdijk(db)
  await givePasswords(
    db,
    ['nadia', 'zara', 'lies', 'koen'].map((name) => `${name}@oostdijk.example.org`),
  )
  server = await openServer(db, { trustedProxies: 1, now: () => now })
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const from = (address: string) => new Visitor(server, { 'x-forwarded-for': address })

describe('signing in', () => {
  test('gives Nadia her session in Oostdijk with a cookie that no script can read', async () => {
    const nadia = from('192.0.2.1')
    const answer = await nadia.signIn('Nadia@oostdijk.example.org')
    expect(answer.status).toBe(204)
    expect(await answer.text()).toBe('')
    const cookie = answer.headers.getSetCookie().find((text) => text.includes('session_token'))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const session = await (await nadia.ask('/api/v1/session')).json()
    expect(session).toMatchObject({
      email: 'nadia@oostdijk.example.org',
      member: { name: 'nadia', roles: ['guide'] },
      city: { code: 'oostdijk', isDemo: false },
      rights: rightsOf(['guide']),
    })
  })

  test('refuses a wrong password and an unknown address with the same words', async () => {
    const wrong = await from('192.0.2.2').signIn('lies@oostdijk.example.org', 'a wrong password')
    const unknown = await from('192.0.2.2').signIn('nobody@oostdijk.example.org', 'a wrong password')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const [first, second] = [await read(problem, wrong), await read(problem, unknown)]
    expect(first).toMatchObject({ code: 'wrong_credentials' })
    expect({ ...second, requestId: first.requestId }).toEqual(first)
  })

  test('ends with signing out: the old cookie opens nothing any more', async () => {
    const nadia = from('192.0.2.3')
    const signIn = await nadia.signIn('nadia@oostdijk.example.org')
    const stolen = signIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    expect((await nadia.ask('/api/auth/sign-out', { method: 'POST', body: {} })).status).toBe(204)
    expect((await nadia.ask('/api/v1/session')).status).toBe(401)
    const replay = await fetch(`${server.url}/api/v1/session`, { headers: { cookie: stolen } })
    expect(replay.status).toBe(401)
  })

  test('is over after a working day', async () => {
    const zara = from('192.0.2.4')
    const signedInAt = now
    await zara.signIn('zara@oostdijk.example.org')
    now = new Date(Date.now() + 11 * 3_600_000)
    expect((await zara.ask('/api/v1/session')).status).toBe(200)
    now = new Date(Date.now() + 13 * 3_600_000)
    const late = await zara.ask('/api/v1/session')
    now = signedInAt
    expect([late.status, (await read(problem, late)).code]).toEqual([401, 'signed_out'])
  })

  test('works in no other form: no sign-up, no reset, no cookie that somebody made up', async () => {
    const stranger = from('192.0.2.5')
    for (const path of [
      '/api/auth/sign-up/email',
      '/api/auth/request-password-reset',
      '/api/auth/get-session',
    ])
      expect((await stranger.ask(path, { method: 'POST', body: { email: 'x@example.org' } })).status).toBe(
        404,
      )
    const made = await stranger.ask('/api/v1/session', {
      headers: { cookie: 'brugwijzer.session_token=abc.def' },
    })
    expect(made.status).toBe(401)
  })

  test('refuses a form that another site sends', async () => {
    const answer = await fetch(`${server.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: {
        origin: 'https://elsewhere.example.org',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'a=b',
    })
    expect([answer.status, (await read(problem, answer)).code]).toEqual([403, 'forbidden'])
  })
})

describe('guessing passwords', () => {
  test('closes the guesser’s own door after five tries, also for the right password, and says how long', async () => {
    const guesser = from('198.51.100.1')
    for (let guess = 0; guess < 5; guess++)
      expect((await guesser.signIn('lies@oostdijk.example.org', `guess ${guess}`)).status).toBe(401)
    const closed = await guesser.signIn('lies@oostdijk.example.org', password)
    expect(closed.status).toBe(429)
    expect(await closed.json()).toMatchObject({
      code: 'too_many_attempts',
      title: expect.stringContaining('15'),
    })
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('does not lock Lies out at her own address', async () => {
    expect((await from('198.51.100.2').signIn('lies@oostdijk.example.org')).status).toBe(204)
  })

  test('does not lock Koen out behind the same address on a device that he used before', async () => {
    const koen = from('198.51.100.3')
    await koen.signIn('koen@oostdijk.example.org')
    const neighbour = from('198.51.100.3')
    for (let guess = 0; guess < 7; guess++)
      await neighbour.signIn('koen@oostdijk.example.org', `guess ${guess}`)
    expect((await neighbour.signIn('koen@oostdijk.example.org')).status).toBe(429)
    expect((await koen.signIn('koen@oostdijk.example.org')).status).toBe(204)
  })

  test('many at the same moment count one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        from('198.51.100.4').signIn('nadia@oostdijk.example.org', `guess ${i}`),
      ),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('over many accounts closes the address', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 62; guess++)
      statuses.push(
        (await from('198.51.100.5').signIn(`somebody${guess}@oostdijk.example.org`, 'guess')).status,
      )
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true)
    expect(statuses.slice(60)).toEqual([429, 429])
  })

  test('opens again when the time is over', async () => {
    now = new Date('2026-03-02T09:16:00Z')
    const answer = await from('198.51.100.1').signIn('lies@oostdijk.example.org')
    now = new Date('2026-03-02T09:00:00Z')
    expect(answer.status).toBe(204)
  })

  test('cannot hide behind an address that the guesser writes', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess++) {
      const visitor = new Visitor(server, { 'x-forwarded-for': `203.0.113.${guess}, 198.51.100.6` })
      statuses.push((await visitor.signIn('zara@oostdijk.example.org', 'guess')).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })
})

test('a person of two towns chooses one, and sees it by name', async () => {
  const account = await ensureAccount(db, 'koen@oostdijk.example.org', 'koen')
  const westdijk = await db.auth
    .selectFrom('city')
    .select('id')
    .where('code', '=', 'westdijk')
    .executeTakeFirstOrThrow()
  await asActor(db, { kind: 'cli', cityId: westdijk.id }, async (tx) => {
    const [organization] = await listOrganizations(tx)
    if (organization)
      await addMember(tx, westdijk.id, {
        organizationId: organization.id,
        name: 'koen',
        roles: ['guide'],
        accountId: account,
      })
  })
  const koen = from('192.0.2.9')
  await koen.signIn('koen@oostdijk.example.org')
  expect(await (await koen.ask('/api/v1/session')).json()).toMatchObject({
    city: { code: 'oostdijk' },
    cities: [{ code: 'oostdijk' }, { code: 'westdijk' }],
  })
  const moved = await koen.ask('/api/v1/session/city', { method: 'PUT', body: { cityId: westdijk.id } })
  expect(await moved.json()).toMatchObject({ city: { code: 'westdijk' }, member: { roles: ['guide'] } })
  expect(await (await koen.ask('/api/v1/session')).json()).toMatchObject({ city: { code: 'westdijk' } })
  const nadia = from('192.0.2.10')
  await nadia.signIn('nadia@oostdijk.example.org')
  expect(
    (await nadia.ask('/api/v1/session/city', { method: 'PUT', body: { cityId: westdijk.id } })).status,
  ).toBe(404)
})

test('nothing of a person is in the log, and every answer has its request’s number', async () => {
  const nadia = from('192.0.2.11')
  const answer = await nadia.signIn('nadia@oostdijk.example.org', 'geheim wachtwoord')
  expect(answer.headers.get('x-request-id')).toBe((await read(problem, answer)).requestId)
  const log = server.log.join('\n')
  expect(log).toContain('/api/auth/sign-in/email')
  for (const personal of ['nadia', 'oostdijk', 'geheim', '192.0.2.11', 'session_token'])
    expect(log).not.toContain(personal)
})
