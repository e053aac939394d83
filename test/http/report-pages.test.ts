import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { reportChart } from '../../src/contract/report.ts'
import { reportPages } from '../../src/contract/report-pages.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
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
const period = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-03-31') }

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  const actor = { kind: 'cli', cityId: oostdijk.city.id } as const
  await asActor(db, actor, (tx) =>
    writeSeed(tx, actor, { rows: 240, seed: 3, period, timeZone: 'Europe/Brussels' }),
  )
  server = await openServer(db, { trustedProxies: 1 })
  const [ours, theirs] = ['lies@oostdijk.example.org', 'lies@westdijk.example.org'] as const
  const entered = await enterAll(db, server, [ours, theirs])
  lies = entered(ours)
  liesOfWestdijk = entered(theirs)
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const requestCount = z.object({ requests: z.int() })
const livePage = z.object({
  charts: z.array(reportChart),
  filters: z.record(z.string(), z.array(z.record(z.string(), z.string()).nullable())),
})
const days = `from=${period.from}&to=${period.to}`
const live = (audience = 'coordinator', asked = days) =>
  lies.ask(`/api/v1/reports/live/pages?${asked}&language=nl&audience=${audience}`)
const pageOf = (digest: string | undefined, by = lies) => by.ask(`/api/v1/reports/pages/${digest}`)

describe('the pages of a report of Oostdijk', () => {
  test('are listed with where chapters begin, and given one by one as pictures', async () => {
    const { pages, chapters, width, height } = await read(reportPages, live())
    expect(height / width).toBeCloseTo(Math.SQRT2, 2)
    expect(new Set(pages).size).toBe(pages.length)
    expect(chapters.every(({ page, hidden }) => page <= pages.length && hidden === 0)).toBe(true)
    const answer = await pageOf(pages[1])
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect((await answer.text()).slice(0, 4)).toBe('<svg')
  })

  test('keep their names until something changes, and are there for a while after it', async () => {
    const before = await read(reportPages, live())
    expect((await read(reportPages, live())).pages).toEqual(before.pages)
    await registerRequest(db, oostdijk, 'nadia', { on: '2026-03-02', theme: 'housing' })
    const after = await read(reportPages, live())
    expect(after.pages[0]).not.toBe(before.pages[0])
    expect((await pageOf(before.pages[0])).status).toBe(200)
  })

  test('hide for everybody what may not be published, and say in which chapter', async () => {
    const { chapters, pages } = await read(reportPages, live('everybody'))
    expect(chapters.some(({ hidden }) => hidden > 0)).toBe(true)
    expect(pages).not.toEqual((await read(reportPages, live())).pages)
    expect((await read(reportPages, live('council'))).chapters.length).toBeGreaterThan(3)
    const cut = await live('everybody', 'from=2026-01-05&to=2026-03-31')
    expect([cut.status, (await read(problem, cut)).code]).toEqual([422, 'period_not_months'])
  }, 60_000)

  test('are of the own town only, and of nobody who does not know their name', async () => {
    const { pages } = await read(reportPages, live())
    expect((await pageOf(pages[0], liesOfWestdijk)).status).toBe(404)
    expect((await pageOf('0'.repeat(64))).status).toBe(404)
    expect((await pageOf('cover')).status).toBe(400)
  })
})

test('the council reads what the college is asked to decide; everybody does not', async () => {
  const place = `${days}&language=nl`
  for (const passage of ['one_page', 'ask']) {
    const saved = await lies.ask(`/api/v1/reports/texts/${passage}?${place}`, {
      method: 'PUT',
      headers: { 'if-match': '"0"' },
      body: { body: 'Een tweede loket in de wijk.', state: 'ready' },
    })
    expect(saved.status).toBe(200)
  }
  const first = async (audience: string) => {
    const { pages, chapters } = await read(reportPages, live(audience))
    expect(chapters[0]?.code).toBe('one_page')
    return pages[(chapters[0]?.page ?? 1) - 1]
  }
  expect(await first('council')).not.toBe(await first('everybody'))
}, 60_000)

test('a frozen report keeps its pages, also as everybody would see it', async () => {
  const id = makeUuid()
  expect((await lies.ask('/api/v1/snapshots', { method: 'POST', body: { id, ...period } })).status).toBe(201)
  const frozen = (audience: string) =>
    read(reportPages, lies.ask(`/api/v1/snapshots/${id}/pages?language=fr&audience=${audience}`))
  const before = await frozen('coordinator')
  await registerRequest(db, oostdijk, 'nadia', { on: '2026-02-02', theme: 'housing' })
  expect(await frozen('coordinator')).toEqual(before)
  const everybody = await frozen('everybody')
  expect(everybody.chapters.some(({ hidden }) => hidden > 0)).toBe(true)
}, 60_000)

test('a number of the report finds as many requests in the list', async () => {
  const { charts, filters } = await read(livePage, lies.ask(`/api/v1/reports/live/page?${days}&language=nl`))
  const numbers = charts.flatMap(({ chart, table }) =>
    (filters[chart] ?? []).flatMap((filter, row) =>
      filter ? [[filter, Number(table.rows[row]?.[table.textColumns]?.replace(/\D/g, ''))] as const] : [],
    ),
  )
  expect(numbers.length).toBeGreaterThan(40)
  for (const chart of ['desks', 'actions', 'whoDidIt']) expect(filters[chart]).not.toContain(null)
  const counted = numbers.map(async ([filter]) => {
    const asked = await lies.ask(`/api/v1/requests/count?${new URLSearchParams(filter)}`)
    return (await read(requestCount, asked)).requests
  })
  expect(await Promise.all(counted)).toEqual(numbers.map(([, number]) => number))
})
