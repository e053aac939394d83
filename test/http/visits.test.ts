import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../src/contract/problem.ts'
import { requestRecord } from '../../src/contract/request-record.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, type TestServer } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let westdijk: Town
let entered: Awaited<ReturnType<typeof enterAll>>

const now = new Date('2026-11-25T09:42:00Z')

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  server = await openServer(db, { now: () => now })
  const people = ['nadia', 'zara', 'lies', 'samira', 'tom'].map((name) => `${name}@oostdijk.example.org`)
  entered = await enterAll(db, server, [...people, 'nadia@westdijk.example.org'])
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (person: PersonName, town = 'oostdijk') => entered(`${person}@${town}.example.org`)

const request = (facts: object = {}) => ({
  id: makeUuid(),
  theme: 'housing',
  actions: ['explain_letter'],
  outcome: 'answered',
  ...facts,
})
const visit = (facts: object = {}) => ({
  id: makeUuid(),
  receivedAt: '2026-11-25T10:40:00+01:00',
  deskId: oostdijk.desk,
  requests: [request()],
  ...facts,
})
const register = (body: object, person: PersonName = 'nadia', town = 'oostdijk') =>
  as(person, town).ask('/api/v1/visits', { method: 'POST', body })
const refused = async (body: object, person: PersonName = 'nadia') => {
  const answer = await register(body, person)
  return problem.parse(await answer.json())
}
const rows = (visitId: string) =>
  asActor(db, oostdijk.people.lies.actor, (tx) =>
    tx.selectFrom('help_request').selectAll().where('visit_id', '=', sql<never>`${visitId}`).execute(),
  )

describe('a visit', () => {
  test('holds several requests, each with its own theme, and the person’s facts on each', async () => {
    const sent = visit({
      clientKind: 'woman',
      nationality: 'SY',
      contactLanguage: 'ara',
      requests: [
        request(),
        request({ theme: 'health', actions: ['phone', 'fill_form'], outcome: 'no_offer', minutes: 15 }),
      ],
    })
    const answer = await register(sent)
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({
      id: sent.id,
      receivedAt: '2026-11-25T09:40:00.000Z',
      requests: sent.requests.map(({ id }) => id),
      personal: [],
    })
    const written = await rows(sent.id)
    expect(written).toHaveLength(2)
    for (const row of written)
      expect(row).toMatchObject({
        client_kind: 'woman',
        nationality: 'SY',
        contact_language: 'ara',
        status: 'not_asked',
        first_visit: null,
        received_on: '2026-11-25',
        guide_id: oostdijk.people.nadia.id,
        organization_id: oostdijk.welcomeHouse,
        unfinished: false,
      })
    expect(written.map(({ theme, outcome, minutes }) => ({ theme, outcome, minutes }))).toEqual(
      expect.arrayContaining([
        { theme: 'housing', outcome: 'answered', minutes: null },
        { theme: 'health', outcome: 'no_offer', minutes: 15 },
      ]),
    )
  })

  test('is written once however often it is sent, at the same moment too', async () => {
    const sent = visit({ sentAt: '2026-11-25T09:42:00Z' })
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => register({ ...sent, sentAt: `2026-11-25T09:42:0${turn}Z` })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201])
    expect(await rows(sent.id)).toHaveLength(1)
    const audited = await asActor(db, oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').select('event').where('subject_id', '=', sent.id).execute(),
    )
    expect(audited).toEqual([{ event: 'visit.registered' }])
  })

  test('under an id that holds another is refused, a colleague’s and another city’s too', async () => {
    const sent = visit()
    expect((await register(sent)).status).toBe(201)
    expect(await refused({ ...sent, clientKind: 'man' })).toMatchObject({ status: 409, code: 'id_taken' })
    expect(await refused(sent, 'zara')).toMatchObject({ status: 409, code: 'id_taken' })
    expect(await refused(visit({ requests: sent.requests }))).toMatchObject({ status: 409, code: 'id_taken' })
    const elsewhere = await register({ ...sent, deskId: westdijk.desk }, 'nadia', 'westdijk')
    expect(elsewhere.status).toBe(201)
    expect(await rows(sent.id)).toHaveLength(1)
  })

  test('of a desk of another city finds no desk', async () => {
    expect(await refused(visit({ deskId: westdijk.desk }))).toMatchObject({
      status: 422,
      code: 'desk_unknown',
    })
  })

  test('shows a sensitive code to who registered it and the coordinator only, whatever else reads the row', async () => {
    const one = request({ theme: 'residence', subTheme: 'residence.irregular_stay' })
    const sent = visit({ status: 'no_legal_stay', requests: [one, request()] })
    expect((await register(sent)).status).toBe(201)
    const written = await rows(sent.id)
    expect(written.map(({ status, sub_theme }) => ({ status, sub_theme }))).toEqual([
      { status: 'not_asked', sub_theme: null },
      { status: 'not_asked', sub_theme: null },
    ])
    const seenBy = async (person: PersonName) =>
      requestRecord.parse(await (await as(person).ask(`/api/v1/requests/${one.id}`)).json())
    for (const person of ['nadia', 'lies'] as const)
      expect(await seenBy(person)).toMatchObject({
        status: 'no_legal_stay',
        subTheme: 'residence.irregular_stay',
      })
    expect(await seenBy('zara')).toMatchObject({ status: 'not_asked', subTheme: null })
  })

  test('is noted by guides and bridge figures, in their own name', async () => {
    const sent = visit()
    expect((await register(sent, 'samira')).status).toBe(201)
    expect(await rows(sent.id)).toMatchObject([
      { guide_id: oostdijk.people.samira.id, organization_id: oostdijk.school },
    ])
    expect(await refused(visit(), 'lies')).toMatchObject({ status: 403 })
  })
})

describe('what is still to be finished', () => {
  test('may lack what it did and what came of it; what is finished may not', async () => {
    const unfinished = { id: makeUuid(), theme: 'housing', unfinished: true }
    const sent = visit({ requests: [unfinished] })
    expect((await register(sent)).status).toBe(201)
    expect(await rows(sent.id)).toMatchObject([{ unfinished: true, actions: [], outcome: 'not_asked' }])
    expect(await refused(visit({ requests: [request({ actions: [] })] }))).toMatchObject({
      status: 422,
      code: 'action_missing',
      fields: [{ path: 'requests.0.actions' }],
    })
    expect(await refused(visit({ requests: [request(), request({ outcome: 'not_asked' })] }))).toMatchObject({
      code: 'outcome_missing',
      fields: [{ path: 'requests.1.outcome' }],
    })
  })
})

test('what was unfinished is finished by saying what was done and what came of it', async () => {
  const id = makeUuid()
  const sent = visit({ requests: [{ id, theme: 'housing', unfinished: true }] })
  expect((await register(sent)).status).toBe(201)
  const correct = (version: number, body: object) =>
    as('nadia').ask(`/api/v1/requests/${id}`, {
      method: 'PATCH',
      body,
      headers: { 'if-match': `"${version}"` },
    })
  expect((await correct(1, { actions: ['inform'] })).status).toBe(200)
  expect(await rows(sent.id)).toMatchObject([{ unfinished: true }])
  expect((await correct(2, { outcome: 'answered' })).status).toBe(200)
  expect(await rows(sent.id)).toMatchObject([{ unfinished: false }])
})

test('what colleagues did most with a theme is counted out of what is finished, tips out of everything', async () => {
  const insight = async () => (await as('nadia').ask('/api/v1/visits/insight?theme=leisure')).json()
  const sent = (facts: object) => register(visit({ requests: [request({ theme: 'leisure', ...facts })] }))
  await sent({ actions: ['phone'], outcome: 'not_asked', unfinished: true, tip: 'woensdag is het rustig' })
  expect(await insight()).toEqual({ tips: ['woensdag is het rustig'], requests: 0, actions: [], noOffer: 0 })
  await sent({ actions: ['inform'], outcome: 'no_offer' })
  expect(await insight()).toMatchObject({
    requests: 1,
    actions: [{ code: 'inform', requests: 1 }],
    noOffer: 1,
  })
})

describe('what makes no sense is refused with its field', () => {
  const cases: readonly (readonly [object, string, string])[] = [
    [{ nationality: 'ZZ' }, 'code_unknown', 'nationality'],
    [{ contactLanguage: 'zzz' }, 'code_unknown', 'contactLanguage'],
    [{ clientKind: 'ghost' }, 'code_unknown', 'clientKind'],
    [{ requests: [request({ theme: 'nonsense' })] }, 'code_unknown', 'requests.0.theme'],
    [{ requests: [request({ theme: 'housing.rent' })] }, 'code_unknown', 'requests.0.theme'],
    [
      { requests: [request({ subTheme: 'residence.irregular_stay' })] },
      'sub_theme_elsewhere',
      'requests.0.subTheme',
    ],
    [{ requests: [request({ tip: 'bel 85.07.30-033.28' })] }, 'register_number', 'requests.0.tip'],
    [
      { requests: [request({ ownWords: 'ik ben 85.07.30-033.28' })] },
      'register_number',
      'requests.0.ownWords',
    ],
    [{ receivedAt: '2026-11-25T11:00:00Z' }, 'received_future', 'receivedAt'],
    [{ receivedAt: '0000-01-01T00:00:00Z' }, 'value_impossible', 'receivedAt'],
    [{ receivedAt: '1969-12-31T23:59:59Z' }, 'value_impossible', 'receivedAt'],
  ]
  test.each(cases)('%j', async (facts, code, field) => {
    expect(await refused(visit(facts))).toMatchObject({ status: 422, code, fields: [{ path: field }] })
  })
})

test('a telephone number, an address or a bank account in what is typed is told, with its field, and kept', async () => {
  const one = request({ tip: 'bel 0470 00 00 12', ownWords: 'ik begrijp de brief niet' })
  const two = request({ referredTo: 'dienst@example.org, BE68 5390 0754 7034' })
  const answer = await register(visit({ requests: [one, two], neighbourhood: 'Haven' }))
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({
    personal: [
      { field: 'requests.0.tip', kinds: ['phone'] },
      { field: 'requests.1.referredTo', kinds: ['account', 'mail'] },
    ],
  })
})

describe('the clock of the device', () => {
  test('may be as far from UTC as it says', async () => {
    for (const [receivedAt, sentAt] of [
      ['2026-11-25T09:30:00+23:00', undefined],
      ['2026-11-24T09:30:00-23:00', '2026-11-24T09:42:00-23:59'],
      ['0000-01-01T00:00:00+23:00', '0000-01-01T00:10:00+23:00'],
    ])
      expect((await register(visit({ receivedAt, sentAt }))).status).toBe(201)
  })

  test('is corrected, both times are kept, and nothing is refused for it', async () => {
    const ahead = visit({ receivedAt: '2026-11-25T12:40:00Z', sentAt: '2026-11-25T12:50:00Z' })
    const long = visit({ receivedAt: '1970-01-01T00:10:00Z', sentAt: '1970-01-01T01:10:00Z' })
    const far = visit({ receivedAt: '2100-01-01T00:10:00Z', sentAt: '2100-01-01T00:12:00Z' })
    const both = visit({ receivedAt: '1970-01-01T00:10:00Z', sentAt: '9999-01-01T00:12:00Z' })
    const all = [both, long, ahead, far]
    for (const sent of all) expect((await register(sent)).status).toBe(201)
    const moments = await asActor(db, oostdijk.people.nadia.actor, (tx) =>
      tx
        .selectFrom('visit')
        .select(['received_at', 'device_received_at', 'device_behind'])
        .where('id', 'in', sql<never>`(${sql.join(all.map(({ id }) => id))})`)
        .orderBy('received_at')
        .execute(),
    )
    expect(moments).toEqual([
      {
        received_at: new Date(0),
        device_received_at: new Date('1970-01-01T00:10:00Z'),
        device_behind: -2_147_483_647,
      },
      {
        received_at: new Date('2026-11-25T08:42:00Z'),
        device_received_at: new Date('1970-01-01T00:10:00Z'),
        device_behind: (now.getTime() - Date.parse('1970-01-01T01:10:00Z')) / 1000,
      },
      {
        received_at: new Date('2026-11-25T09:32:00Z'),
        device_received_at: new Date('2026-11-25T12:40:00Z'),
        device_behind: -11_280,
      },
      {
        received_at: new Date('2026-11-25T09:40:00Z'),
        device_received_at: new Date('2100-01-01T00:10:00Z'),
        device_behind: -2_147_483_647,
      },
    ])
  })
})

test('a code that came a moment ago is known, and one that was retired is still accepted', async () => {
  expect((await register(visit())).status).toBe(201)
  const admin = as('tom')
  const labels = { nl: 'Sportclub', fr: 'Club de sport', en: 'Sports club' }
  const added = await admin.ask('/api/v1/code-lists/theme/sport_club', { method: 'PUT', body: { labels } })
  expect(added.status).toBe(201)
  expect((await register(visit({ requests: [request({ theme: 'sport_club' })] }))).status).toBe(201)
  const retired = await admin.ask('/api/v1/code-lists/theme/sport_club/retirement', {
    method: 'PUT',
    body: {},
    headers: { 'if-match': added.headers.get('etag') ?? '' },
  })
  expect(retired.status).toBe(200)
  expect((await register(visit({ requests: [request({ theme: 'sport_club' })] }))).status).toBe(201)
})
