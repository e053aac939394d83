import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../src/contract/problem.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { reportEnding, reportFormat, reportMediaType } from '../../src/domain/report/report-format.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let lies: Visitor
const period = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-06-30') }

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  const actor = { kind: 'cli', cityId: oostdijk.city.id } as const
  await asActor(db, actor, (tx) =>
    writeSeed(tx, actor, { rows: 240, seed: 3, period, timeZone: 'Europe/Brussels' }),
  )
  server = await openServer(db, { trustedProxies: 1 })
  const entered = await enterAll(db, server, ['lies@oostdijk.example.org'])
  lies = entered('lies@oostdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const starts = {
  pdf: '%PDF',
  note: '%PDF',
  docx: 'PK',
  xlsx: 'PK',
  csv: '\ufeffcity;',
  pptx: 'PK',
  json: '{"city"',
} as const
const live = (file: string) =>
  lies.ask(`/api/v1/reports/${file}?from=${period.from}&to=${period.to}&language=nl`)
const freeze = async () => {
  const id = makeUuid()
  expect((await lies.ask('/api/v1/snapshots', { method: 'POST', body: { id, ...period } })).status).toBe(201)
  return id
}
const frozen = (id: string, format: string, audience = 'coordinator') =>
  lies.ask(`/api/v1/snapshots/${id}/files/${format}?language=nl&audience=${audience}`)
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

describe('a report of Oostdijk as a file', () => {
  test.each(reportFormat.options)('is given as %s, under a name that says what it is', async (format) => {
    const answer = await live(`live.${format}`)
    expect(answer.headers.get('content-type')).toBe(reportMediaType[format])
    const way = reportMediaType[format] === 'application/pdf' ? 'inline' : 'attachment'
    const name = `brugwijzer-oostdijk-2026-01-01-2026-06-30-nl.${reportEnding(format)}`
    expect(answer.headers.get('content-disposition')).toBe(`${way}; filename="${name}"`)
    expect((await bytesOf(answer)).toString().slice(0, starts[format].length)).toBe(starts[format])
  })

  test('holds as JSON the very figures of the report', async () => {
    const report = await read(
      halfYearReport,
      lies.ask(`/api/v1/reports/live?from=${period.from}&to=${period.to}`),
    )
    expect(await read(halfYearReport, live('live.json'))).toEqual(report)
  })

  test('is refused in a format that there is not', async () => {
    expect((await live('live.odt')).status).toBe(400)
    expect((await frozen(await freeze(), 'odt')).status).toBe(400)
  })

  test('is made beside the server, which answers others first', async () => {
    const order: string[] = []
    const note = (name: string) => () => order.push(name)
    await Promise.all([
      live('live.docx').then(note('docx')),
      fetch(`${server.url}/health/live`).then(note('health')),
    ])
    expect(order).toEqual(['health', 'docx'])
  })
})

describe('a frozen report of Oostdijk as a file', () => {
  test('is the same to the byte whenever it is asked for, whatever changes', async () => {
    const id = await freeze()
    const make = () =>
      Promise.all(reportFormat.options.map(async (format) => bytesOf(await frozen(id, format))))
    const before = await make()
    await registerRequest(db, oostdijk, 'nadia', { on: '2026-03-02', theme: 'housing' })
    const after = await make()
    for (const [at, format] of reportFormat.options.entries())
      expect([format, Buffer.compare(before[at] ?? Buffer.of(), after[at] ?? Buffer.of())]).toEqual([
        format,
        0,
      ])
  }, 60_000)

  test('is kept as it was first made, whatever becomes of the templates', async () => {
    const id = await freeze()
    await bytesOf(await frozen(id, 'csv'))
    await runAt(db.adminUrl, (admin) =>
      admin.query(`update report_file set bytes = 'as it was' where snapshot_id = $1`, [id]),
    )
    expect((await bytesOf(await frozen(id, 'csv'))).toString()).toBe('as it was')
    expect((await bytesOf(await frozen(id, 'json'))).toString()).toContain('"city"')
  })

  test('is there for everybody once it is published, without its small numbers', async () => {
    const id = await freeze()
    const early = await frozen(id, 'csv', 'everybody')
    expect([early.status, (await read(problem, early)).code]).toEqual([409, 'report_unpublished'])
    const published = await lies.ask(`/api/v1/snapshots/${id}/publication`, {
      method: 'PUT',
      body: { audience: 'everybody' },
    })
    expect(published.status).toBe(201)
    const [inside, outside] = [
      (await bytesOf(await frozen(id, 'csv'))).toString(),
      (await bytesOf(await frozen(id, 'csv', 'everybody'))).toString(),
    ]
    expect(inside).not.toContain(';true;')
    expect(outside).toContain(';true;')
    const answer = await frozen(id, 'docx', 'everybody')
    expect(answer.headers.get('content-disposition')).toContain('-everybody-nl.docx')
    expect(Buffer.compare(await bytesOf(answer), await bytesOf(await frozen(id, 'docx', 'everybody')))).toBe(
      0,
    )
  }, 60_000)

  test('is nobody’s who does not know it', async () => {
    expect((await frozen(makeUuid(), 'pdf')).status).toBe(404)
  })
})
