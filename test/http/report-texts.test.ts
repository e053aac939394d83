import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { listReportTextVersions, reportPassage } from '../../src/contract/report-text.ts'
import { snapshot } from '../../src/contract/snapshot.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { savePassage } from '../../src/db/report/report-text-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let lies: Visitor
let liesOfWestdijk: Visitor

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  for (let at = 0; at < 6; at++)
    await registerRequest(db, oostdijk, 'nadia', { on: '2026-03-02', status: 'long_settled' })
  server = await openServer(db, { trustedProxies: 1 })
  const entered = await enterAll(db, server, ['lies@oostdijk.example.org', 'lies@westdijk.example.org'])
  lies = entered('lies@oostdijk.example.org')
  liesOfWestdijk = entered('lies@westdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const days = 'from=2026-01-01&to=2026-06-30'
const list = z.object({ passages: z.array(reportPassage) })
const textsOf = async (who: Visitor, language = 'nl') =>
  (await read(list, who.ask(`/api/v1/reports/texts?${days}&language=${language}`))).passages
const save = (passage: string, body: string, version: number, state = 'proposed', language = 'nl') =>
  lies.ask(`/api/v1/reports/texts/${passage}?${days}&language=${language}`, {
    method: 'PUT',
    body: { body, state },
    headers: { 'if-match': `"${version}"` },
  })
const versions = async (passage: string) =>
  (
    await read(
      listReportTextVersions.responses[200].content['application/json'].schema,
      lies.ask(`/api/v1/reports/texts/${passage}/versions?${days}&language=nl`),
    )
  ).items

describe('the texts of a report of Oostdijk', () => {
  test('begin as proposals, in the order of their chapters, each sentence with its sources', async () => {
    const passages = await textsOf(lies)
    expect(passages.map(({ passage, number }) => [passage, number])).toEqual([
      ...[
        ['one_page', 1],
        ['ask', 1],
        ['mission', 2],
        ['working', 3],
        ['requests', 4],
        ['reach', 5],
      ],
      ...[
        ['guides', 6],
        ['after', 7],
        ['stories', 11],
        ['outlook', 12],
      ],
    ])
    const requests = passages.find(({ passage }) => passage === 'requests')
    expect(requests).toMatchObject({
      state: 'proposed',
      body: '',
      version: 0,
      editedBy: null,
      editedAt: null,
    })
    expect(requests?.proposal).toMatch(
      /^Tussen 1 januari 2026 en 30 juni 2026 noteerden de toeleiders 6 hulpvragen/,
    )
    expect(requests?.sentences[0]?.sources[0]).toEqual({
      ...{ kind: 'figure', label: 'Alle hulpvragen', field: 'total' },
    })
    expect(passages.find(({ passage }) => passage === 'ask')?.state).toBe('empty')
  })

  test('are kept with who and when, and nobody of another town reads them', async () => {
    const saved = await read(reportPassage, save('requests', 'Druk.\r\n\r\n- veel brieven', 0))
    expect(saved).toMatchObject({
      body: 'Druk.\n\n- veel brieven',
      version: 1,
      editedBy: 'lies',
      state: 'proposed',
    })
    const found = (await textsOf(lies)).find(({ passage }) => passage === 'requests')
    expect(found).toEqual(saved)
    expect((await textsOf(lies, 'fr')).find(({ passage }) => passage === 'requests')?.version).toBe(0)
    expect((await textsOf(liesOfWestdijk)).every(({ version }) => version === 0)).toBe(true)
  })

  test('answer a change of an old version with what is there now, and change nothing', async () => {
    expect((await save('requests', 'Nog drukker.', 1)).status).toBe(200)
    const late = await save('requests', 'Rustig.', 1)
    expect(late.status).toBe(412)
    const { code, current } = await read(problem.extend({ current: reportPassage }), late)
    expect([code, current.body, current.version]).toEqual(['version_stale', 'Nog drukker.', 2])
    // Sent again after the answer was lost.
    expect((await read(reportPassage, save('requests', 'Nog drukker.', 1))).version).toBe(2)
    const without = await lies.ask(`/api/v1/reports/texts/requests?${days}&language=nl`, {
      ...{ method: 'PUT', body: { body: 'x', state: 'proposed' } },
    })
    expect(without.status).toBe(428)
  })

  test('of two that begin one at the same moment the second is told', async () => {
    const answers = await Promise.all(['Eén', 'Twee'].map((body) => save('outlook', body, 0)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('refuse a register number, nothing that is called ready, and what no screen can show', async () => {
    const codeOf = async (answer: Promise<Response>) => (await read(problem, answer)).code
    expect(await codeOf(save('guides', 'Voor 85.07.30-033.28', 0))).toBe('register_number')
    expect(await codeOf(save('guides', '  \n ', 0, 'ready'))).toBe('text_empty')
    expect(await codeOf(save('guides', 'x'.repeat(12_001), 0))).toBe('invalid_input')
    expect(await codeOf(save('guides', 'a\u202eb', 0))).toBe('invalid_input')
    expect((await lies.ask(`/api/v1/reports/texts/weather?${days}&language=nl`)).status).toBe(404)
  })

  test('keep one version for ten minutes of one person, and each time that they become ready', async () => {
    const place = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-06-30') }
    const { actor, id: memberId } = oostdijk.people.lies
    const write = (body: string, version: number, minute: number, state: 'proposed' | 'ready' = 'proposed') =>
      asActor(db, actor, (tx) =>
        savePassage(
          tx,
          actor,
          { ...place, language: 'nl', passage: 'reach' },
          { body, state, version, memberId, at: new Date(Date.UTC(2026, 6, 1, 10, minute)) },
        ),
      )
    await write('a', 0, 0)
    await write('ab', 1, 9)
    await write('abc', 2, 11)
    await write('abc', 3, 12, 'ready')
    expect((await versions('reach')).map(({ body, state, version }) => [version, body, state])).toEqual([
      [4, 'abc', 'ready'],
      [3, 'abc', 'proposed'],
      [2, 'ab', 'proposed'],
    ])
  })
})

test('a frozen report keeps the texts that are ready, in every language, whatever is written later', async () => {
  expect((await save('after', 'Zij blijven komen.', 0, 'ready')).status).toBe(200)
  expect((await save('after', 'Ils reviennent.', 0, 'ready', 'fr')).status).toBe(200)
  const id = makeUuid()
  const body = { id, from: '2026-01-01', to: '2026-06-30' }
  const frozen = await read(snapshot, lies.ask('/api/v1/snapshots', { method: 'POST', body }))
  expect(frozen.texts).toEqual([
    { language: 'fr', passage: 'after', body: 'Ils reviennent.' },
    { language: 'nl', passage: 'after', body: 'Zij blijven komen.' },
    { language: 'nl', passage: 'reach', body: 'abc' },
  ])
  expect(frozen.afterThemes).toEqual([{ code: 'housing', requests: 6, percent: 100 }])
  expect(frozen).toMatchObject({ helpLevels: expect.any(Array), unfinished: 0 })
  await save('after', 'Anders.', 1, 'ready')
  expect((await read(snapshot, lies.ask(`/api/v1/snapshots/${id}`))).texts).toEqual(frozen.texts)
})

test('a project that somebody wrote for is not removed', async () => {
  const id = makeUuid()
  const project = {
    ...{ name: 'De Brug', from: '2026-01-01', to: '2026-12-31', funders: [], partners: [], goals: [] },
    reportingMoments: ['2026-06-30', '2026-12-31'],
  }
  expect((await lies.ask(`/api/v1/projects/${id}`, { method: 'PUT', body: project })).status).toBe(201)
  const saved = await lies.ask(`/api/v1/reports/texts/mission?${days}&language=nl&projectId=${id}`, {
    ...{ method: 'PUT', body: { body: 'Wegwijs.', state: 'ready' }, headers: { 'if-match': '"0"' } },
  })
  expect(saved.status).toBe(200)
  const removal = await lies.ask(`/api/v1/projects/${id}`, {
    method: 'DELETE',
    body: {},
    headers: { 'if-match': '"1"' },
  })
  expect((await read(problem, removal)).code).toBe('project_in_report')
})
