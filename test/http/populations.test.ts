import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { listPopulations, population, readPopulation } from '../../src/contract/population.ts'
import { problem } from '../../src/contract/problem.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { listReportTexts } from '../../src/contract/report-text.ts'
import { snapshot } from '../../src/contract/snapshot.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, registerRequest } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let lies: Visitor
let liesOfWestdijk: Visitor

beforeAll(async () => {
  db = await openTestDatabase()
  const oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  for (let request = 0; request < 40; request++)
    await registerRequest(db, oostdijk, 'nadia', { on: '2026-03-02' })
  const marked = `update help_request set nationality = case when id in (
    select id from help_request where city_id = $1 order by id limit 2) then 'SY' when id in (
    select id from help_request where city_id = $1 order by id offset 2 limit 4) then 'AF' else 'MA' end where city_id = $1`
  await runAt(db.adminUrl, (admin) => admin.query(marked, [oostdijk.city.id]))
  server = await openServer(db, { trustedProxies: 1 })
  const emails = ['lies@oostdijk.example.org', 'lies@westdijk.example.org']
  const entered = await enterAll(db, server, emails)
  lies = entered('lies@oostdijk.example.org')
  liesOfWestdijk = entered('lies@westdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const put = (day: string, groups: object[], version?: number, source = 'bevolkingsregister') =>
  lies.ask(`/api/v1/populations/${day}`, {
    method: 'PUT',
    body: { source, groups },
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const list = (who: Visitor) =>
  read(listPopulations.responses[200].content['application/json'].schema, who.ask('/api/v1/populations'))
const half = 'from=2026-01-01&to=2026-06-30'
const live = () => read(halfYearReport, lies.ask(`/api/v1/reports/live?${half}`))
const morocco = { country: 'MA', people: 300 }
const syria = { country: 'SY', people: 60 }
const ghana = { country: 'GH', people: 40 }

test('a pasted list is read by the names that imports know, and nothing is kept', async () => {
  const lines = readPopulation.responses[200].content['application/json'].schema
  const answer = lies.ask('/api/v1/populations/readings?language=nl', {
    method: 'POST',
    body: { text: 'Groep;Aantal\nMaroc;300\nAtlantis;7' },
  })
  expect((await read(lines, answer)).lines).toEqual([
    { row: 2, name: 'Maroc', people: 300, country: 'MA', label: 'Marokko' },
    { row: 3, name: 'Atlantis', people: 7, country: null, label: null },
  ])
  expect((await list(lies)).items).toEqual([])
})

test('a counting is written down once, replaced only over the version that was seen, and taken away again', async () => {
  expect((await put('2025-01-01', [morocco])).status).toBe(201)
  expect((await put('2025-01-01', [morocco])).status).toBe(200)
  const blind = await put('2025-01-01', [syria])
  expect([blind.status, (await read(problem, blind)).code]).toEqual([409, 'id_taken'])
  expect((await read(population, put('2025-01-01', [morocco, syria], 1))).version).toBe(2)
  expect((await put('2025-01-01', [syria], 1)).status).toBe(412)
  expect((await put('2025-01-01', [syria, syria], 2)).status).toBe(400)
  const ofPerson = await put('2025-01-01', [syria], 2, 'volgens 85.07.30-033.28')
  expect([ofPerson.status, (await read(problem, ofPerson)).code]).toEqual([422, 'register_number'])
  const future = await put('2199-01-01', [syria])
  expect([future.status, (await read(problem, future)).code]).toEqual([422, 'population_future'])
  expect((await list(liesOfWestdijk)).items).toEqual([])
  const remove = (version: number) =>
    lies.ask('/api/v1/populations/2025-01-01', {
      method: 'DELETE',
      body: {},
      headers: { 'if-match': `"${version}"` },
    })
  expect((await remove(1)).status).toBe(412)
  expect((await remove(2)).status).toBe(204)
  expect([(await remove(2)).status, (await list(lies)).items]).toEqual([404, []])
  // Whoever still has the one that was taken away on the screen does not write over the next.
  expect((await read(population, put('2025-01-01', [morocco]))).version).toBe(3)
  for (const version of [1, 2]) expect((await put('2025-01-01', [syria], version)).status).toBe(412)
  expect((await remove(3)).status).toBe(204)
  expect((await list(lies)).items).toEqual([])
})

test('the report takes the newest counting before its last day, in every format, and says who is missed', async () => {
  expect((await live()).population).toBeUndefined()
  await put('2024-01-01', [morocco])
  await put('2026-01-01', [syria, ghana, morocco])
  await put('2026-07-01', [ghana])
  expect((await live()).population).toEqual({
    ...{ countedOn: '2026-01-01', source: 'bevolkingsregister', people: 400 },
    groups: [
      { ...morocco, percentOfPeople: 75, requests: 34, percentOfRequests: 85 },
      { ...syria, percentOfPeople: 15, requests: 2, percentOfRequests: 5 },
      { ...ghana, percentOfPeople: 10, requests: 0, percentOfRequests: 0 },
    ],
  })
  const texts = listReportTexts.responses[200].content['application/json'].schema
  const { passages } = await read(texts, lies.ask(`/api/v1/reports/texts?${half}&language=nl`))
  expect(passages.find(({ passage }) => passage === 'reach')?.proposal).toContain(
    'Van 1 van de 3 nationaliteiten met 25 mensen of meer in de gemeente (bevolkingscijfers van 1 januari 2026) is er geen hulpvraag genoteerd.',
  )
  const csv = await (await lies.ask(`/api/v1/reports/live.csv?${half}&language=nl`)).text()
  expect(csv).toMatch(/;population;;GH;Ghana;0;0;all_requests;.*;40;10\r?\n/)
})

test('a frozen report keeps it, and whoever reads the published one learns of named nationalities only', async () => {
  const id = makeUuid()
  const body = { id, from: '2026-01-01', to: '2026-06-30' }
  await lies.ask('/api/v1/snapshots', { method: 'POST', body })
  await put('2026-01-01', [ghana], 1)
  const kept = await read(snapshot, lies.ask(`/api/v1/snapshots/${id}`))
  expect(kept.report.population?.people).toBe(400)
  const preview = await lies.ask(`/api/v1/snapshots/${id}/publication/preview?language=nl&audience=everybody`)
  const { report } = z
    .object({ report: z.object({ population: z.object({ groups: z.array(z.unknown()) }) }) })
    .parse(await preview.json())
  expect(report.population.groups).toEqual([
    { ...morocco, percentOfPeople: 75, requests: 34, percentOfRequests: 85 },
    { ...syria, percentOfPeople: 15, requests: null, percentOfRequests: null },
    { ...ghana, percentOfPeople: 10, requests: null, percentOfRequests: null },
  ])
})
