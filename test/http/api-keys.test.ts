import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { apiKey } from '../../src/contract/api-key.ts'
import { problem } from '../../src/contract/problem.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { openTestDatabase } from '../database.ts'
import { type MailServer, openMailServer } from '../mail-server.ts'
import { givePasswords, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let now = new Date('2026-03-02T09:00:00Z')
let tom: Visitor
let mail: MailServer
const secrets: string[] = []

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  const westdijk = await buildWestdijk(db)
  for (const town of [oostdijk, westdijk])
    for (const person of ['nadia', 'samira'] as const) await registerRequest(db, town, person)
  await givePasswords(
    db,
    ['tom', 'nadia', 'samira', 'lies', 'koen'].map((name) => `${name}@oostdijk.example.org`),
  )
  mail = await openMailServer()
  server = await openServer(db, {
    trustedProxies: 1,
    now: () => now,
    mail: { smtpUrl: mail.url, from: 'onthaal@oostdijk.example.org' },
  })
  tom = at('192.0.2.1')
  await tom.signIn('tom@oostdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await mail.close()
  await db[Symbol.asyncDispose]()
})

const at = (address: string) => new Visitor(server, { 'x-forwarded-for': address })
const made = apiKey.extend({ key: z.string().nullable() })
const asking = (person: PersonName, others: Record<string, unknown> = {}) => ({
  id: makeUuid(),
  memberId: oostdijk.people[person].id,
  name: 'Dashboard',
  roles: [...oostdijk.people[person].actor.roles],
  ...others,
})
const invitation = (name: string) => ({
  ...asking('nadia'),
  name,
  email: `${name}@nieuw.example.org`,
  organizationId: oostdijk.welcomeHouse,
  coachId: null,
  memberId: null,
  language: 'nl',
})
const post = (body: unknown, by = tom) => by.ask('/api/v1/api-keys', { method: 'POST', body })
async function makeKey(person: PersonName, others: Record<string, unknown> = {}) {
  const { key, id } = await read(made, post(asking(person, others)))
  if (!key) throw new Error('a new key is shown')
  secrets.push(key)
  return { key, id }
}
const withKey = (
  key: string,
  path: string,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  address = '192.0.2.9',
) =>
  fetch(`${server.url}${path}`, {
    ...init,
    headers: { 'x-api-key': key, 'x-forwarded-for': address, ...init.headers },
  })
const codeOf = async (answer: Response | Promise<Response>) => (await read(problem, answer)).code

describe('a key', () => {
  test.each(['nadia', 'samira', 'lies', 'koen', 'tom'] as const)(
    'of %s finds the very rows of that member',
    async (person) => {
      const { key } = await makeKey(person)
      const visitor = at('192.0.2.20')
      await visitor.signIn(`${person}@oostdijk.example.org`)
      for (const path of [
        '/api/v1/requests',
        '/api/v1/requests/count',
        '/api/v1/members',
        '/api/v1/session',
      ]) {
        const [byKey, byPerson] = [await withKey(key, path), await visitor.ask(path)]
        expect([path, byKey.status]).toEqual([path, byPerson.status])
        if (!byKey.ok) continue
        const answers: unknown[] = [await byKey.json(), await byPerson.json()]
        // Of the rights, a key lacks those of persons.
        if (path === '/api/v1/session')
          for (const answer of answers) Reflect.deleteProperty(Object(answer), 'rights')
        expect(answers[0]).toEqual(answers[1])
      }
    },
  )

  test('is refused a filter that does not exist, as its member is', async () => {
    const { key } = await makeKey('lies')
    expect(await codeOf(withKey(key, '/api/v1/requests?themme=work'))).toBe('invalid_input')
  })

  test('is shown once, begins as the list says, and the same call again shows none', async () => {
    const asked = asking('nadia', { lastDay: '2026-12-31' })
    const first = await post(asked)
    const { key, prefix } = await read(made, first)
    expect(first.status).toBe(201)
    expect(key).toMatch(/^bw_[\w-]{43}$/)
    expect(key?.startsWith(prefix)).toBe(true)
    secrets.push(key ?? '')
    const again = await post(asked)
    expect([again.status, (await read(made, again)).key]).toEqual([200, null])
    expect(await codeOf(post({ ...asked, name: 'Iets anders' }))).toBe('id_taken')
    const list = await (await tom.ask('/api/v1/api-keys')).text()
    expect(list).toContain(prefix)
    expect(list).not.toContain(key)
    expect(list).toContain('2026-12-31')
  })

  test('may at most what its member may, now', async () => {
    expect(await codeOf(post(asking('nadia', { roles: ['coordinator'] })))).toBe('key_roles')
    expect(await codeOf(post(asking('nadia', { memberId: makeUuid() })))).toBe('key_member')
    const { key } = await makeKey('koen')
    expect((await withKey(key, '/api/v1/requests')).status).toBe(200)
    const change = await tom.ask(`/api/v1/members/${oostdijk.people.koen.id}`, {
      method: 'PATCH',
      body: { roles: ['service_desk'] },
      headers: { 'if-match': '"1"' },
    })
    expect(change.status).toBe(200)
    expect((await withKey(key, '/api/v1/requests')).status).toBe(403)
  })

  test('that is revoked, over, or of somebody who is out opens nothing, at once and for ever', async () => {
    const revoked = await makeKey('nadia')
    expect((await withKey(revoked.key, '/api/v1/requests')).status).toBe(200)
    const revoke = () => tom.ask(`/api/v1/api-keys/${revoked.id}/revocation`, { method: 'PUT', body: {} })
    expect(await (await revoke()).json()).toMatchObject({ state: 'revoked' })
    expect((await revoke()).status).toBe(200)
    const refused = await withKey(revoked.key, '/api/v1/requests')
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'key_unknown'])

    const over = await makeKey('nadia', { lastDay: '2026-03-02' })
    expect((await withKey(over.key, '/api/v1/requests')).status).toBe(200)
    now = new Date('2026-03-03T00:00:00Z')
    expect((await withKey(over.key, '/api/v1/requests')).status).toBe(401)
    now = new Date('2026-03-02T09:00:00Z')

    const { key } = await makeKey('samira')
    const path = `/api/v1/members/${oostdijk.people.samira.id}/disabling`
    await tom.ask(path, { method: 'PUT', body: { successorId: null } })
    expect((await withKey(key, '/api/v1/requests')).status).toBe(401)
    await tom.ask(path, { method: 'DELETE', body: {} })
    expect((await withKey(key, '/api/v1/requests')).status).toBe(401)
  })

  test('in the name of another is no secret to them; of two calls with one id one mail comes', async () => {
    const asked = asking('zara', { name: 'Cijferbord <b>' })
    await post(asked)
    await post(asked)
    const received = await mail.mailTo('zara@oostdijk.example.org')
    expect(received.text).toContain('tom maakte in Oostdijk een sleutel “Cijferbord <b>” op jouw naam')
    expect(received.html).not.toContain('<b>')
    const own = asking('tom')
    await post(own)
    await post(asking('zara', { name: 'nog een' }))
    await mail.mailTo('zara@oostdijk.example.org', 2)
    expect(mail.mails.map(({ to }) => to)).not.toContain('tom@oostdijk.example.org')
  })

  test('remembers the day of its last use and not the hour', async () => {
    const { key, id } = await makeKey('lies')
    const lastUse = async () => {
      const { items } = await read(z.object({ items: z.array(apiKey) }), tom.ask('/api/v1/api-keys'))
      return items.find((each) => each.id === id)?.lastUsedOn
    }
    expect(await lastUse()).toBeNull()
    await withKey(key, '/api/v1/session')
    expect(await lastUse()).toBe('2026-03-02')
  })

  test('is judged alone: a cookie beside it adds nothing, and no form of another site can send it', async () => {
    const { key } = await makeKey('lies')
    expect((await tom.ask('/api/v1/members')).status).toBe(200)
    expect((await tom.ask('/api/v1/members', { headers: { 'x-api-key': key } })).status).toBe(403)
    expect((await tom.ask('/api/v1/session', { headers: { 'x-api-key': 'made up' } })).status).toBe(401)
    // A program sends no Origin and needs none; a cookie without one is refused.
    const own = await makeKey('tom')
    const target = `/api/v1/api-keys/${own.id}/revocation`
    expect((await tom.ask(target, { method: 'PUT' })).status).toBe(403)
    expect((await withKey(own.key, target, { method: 'PUT' })).status).toBe(200)
  })

  test('of an administrator lets nobody in, gives nobody more, and belongs to one city', async () => {
    const { key } = await makeKey('tom')
    const nadia = `/api/v1/members/${oostdijk.people.nadia.id}`
    const asked: [string, string, unknown][] = [
      ['PATCH', nadia, { roles: ['admin'] }],
      ['PATCH', nadia, { organizationId: oostdijk.school }],
      ['PUT', `${nadia}/disabling`, { successorId: oostdijk.people.koen.id }],
      ['DELETE', `${nadia}/disabling`, {}],
      ['POST', `${nadia}/password-links`, {}],
      ['POST', '/api/v1/invitations', invitation('fatima')],
      ['POST', `/api/v1/invitations/${makeUuid()}/mails`, {}],
      ['POST', '/api/v1/api-keys', asking('lies')],
      ['PUT', '/api/v1/session/city', { cityId: oostdijk.city.id }],
    ]
    for (const [method, path, body] of asked) {
      const headers = { 'content-type': 'application/json', 'if-match': '"1"' }
      const answer = await withKey(key, path, { method, body: JSON.stringify(body), headers })
      expect([method, path, answer.status, await codeOf(answer)]).toEqual([
        method,
        path,
        403,
        'key_forbidden',
      ])
    }
    const session = await read(z.object({ rights: z.array(z.string()) }), withKey(key, '/api/v1/session'))
    expect(session.rights).toContain('members.change')
    expect(session.rights).not.toContain('members.admit')
    const unchanged = await tom.ask(nadia)
    expect(await unchanged.json()).toMatchObject({ roles: ['guide'], organizationId: oostdijk.welcomeHouse })
  })

  test('is not made for days that are over, and one that was made is recognised after its last', async () => {
    const late = await post(asking('nadia', { lastDay: '2026-03-01' }))
    expect(late.status).toBe(422)
    expect(await late.json()).toMatchObject({ code: 'last_day_past', fields: [{ path: 'lastDay' }] })
    const today = asking('nadia', { lastDay: '2026-03-02' })
    expect((await post(today)).status).toBe(201)
    now = new Date('2026-03-03T00:00:00Z')
    expect((await post(today)).status).toBe(200)
    now = new Date('2026-03-02T09:00:00Z')
  })

  test('that somebody guesses closes the door of the guesser, not that of the program next door', async () => {
    const { key } = await makeKey('lies')
    const statuses: number[] = []
    for (let guess = 0; guess < 62; guess++)
      statuses.push((await withKey(`bw_${guess}`, '/api/v1/session', {}, '198.51.100.4')).status)
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true)
    expect(statuses.slice(60)).toEqual([429, 429])
    expect((await withKey(key, '/api/v1/session', {}, '198.51.100.4')).status).toBe(200)
  })
})

test('every route of the reference says that a cookie, a key or a device opens it, or that it is open', async () => {
  const described = z.object({
    components: z.object({ securitySchemes: z.record(z.string(), z.unknown()) }),
    paths: z.record(z.string(), z.record(z.string(), z.object({ security: z.unknown() }))),
  })
  const document = await read(described, fetch(`${server.url}/api/openapi.json`))
  expect(Object.keys(document.components.securitySchemes)).toEqual(['session', 'key', 'device'])
  const both = [{ session: [] }, { key: [] }]
  const others: [string, unknown][] = []
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { security }] of Object.entries(methods))
      if (JSON.stringify(security) !== JSON.stringify(both)) others.push([`${method} ${path}`, security])
  const person = [{ session: [] }]
  expect(Object.fromEntries(others)).toEqual({
    'get /api/v1/welcome': [],
    'put /api/v1/session/city': person,
    'put /api/v1/devices/{id}': person,
    'post /api/v1/quarantined-visits': [{ device: [] }],
    'get /api/v1/quarantined-visits': person,
    'post /api/v1/quarantined-visits/{id}/openings': person,
    'put /api/v1/quarantined-visits/{id}/acceptance': person,
    'put /api/v1/quarantined-visits/{id}/discarding': person,
    'get /api/v1/draft-key': person,
    'put /api/v1/pins/{id}': person,
    'delete /api/v1/pins/{id}': person,
    'patch /api/v1/members/{id}': person,
    'put /api/v1/members/{id}/disabling': person,
    'delete /api/v1/members/{id}/disabling': person,
    'post /api/v1/members/{id}/password-links': person,
    'post /api/v1/invitations': person,
    'post /api/v1/invitations/{id}/mails': person,
    'post /api/v1/api-keys': person,
    'get /api/v1/reports/stories': person,
    'get /api/v1/requests/{id}/note': person,
    'put /api/v1/requests/{id}/note': person,
    'delete /api/v1/requests/{id}/note': person,
    'get /api/v1/coaching-cases': person,
    'put /api/v1/coaching-cases/{id}': person,
    'put /api/v1/coaching-cases/{id}/answer': person,
    'put /api/v1/coaching-cases/{id}/closing': person,
    'delete /api/v1/coaching-cases/{id}/closing': person,
    'get /api/v1/coached-team': person,
    'get /api/v1/training-wishes': person,
    'put /api/v1/training-wishes/{id}': person,
    'delete /api/v1/training-wishes/{id}': person,
    'put /api/v1/training-wishes/{id}/fulfilment': person,
    'delete /api/v1/training-wishes/{id}/fulfilment': person,
    'get /api/v1/handovers': person,
    'get /api/v1/handover-colleagues': person,
    'put /api/v1/handovers/{id}': person,
    'put /api/v1/handovers/{id}/acceptance': person,
    'put /api/v1/handovers/{id}/ending': person,
    'get /api/v1/presence': person,
    'get /api/v1/roster': person,
    'put /api/v1/roster': person,
    'get /api/v1/rosters': person,
    'get /api/v1/members/{id}/roster': person,
    'put /api/v1/members/{id}/roster': person,
    'post /api/v1/card-sheets': person,
    'post /api/v1/card-lookups': person,
    'put /api/v1/clients/{id}': person,
    'get /api/v1/clients/{id}/history': person,
    'get /api/v1/clients/{id}/follow-ups': person,
    'put /api/v1/clients/{id}/agreements/{agreementId}': person,
    'put /api/v1/clients/{id}/agreements/{agreementId}/withdrawal': person,
    'put /api/v1/clients/{id}/file': person,
    'get /api/v1/clients/{id}/file': person,
    'delete /api/v1/clients/{id}/file': person,
    'post /api/v1/client-file-lookups': person,
    'put /api/v1/client-cards/{id}/replacement': person,
    'put /api/v1/client-cards/{id}/stop': person,
    'get /api/v1/snapshots/{id}/publication/preview': person,
    'put /api/v1/snapshots/{id}/mailings/{mailingId}': person,
    'post /api/v1/snapshots/{id}/mailings/{mailingId}/attempts': person,
    'put /api/v1/snapshots/{id}/publication': person,
    'put /api/v1/snapshots/{id}/withdrawal': person,
  })
})

test('no key is in a line of the log', () => {
  expect(secrets.length).toBeGreaterThan(10)
  for (const secret of secrets) expect(server.log.join('\n')).not.toContain(secret)
})
