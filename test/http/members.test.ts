import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { member } from '../../src/contract/member.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let westdijk: Town
let entered: Awaited<ReturnType<typeof enterAll>>

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  const people = ['tom', 'nadia', 'koen', 'zara', 'lies'].map((name) => `${name}@oostdijk.example.org`)
  server = await openServer(db, { trustedProxies: 1 })
  entered = await enterAll(db, server, [...people, 'tom@westdijk.example.org'])
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (person: PersonName, town = 'oostdijk') => entered(`${person}@${town}.example.org`)
const idOf = (person: PersonName, town = oostdijk) => town.people[person].id
const path = (person: PersonName, town = oostdijk) => `/api/v1/members/${idOf(person, town)}`
const readMember = (person: PersonName) => read(member, as('tom').ask(path(person)))
const patch = (person: PersonName, body: unknown, version: number | undefined, by = as('tom')) =>
  by.ask(path(person), {
    method: 'PATCH',
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const disable = (person: PersonName, successor: PersonName | null, by = as('tom')) =>
  by.ask(`${path(person)}/disabling`, { method: 'PUT', body: { successorId: successor && idOf(successor) } })
const enable = (person: PersonName) =>
  as('tom').ask(`${path(person)}/disabling`, { method: 'DELETE', body: {} })
const codeOf = async (answer: Response | Promise<Response>) => (await read(problem, answer)).code

describe('the list of members', () => {
  test('shows the administrator everybody of the own city, with address, roles and state', async () => {
    const { items } = await read(z.object({ items: z.array(member) }), as('tom').ask('/api/v1/members'))
    expect(items).toHaveLength(10)
    expect(items.find(({ name }) => name === 'nadia')).toEqual({
      id: idOf('nadia'),
      name: 'nadia',
      email: 'nadia@oostdijk.example.org',
      roles: ['guide'],
      organizationId: oostdijk.welcomeHouse,
      coachId: idOf('koen'),
      coachName: 'koen',
      state: 'active',
      version: 1,
    })
  })

  test('has a small one of coaches for everybody at work', async () => {
    expect(await (await as('nadia').ask('/api/v1/coaches')).json()).toEqual({
      items: [{ id: idOf('koen'), name: 'koen', organizationId: oostdijk.welcomeHouse }],
    })
  })

  test('does not open a member of another town, to read or to write', async () => {
    const other = as('tom', 'westdijk')
    expect((await other.ask(path('nadia'))).status).toBe(404)
    expect((await patch('nadia', { name: 'x' }, 1, other)).status).toBe(404)
    expect((await disable('nadia', null, other)).status).toBe(404)
    expect((await other.ask(`${path('nadia')}/disabling`)).status).toBe(404)
    expect((await other.ask(`${path('nadia')}/disabling`, { method: 'DELETE', body: {} })).status).toBe(404)
    expect((await readMember('nadia')).version).toBe(1)
  })
})

describe('correcting a member', () => {
  test('needs the version that was read, and never overwrites in silence', async () => {
    expect(await codeOf(patch('zara', { name: 'Zara' }, undefined))).toBe('version_missing')
    const changed = await patch('zara', { name: ' Zara ', roles: ['coach', 'guide'] }, 1)
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"'])
    expect(await changed.json()).toMatchObject({ name: 'Zara', roles: ['guide', 'coach'], version: 2 })
    const stale = await patch('zara', { name: 'Sara' }, 1)
    expect([stale.status, await codeOf(stale)]).toEqual([412, 'version_stale'])
    const both = await Promise.all([patch('zara', { name: 'Een' }, 2), patch('zara', { name: 'Twee' }, 2)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await (await as('zara').ask('/api/v1/session')).json()).toMatchObject({
      member: { roles: ['guide', 'coach'] },
    })
  })

  test('takes no organisation or coach of another town, and nobody coaches themselves', async () => {
    const { version } = await readMember('zara')
    expect(await codeOf(patch('zara', { organizationId: westdijk.school }, version))).toBe(
      'organization_gone',
    )
    expect(await codeOf(patch('zara', { coachId: idOf('koen', westdijk) }, version))).toBe('coach_gone')
    expect(await codeOf(patch('zara', { coachId: idOf('zara') }, version))).toBe('coach_gone')
    expect(await codeOf(patch('zara', { roles: [] }, version))).toBe('invalid_input')
  })

  test('leaves a city its administrator: not the own role, not the last one, not by two at once', async () => {
    expect(await codeOf(patch('tom', { roles: ['guide'] }, 1))).toBe('own_admin_role')
    expect(await codeOf(disable('tom', null))).toBe('own_disabling')
    const { version } = await readMember('lies')
    expect((await patch('lies', { roles: ['coordinator', 'admin'] }, version)).status).toBe(200)
    // Each takes the other's role at the same moment: one of them is too late.
    const answers = await Promise.all([
      patch('lies', { roles: ['coordinator'] }, version + 1),
      patch('tom', { roles: ['guide'] }, 1, as('lies')),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const { items } = await asActor(db, oostdijk.cli, async (tx) => ({
      items: await tx.selectFrom('member').select(['name', 'roles', 'version']).execute(),
    }))
    const admins = items.filter(({ roles }) => roles.includes('admin'))
    expect(admins).toHaveLength(1)
    // Back to how the story tells it.
    await asActor(db, oostdijk.cli, async (tx) => {
      await tx
        .updateTable('member')
        .set({ roles: ['admin'] })
        .where('id', '=', idOf('tom'))
        .execute()
      await tx
        .updateTable('member')
        .set({ roles: ['coordinator'] })
        .where('id', '=', idOf('lies'))
        .execute()
    })
  })
})

describe('a guide who leaves', () => {
  const openOf = async (person: PersonName) => {
    const seen = await asActor(db, oostdijk.people[person].actor, (tx) =>
      tx.selectFrom('help_request').select(['id', 'outcome', 'caretaker_id as caretaker']).execute(),
    )
    return seen
  }

  test('is out at the next click, and what was open moves to the coach, who may correct it', async () => {
    const [open, waiting, done] = [
      await registerRequest(db, oostdijk, 'nadia', { outcome: 'open' }),
      await registerRequest(db, oostdijk, 'nadia', { outcome: 'referred_pending' }),
      await registerRequest(db, oostdijk, 'nadia'),
    ]
    const secret = await registerRequest(db, oostdijk, 'nadia', {
      outcome: 'open',
      sensitiveStatus: 'no_legal_stay',
    })
    expect(await (await as('tom').ask(`${path('nadia')}/disabling`)).json()).toEqual({
      openRequests: 3,
      successors: [
        { id: idOf('koen'), name: 'koen', isCoach: true },
        { id: idOf('zara'), name: expect.any(String), isCoach: false },
      ],
    })
    expect((await as('nadia').ask('/api/v1/session')).status).toBe(200)

    const answer = await disable('nadia', 'koen')
    expect(await answer.json()).toMatchObject({ state: 'disabled', moved: 3, version: 2 })
    const out = await as('nadia').ask('/api/v1/session', { headers: { 'accept-language': 'nl' } })
    expect([out.status, await read(problem, out)]).toMatchObject([
      401,
      { code: 'shut_out', title: expect.stringContaining('Vraag het aan de beheerder van je stad') },
    ])
    expect(await codeOf(new Visitor(server).ask('/api/v1/session'))).toBe('signed_out')
    expect((await disable('nadia', 'koen')).status).toBe(200)

    const seen = await openOf('koen')
    const taken = seen.filter(({ caretaker }) => caretaker === idOf('koen')).map(({ id }) => id)
    expect(taken.sort()).toEqual([open, waiting, secret].sort())
    expect(seen.find(({ id }) => id === done)?.caretaker).toBeNull()
    // The caretaker may change what was taken over, and nothing else; a sensitive code does not come along.
    const change = (id: string) =>
      asActor(db, oostdijk.people.koen.actor, (tx) =>
        tx
          .updateTable('help_request')
          .set({ version: 2 })
          .where('id', '=', id as typeof open)
          .executeTakeFirst(),
      )
    expect((await change(open)).numUpdatedRows).toBe(1n)
    expect((await change(done)).numUpdatedRows).toBe(0n)
    const sensitive = await asActor(db, oostdijk.people.koen.actor, (tx) =>
      tx.selectFrom('help_request_sensitive').selectAll().execute(),
    )
    expect(sensitive).toEqual([])
    const audit = await asActor(db, oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').select('details').where('event', '=', 'member.disabled').execute(),
    )
    expect(audit).toEqual([{ details: { moved: 3, keys: 0 } }])
  })

  test('gets back on returning what nobody closed or handed on since, and must sign in again', async () => {
    const mine = (await openOf('koen')).filter(({ caretaker }) => caretaker === idOf('koen'))
    const [closed, handedOn, left] = mine
    if (!closed || !handedOn || !left) throw new Error('three requests were handed over')
    await runAt(db.adminUrl, async (admin) => {
      await admin.query('update help_request set caretaker_id = $1 where id = $2', [
        idOf('zara'),
        handedOn.id,
      ])
      await admin.query("update help_request set voided_at = now(), void_reason = 'test' where id = $1", [
        closed.id,
      ])
    })
    const answer = await enable('nadia')
    expect(await answer.json()).toMatchObject({ state: 'active', moved: 1 })
    const after = new Map((await openOf('lies')).map(({ id, caretaker }) => [id, caretaker]))
    expect([after.get(closed.id), after.get(handedOn.id), after.get(left.id)]).toEqual([
      idOf('koen'),
      idOf('zara'),
      null,
    ])
    expect(await codeOf(as('nadia').ask('/api/v1/session'))).toBe('signed_out')
    expect((await as('nadia').signIn('nadia@oostdijk.example.org')).status).toBe(204)
  })

  test('leaves it to a colleague elsewhere, who then finds it in the list and the count', async () => {
    const id = await registerRequest(db, oostdijk, 'samira', { outcome: 'open' })
    const found = async () => {
      const [list, count] = [
        await as('koen').ask('/api/v1/requests'),
        await as('koen').ask('/api/v1/requests/count'),
      ]
      const { items } = await read(z.object({ items: z.array(z.object({ id: z.string() })) }), list)
      const { requests } = await read(z.object({ requests: z.int() }), count)
      expect(requests).toBe(items.length)
      return items.some((item) => item.id === id)
    }
    expect(await found()).toBe(false)
    const { version } = await readMember('samira')
    await patch('samira', { coachId: idOf('koen') }, version)
    await disable('samira', 'koen')
    // No longer of the team, still in the coach's care.
    await patch('samira', { coachId: null }, version + 2)
    expect(await found()).toBe(true)
    const opened = await as('koen').ask(`/api/v1/requests/${id}`)
    expect(await opened.json()).toMatchObject({ mayCorrect: true, maySeeSensitive: false })
    await enable('samira')
    expect(await found()).toBe(false)
  })

  test('may leave it to nobody, and hands it to nobody who cannot take it', async () => {
    await registerRequest(db, oostdijk, 'samira', { outcome: 'open' })
    expect(await codeOf(disable('samira', 'zara'))).toBe('successor_gone')
    expect(await (await disable('samira', null)).json()).toMatchObject({ moved: 0, state: 'disabled' })
    expect(await (await enable('samira')).json()).toMatchObject({ moved: 0, state: 'active' })
  })

  test('is never counted or moved by who may not: the functions answer only an administrator', async () => {
    for (const person of ['nadia', 'koen', 'lies', 'eva'] as const) {
      const { sql } = await import('kysely')
      const counted = await asActor(db, oostdijk.people[person].actor, (tx) =>
        sql<{ count: number }>`select count_cares(${idOf('nadia')}::uuid, '{open}') as count,
          move_cares(${idOf('nadia')}::uuid, ${idOf('zara')}::uuid, '{open}') as moved`.execute(tx),
      )
      expect(counted.rows).toEqual([{ count: 0, moved: 0 }])
    }
    const { rows } = await asActor(db, westdijk.people.tom.actor, async (tx) => {
      const { sql } = await import('kysely')
      return sql`select count_cares(${idOf('nadia')}::uuid, '{open}') as count`.execute(tx)
    })
    expect(rows).toEqual([{ count: 0 }])
  })
})

describe('organisations', () => {
  const post = (body: unknown, by = as('tom')) => by.ask('/api/v1/organizations', { method: 'POST', body })

  test('are added once, renamed with their version, and named once', async () => {
    const asked = { id: makeUuid(), name: 'Werkplaats Vooruit', kind: 'employer' }
    expect((await post(asked)).status).toBe(201)
    expect((await post(asked)).status).toBe(200)
    expect(await codeOf(post({ ...asked, name: 'Iets anders' }))).toBe('id_taken')
    expect(await codeOf(post({ ...asked, id: makeUuid() }))).toBe('name_taken')
    const rename = (name: string, version: number, by = as('tom')) =>
      by.ask(`/api/v1/organizations/${asked.id}`, {
        method: 'PATCH',
        body: { name, kind: 'employer' },
        headers: { 'if-match': `"${version}"` },
      })
    expect(await (await rename('Werkplaats', 1)).json()).toMatchObject({ name: 'Werkplaats', version: 2 })
    expect(await codeOf(rename('Te laat', 1))).toBe('version_stale')
    expect(await codeOf(rename('School Oostdijk', 2))).toBe('name_taken')
    expect((await rename('Van hier', 2, as('tom', 'westdijk'))).status).toBe(404)
    expect((await post({ ...asked, id: makeUuid(), name: 'X' }, as('koen'))).status).toBe(403)
    expect(await (await as('zara').ask('/api/v1/organizations')).json()).toMatchObject({
      items: [{ name: 'Onthaal Oostdijk' }, { name: 'School Oostdijk' }, { name: 'Werkplaats' }],
    })
  })
})

describe('a new password by hand', () => {
  test('is a link that the administrator hands over where no mail is sent, unless another city would open too', async () => {
    const make = (person: PersonName) =>
      as('tom').ask(`${path(person)}/password-links`, { method: 'POST', body: {} })
    const answer = await (await make('zara')).json()
    expect(answer).toMatchObject({ mail: 'none', link: expect.stringMatching(/\/new-password#.{43}$/) })
    expect(await codeOf(make('bart'))).toBe('member_no_password')
    const forgotten = as('zara').ask('/api/auth/forgotten-password', {
      method: 'POST',
      body: { email: 'zara@oostdijk.example.org' },
    })
    expect(await codeOf(forgotten)).toBe('mail_off')
  })
})
