import { createHash } from 'node:crypto'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { project } from '../../src/contract/project.ts'
import { snapshot, snapshotHead } from '../../src/contract/snapshot.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { canonicalJson } from '../../src/domain/report/snapshot.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let lies: Visitor
let pieter: Visitor
let liesOfWestdijk: Visitor

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  await registerRequest(db, oostdijk, 'nadia', { on: '2016-03-02' })
  server = await openServer(db, { trustedProxies: 1 })
  const emails = ['lies@oostdijk', 'pieter@oostdijk', 'lies@westdijk'].map((name) => `${name}.example.org`)
  const entered = await enterAll(db, server, emails)
  lies = entered('lies@oostdijk.example.org')
  pieter = entered('pieter@oostdijk.example.org')
  liesOfWestdijk = entered('lies@westdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const ask = (
  who: Visitor,
  method: string,
  path: string,
  { body = {}, version }: { body?: unknown; version?: number } = {},
) =>
  who.ask(`/api/v1/${path}`, {
    method,
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const put = (who: Visitor, id: string, body: unknown, version?: number) =>
  ask(who, 'PUT', `projects/${id}`, version === undefined ? { body } : { body, version })
const codeOf = async (answer: Promise<Response>) => {
  const asked = await answer
  return [asked.status, (await read(problem, asked)).code]
}
const listOf = async (who: Visitor) =>
  (await read(z.object({ items: z.array(project) }), who.ask('/api/v1/projects'))).items

const brug = (changes = {}) => ({
  name: 'De Brug',
  from: '2015-12-01',
  to: '2017-11-30',
  funders: ['Fonds Oostdijk'],
  partners: [
    { name: 'School Oostdijk', role: 'brugfiguur' },
    { name: 'Huis van de Wijk', role: '' },
  ],
  goals: [{ goal: 'Wegwijs', indicator: 'vragen per dag', target: '5', reached: '5,9', comment: 'tot juli' }],
  reportingMoments: ['2016-07-31', '2016-11-30', '2017-07-31', '2017-11-30'],
  ...changes,
})
const firstPart = { from: '2015-12-01', to: '2016-07-31' }
const freeze = (who: Visitor, body: object) => ask(who, 'POST', 'snapshots', { body })

describe('a project of Oostdijk', () => {
  const id = makeUuid()

  test('is added once under the id of whoever adds it, and changed by its version', async () => {
    const added = await put(lies, id, brug())
    expect([added.status, added.headers.get('etag')]).toEqual([201, '"1"'])
    expect((await put(lies, id, brug())).status).toBe(200)
    expect(await codeOf(put(lies, id, brug({ name: 'De Kaai' })))).toEqual([409, 'id_taken'])
    expect(await codeOf(put(lies, makeUuid(), brug()))).toEqual([409, 'name_taken'])
    const changed = await read(project, put(lies, id, brug({ funders: [] }), 1))
    expect([changed.funders, changed.version]).toEqual([[], 2])
    expect(await codeOf(put(lies, id, brug(), 1))).toEqual([412, 'version_stale'])
    expect((await put(lies, id, brug(), 2)).status).toBe(200)
  })

  test('is the same for whoever reads it, and owes four partial reports', async () => {
    const seen = await read(project, pieter.ask(`/api/v1/projects/${id}`))
    expect(seen).toMatchObject({ ...brug(), version: 3, isRetired: false })
    expect(seen.partialReports.map(({ number, of, to }) => [number, of, to])).toEqual([
      [1, 4, '2016-07-31'],
      [2, 4, '2016-11-30'],
      [3, 4, '2017-07-31'],
      [4, 4, '2017-11-30'],
    ])
    expect((await listOf(pieter)).map(({ name, isRemovable }) => [name, isRemovable])).toEqual([
      ['De Brug', false],
    ])
  })

  test('is not there in Westdijk, and nobody of Westdijk changes it', async () => {
    expect(await listOf(liesOfWestdijk)).toEqual([])
    expect((await liesOfWestdijk.ask(`/api/v1/projects/${id}`)).status).toBe(404)
    expect(await codeOf(put(liesOfWestdijk, id, brug({ name: 'X' }), 3))).toEqual([404, 'not_found'])
    expect(await codeOf(ask(liesOfWestdijk, 'DELETE', `projects/${id}`, { version: 3 }))).toEqual([
      404,
      'not_found',
    ])
    const foreign = { id: makeUuid(), ...firstPart, projectId: id }
    expect(await codeOf(freeze(liesOfWestdijk, foreign))).toEqual([404, 'not_found'])
  })

  test('is refused with days that cut a month, reports out of order and a register number', async () => {
    const wrong = (changes: object) => codeOf(put(lies, makeUuid(), brug({ name: 'Anders', ...changes })))
    expect(await wrong({ from: '2015-12-02' })).toEqual([422, 'project_not_months'])
    expect(await wrong({ reportingMoments: ['2016-07-31'] })).toEqual([422, 'project_moments'])
    expect(await wrong({ funders: ['85.07.30-033.28'] })).toEqual([422, 'register_number'])
    expect(await wrong({ reportingMoments: [] })).toEqual([400, 'invalid_input'])
  })

  test('is added once when it is sent many times at once, and takes no name that another takes meanwhile', async () => {
    const one = makeUuid()
    const same = await Promise.all([1, 2, 3].map(() => put(lies, one, brug({ name: 'Tegelijk' }))))
    expect(same.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const named = await Promise.all([1, 2].map(() => put(lies, makeUuid(), brug({ name: 'Naam' }))))
    expect(named.map(({ status }) => status).sort()).toEqual([201, 409])
    for (const { id: added, version, name } of await listOf(lies))
      if (name !== 'De Brug') await ask(lies, 'DELETE', `projects/${added}`, { version })
    expect((await listOf(lies)).map(({ name }) => name)).toEqual(['De Brug'])
  })

  test('is closed and opened again; closed, no report becomes part of it', async () => {
    expect(await codeOf(ask(lies, 'PUT', `projects/${id}/retirement`))).toEqual([428, 'version_missing'])
    expect(await codeOf(ask(lies, 'PUT', `projects/${id}/retirement`, { version: 1 }))).toEqual([
      412,
      'version_stale',
    ])
    const closed = await read(project, ask(lies, 'PUT', `projects/${id}/retirement`, { version: 3 }))
    expect([closed.isRetired, closed.version]).toEqual([true, 4])
    const body = { id: makeUuid(), ...firstPart, projectId: id }
    expect(await codeOf(freeze(lies, body))).toEqual([422, 'project_retired'])
    const open = await read(project, ask(lies, 'DELETE', `projects/${id}/retirement`, { version: 4 }))
    expect([open.isRetired, open.version]).toEqual([false, 5])
  })
})

describe('a frozen partial report', () => {
  const [id, frozenId] = [makeUuid(), makeUuid()]
  const body = { id: frozenId, ...firstPart, projectId: id }
  const frozen = async () => (await lies.ask(`/api/v1/snapshots/${frozenId}`)).text()

  test('keeps the project as it is, over exactly the days of a partial report', async () => {
    await put(lies, id, brug({ name: 'Wegwijs' }))
    const other = { ...body, id: makeUuid(), to: '2016-06-30' }
    expect(await codeOf(freeze(lies, other))).toEqual([422, 'project_period'])
    const answers = await Promise.all([1, 2].map(() => freeze(lies, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
    const kept = await read(snapshot, lies.ask(`/api/v1/snapshots/${frozenId}`))
    expect(kept.project).toEqual({ id, ...brug({ name: 'Wegwijs' }), partial: { number: 1, of: 4 } })
    const { id: _, from, to, madeAt, madeBy, partOf, version, checksum, ...content } = kept
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(checksum)
    const page = z.object({ project: z.object({ name: z.string() }) })
    const shown = await read(page, lies.ask(`/api/v1/snapshots/${frozenId}/page?language=nl`))
    expect(shown.project.name).toBe('Wegwijs')
  })

  test('is another report than one without the project under the same id', async () => {
    expect(await codeOf(freeze(lies, { id: frozenId, ...firstPart }))).toEqual([409, 'id_taken'])
    const free = { id: makeUuid(), ...firstPart }
    expect((await freeze(lies, free)).status).toBe(201)
    const heads = z.object({ items: z.array(snapshotHead) })
    const { items } = await read(heads, lies.ask('/api/v1/snapshots'))
    expect(items.map((head) => [head.id, head.partOf])).toEqual([
      [free.id, null],
      [frozenId, { number: 1, of: 4, name: 'Wegwijs' }],
    ])
    expect(await codeOf(freeze(lies, { ...free, projectId: id }))).toEqual([409, 'id_taken'])
  })

  test('stays as it is when the project changes, and keeps the project from being removed', async () => {
    const before = await frozen()
    const fewer = { name: 'Wegwijs verder', reportingMoments: ['2017-11-30'], goals: [] }
    expect((await put(lies, id, brug(fewer), 1)).status).toBe(200)
    expect(await frozen()).toBe(before)
    expect(await codeOf(ask(lies, 'DELETE', `projects/${id}`, { version: 2 }))).toEqual([
      422,
      'project_in_report',
    ])
    const removable = (await listOf(lies)).map(({ name, isRemovable }) => [name, isRemovable])
    expect(Object.fromEntries(removable)).toEqual({ 'De Brug': true, 'Wegwijs verder': false })
    const past = asActor(db, oostdijk.people.lies.actor, (tx) =>
      tx
        .deleteFrom('project')
        .where('id', '=', id as never)
        .execute(),
    )
    await expect(past).rejects.toThrow(/report_snapshot_project/)
  })

  test('is never of a project that somebody removes in that moment', async () => {
    for (let round = 0; round < 5; round++) {
      const [short, report] = [makeUuid(), makeUuid()]
      await put(lies, short, brug({ name: `Kort ${round}` }))
      const [made, removed] = await Promise.all([
        freeze(lies, { id: report, ...firstPart, projectId: short }),
        ask(lies, 'DELETE', `projects/${short}`, { version: 1 }),
      ])
      expect([
        [201, 422],
        [404, 204],
      ]).toContainEqual([made.status, removed.status])
    }
  })
})

test('the figures of a partial report on paper say of which project they are, who pays and how far it is', async () => {
  const id = makeUuid()
  await put(lies, id, brug({ name: 'Op papier' }))
  const path = `/api/v1/reports/live.pdf?from=2015-12-01&to=2016-07-31&language=nl&projectId=${id}`
  const answer = await lies.ask(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const pdf = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getTextContent()),
  )
  const text = pages
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  await pdf.loadingTask.destroy()
  for (const words of [
    'Deelrapport 1 van 4',
    'Project: Op papier, 1 december 2015 tot en met 30 november 2017',
    'Met steun van: Fonds Oostdijk',
    'Partners: School Oostdijk (brugfiguur), Huis van de Wijk',
    'Opdracht en doelstellingen',
    'Wegwijs vragen per dag 5 5,9 tot juli',
  ])
    expect(text).toContain(words)
  const elsewhere = lies.ask(path.replace('2016-07-31', '2016-06-30'))
  expect(await codeOf(elsewhere)).toEqual([422, 'project_period'])
})

test('who did what with a project stands in the audit, in counts and never in words', async () => {
  const rows = await asActor(db, oostdijk.people.eva.actor, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['event', 'details', 'member_id'])
      .where('event', 'like', 'project.%')
      .execute(),
  )
  expect(new Set(rows.map(({ event }) => event))).toEqual(
    new Set(['project.added', 'project.changed', 'project.retired', 'project.reinstated', 'project.removed']),
  )
  expect(rows.every(({ member_id }) => member_id === oostdijk.people.lies.id)).toBe(true)
  expect(JSON.stringify(rows)).not.toMatch(/Brug|Fonds|School/)
})
