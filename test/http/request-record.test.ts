import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { requestHistory, requestRecord } from '../../src/contract/request-record.ts'
import { hasRight } from '../../src/domain/people/right.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import {
  buildOostdijk,
  buildWestdijk,
  type PersonName,
  personNames,
  registerRequest,
  type Town,
} from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let westdijk: Town
let entered: Awaited<ReturnType<typeof enterAll>>

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  const emails = [
    ...personNames.map((name) => `${name}@oostdijk.example.org`),
    'nadia@westdijk.example.org',
    'lies@westdijk.example.org',
  ]
  server = await openServer(db, { trustedProxies: 1 })
  entered = await enterAll(db, server, emails)
}, 120_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (person: PersonName, town = 'oostdijk') => entered(`${person}@${town}.example.org`)
const at = (id: string, part = '') => `/api/v1/requests/${id}${part}`
const onVersion = (version: number) => ({ 'if-match': `"${version}"` })
/** A program that sends no body says that it is no form, so that nobody's page can send it for them. */
const asProgram = (version: number) => ({ ...onVersion(version), 'content-type': 'application/json' })
const patch = (visitor: Visitor, id: string, version: number, body: unknown) =>
  visitor.ask(at(id), { method: 'PATCH', headers: onVersion(version), body })
const putVoiding = (visitor: Visitor, id: string, version: number, reason: string) =>
  visitor.ask(at(id, '/voiding'), { method: 'PUT', headers: onVersion(version), body: { reason } })
const someItems = z.object({ items: z.array(z.unknown()) })
const someCount = z.object({ requests: z.int() })
const codeOf = async (answer: Response | Promise<Response>) => {
  const { status, code } = await read(problem, answer)
  return [status, code]
}

/** Who finds whose requests, and who may correct them. */
const found: Record<string, readonly PersonName[]> = {
  nadia: ['nadia', 'zara', 'koen', 'lies'],
  zara: ['nadia', 'zara', 'lies'],
  samira: ['samira', 'lies'],
}
const corrected: Record<string, readonly PersonName[]> = {
  nadia: ['nadia', 'lies'],
  zara: ['zara', 'lies'],
  samira: ['samira', 'lies'],
}

describe.each(['nadia', 'zara', 'samira'] as const)('a request that %s registered', (guide) => {
  const wanted = (person: PersonName, allowed: readonly PersonName[] | undefined) => {
    const { roles } = oostdijk.people[person].actor
    if (!hasRight(roles, 'requests.read')) return 403
    if (allowed?.includes(person)) return 200
    return found[guide]?.includes(person) ? 403 : 404
  }

  test.each(personNames)('opens for %s with its history exactly when the role finds it', async (person) => {
    const id = await registerRequest(db, oostdijk, guide)
    for (const part of ['', '/history']) {
      const answer = await as(person).ask(at(id, part))
      expect([person, part, answer.status]).toEqual([person, part, wanted(person, found[guide])])
    }
  })

  test.each(personNames)(
    'is corrected, voided and put back by %s exactly when that is theirs',
    async (person) => {
      const id = await registerRequest(db, oostdijk, guide)
      const visitor = as(person)
      const status = wanted(person, corrected[guide])
      expect((await patch(visitor, id, 1, { minutes: 15 })).status).toBe(status)
      expect((await putVoiding(visitor, id, 2, 'dubbel genoteerd')).status).toBe(status)
      const back = await visitor.ask(at(id, '/voiding'), { method: 'DELETE', headers: asProgram(3) })
      // What was never voided is answered to whoever may correct it only.
      expect(back.status).toBe(status)
    },
  )

  test('does not exist for Westdijk', async () => {
    const id = await registerRequest(db, oostdijk, guide)
    for (const person of ['nadia', 'lies'] as const) {
      const stranger = as(person, 'westdijk')
      expect(await codeOf(stranger.ask(at(id)))).toEqual([404, 'not_found'])
      expect(await codeOf(stranger.ask(at(id, '/history')))).toEqual([404, 'not_found'])
      expect(await codeOf(patch(stranger, id, 1, { minutes: 15 }))).toEqual([404, 'not_found'])
      expect(await codeOf(putVoiding(stranger, id, 1, 'dubbel genoteerd'))).toEqual([404, 'not_found'])
    }
  })
})

test('nobody reads or corrects a request without signing in', async () => {
  const id = await registerRequest(db, oostdijk, 'nadia')
  const stranger = new Visitor(server)
  for (const [method, part] of [
    ['GET', ''],
    ['GET', '/history'],
    ['PATCH', ''],
    ['PUT', '/voiding'],
    ['DELETE', '/voiding'],
  ] as const)
    expect((await stranger.ask(at(id, part), { method, headers: asProgram(1) })).status).toBe(401)
})

test('a correction says for which version it is meant, and answers the next one', async () => {
  const id = await registerRequest(db, oostdijk, 'nadia')
  const nadia = as('nadia')
  expect((await nadia.ask(at(id))).headers.get('etag')).toBe('"1"')
  expect(await codeOf(nadia.ask(at(id), { method: 'PATCH', body: { minutes: 5 } }))).toEqual([
    428,
    'version_missing',
  ])
  const first = await patch(nadia, id, 1, { minutes: 5, tip: '  Neem   de blauwe map mee. ' })
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"'])
  expect(await read(requestRecord, first)).toMatchObject({ minutes: 5, tip: 'Neem de blauwe map mee.' })
  const again = await patch(nadia, id, 1, { minutes: 5, tip: 'Neem de blauwe map mee.' })
  expect([again.status, again.headers.get('etag')]).toEqual([200, '"2"'])
  expect(await codeOf(patch(nadia, id, 1, { minutes: 10 }))).toEqual([412, 'version_stale'])
  const nothing = await patch(nadia, id, 2, {})
  expect([nothing.status, nothing.headers.get('etag')]).toEqual([200, '"2"'])
  const { items } = await read(requestHistory, nadia.ask(at(id, '/history')))
  expect(items).toHaveLength(1)
})

test('permission to quote is given for words, and goes with them', async () => {
  const id = await registerRequest(db, oostdijk, 'nadia')
  const nadia = as('nadia')
  expect((await patch(nadia, id, 1, { mayQuote: true })).headers.get('etag')).toBe('"1"')
  const quoted = { ownWords: 'Hier luistert iemand tot het einde.', mayQuote: true }
  expect(await read(requestRecord, patch(nadia, id, 1, quoted))).toMatchObject(quoted)
  const emptied = { ownWords: null, mayQuote: null }
  expect(await read(requestRecord, patch(nadia, id, 2, { ownWords: ' ' }))).toMatchObject(emptied)
  const { items } = await read(requestHistory, nadia.ask(at(id, '/history')))
  expect(items[0]?.changes.map(({ field }) => field)).toEqual(['ownWords', 'mayQuote'])
})

test('of two corrections at the same moment one is made and the other is told', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await registerRequest(db, oostdijk, 'nadia')
    const answers = await Promise.all([
      patch(as('nadia'), id, 1, { outcome: 'no_offer' }),
      patch(as('lies'), id, 1, { minutes: 30 }),
      patch(as('nadia'), id, 1, { status: 'no_legal_stay' }),
      putVoiding(as('lies'), id, 1, 'dubbel genoteerd'),
    ])
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(200)
    // Whoever came after a voiding is told that instead.
    expect(statuses.slice(1).every((status) => status === 412 || status === 422)).toBe(true)
    const { items } = await read(requestHistory, as('lies').ask(at(id, '/history')))
    expect(items).toHaveLength(1)
  }
})

test('the same correction sent twice at the same moment is made once', async () => {
  const id = await registerRequest(db, oostdijk, 'nadia')
  const answers = await Promise.all([1, 2, 3].map(() => patch(as('nadia'), id, 1, { minutes: 15 })))
  expect(answers.map(({ status, headers }) => [status, headers.get('etag')])).toEqual(
    [1, 2, 3].map(() => [200, '"2"']),
  )
  expect((await read(requestHistory, as('nadia').ask(at(id, '/history')))).items).toHaveLength(1)
})

test.each([
  [{ guideId: '019a0000-0000-7000-8000-000000000000' }],
  [{ receivedOn: '2026-02-30' }],
  [{ receivedTime: '24:00' }],
  [{ minutes: 1441 }],
  [{ minutes: 1.5 }],
  [{ tip: 'x'.repeat(141) }],
  [{ referredTo: 'x'.repeat(301) }],
  [{ neighbourhood: 'x'.repeat(101) }],
  [{ theme: "housing'; drop table help_request" }],
  [{ actions: 'inform' }],
  [{ firstVisit: 'ja' }],
  [{ ownWords: 'x'.repeat(201) }],
  [{ mayQuote: 'ja' }],
  [{ version: 7 }],
])('%j is no correction', async (body) => {
  const id = await registerRequest(db, oostdijk, 'nadia')
  expect(await codeOf(patch(as('nadia'), id, 1, body))).toEqual([400, 'invalid_input'])
})

test('a refusal says what to do, in the language of the reader', async () => {
  const id = await registerRequest(db, oostdijk, 'nadia')
  const answer = as('nadia').ask(at(id), {
    method: 'PATCH',
    headers: { ...onVersion(1), 'accept-language': 'fr' },
    body: { tip: `numéro ${['85.07.30', '033-28'].join('-')}` },
  })
  const { status, code, title } = await read(problem, answer)
  expect([status, code]).toEqual([422, 'register_number'])
  expect(title).toContain('registre national')
})

test.each(['', 'x', '    ', 'ja !', 'x'.repeat(301)])('%j is no reason to void a request', async (reason) => {
  const id = await registerRequest(db, oostdijk, 'nadia')
  expect(await codeOf(putVoiding(as('nadia'), id, 1, reason))).toEqual([400, 'invalid_input'])
})

test('a voided request leaves the list and the count, opens by its address, and comes back', async () => {
  const id = await registerRequest(db, westdijk, 'nadia', { on: '2024-05-06' })
  const nadia = as('nadia', 'westdijk')
  const ofDay = 'from=2024-05-06&to=2024-05-06'
  const listed = async () => {
    const list = await read(someItems, nadia.ask(`/api/v1/requests?${ofDay}`))
    const { requests } = await read(someCount, nadia.ask(`/api/v1/requests/count?${ofDay}`))
    return [list.items.length, requests]
  }
  expect(await listed()).toEqual([1, 1])
  expect((await putVoiding(nadia, id, 1, 'dubbel genoteerd')).status).toBe(200)
  expect(await listed()).toEqual([0, 0])
  expect(await read(requestRecord, nadia.ask(at(id)))).toMatchObject({
    voided: { reason: 'dubbel genoteerd' },
  })
  const back = await nadia.ask(at(id, '/voiding'), { method: 'DELETE', headers: asProgram(2) })
  expect(back.status).toBe(200)
  expect(await listed()).toEqual([1, 1])
})

test('a sensitive status is in the answer of whoever registered it and in nobody else’s, nor in the log', async () => {
  const id = await registerRequest(db, oostdijk, 'nadia', { sensitiveStatus: 'no_legal_stay' })
  expect(await (await as('nadia').ask(at(id))).text()).toContain('no_legal_stay')
  expect((await patch(as('lies'), id, 1, { status: 'newcomer' })).status).toBe(200)
  expect((await patch(as('nadia'), id, 2, { status: 'no_legal_stay' })).status).toBe(200)
  for (const person of ['zara', 'koen'] as const)
    for (const part of ['', '/history'])
      expect(await (await as(person).ask(at(id, part))).text()).not.toContain('no_legal_stay')
  expect(server.log.join('\n')).not.toContain('no_legal_stay')
})
