import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { requestView } from '../../src/contract/help-request.ts'
import { problem } from '../../src/contract/problem.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let nadia: Visitor
let lies: Visitor
let stranger: Visitor

beforeAll(async () => {
  db = await openTestDatabase()
  await buildOostdijk(db)
  await buildWestdijk(db)
  const emails = ['nadia@oostdijk.example.org', 'lies@oostdijk.example.org', 'nadia@westdijk.example.org']
  server = await openServer(db)
  const entered = await enterAll(db, server, emails)
  nadia = entered('nadia@oostdijk.example.org')
  lies = entered('lies@oostdijk.example.org')
  stranger = entered('nadia@westdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const put = (visitor: Visitor, id: string, body: unknown) =>
  visitor.ask(`/api/v1/request-views/${id}`, { method: 'PUT', body })
const forget = (visitor: Visitor, id: string) =>
  visitor.ask(`/api/v1/request-views/${id}`, {
    method: 'DELETE',
    // As every browser says it, so that no page of another site can do it.
    headers: { 'sec-fetch-site': 'same-origin' },
  })
const kept = z.object({ items: z.array(requestView), columns: z.array(z.string()).nullable() })
const viewsOf = (visitor: Visitor) => read(kept, visitor.ask('/api/v1/request-views'))

test('Nadia keeps a filter under a name, once, and changes and forgets it', async () => {
  const id = randomUUID()
  const view = { name: 'Wonen dit jaar', search: 'theme=housing&from=2026-01-01' }
  expect((await put(nadia, id, view)).status).toBe(200)
  expect(await (await put(nadia, id, view)).json()).toEqual({ id, ...view })
  expect((await viewsOf(nadia)).items).toEqual([{ id, ...view }])
  expect((await put(nadia, id, { ...view, name: 'Wonen' })).status).toBe(200)
  expect((await viewsOf(nadia)).items).toEqual([{ id, ...view, name: 'Wonen' }])
  expect((await forget(nadia, id)).status).toBe(204)
  expect((await forget(nadia, id)).status).toBe(404)
  expect((await viewsOf(nadia)).items).toEqual([])
})

test('a sensitive code stands in no filter that is kept, and a name with a NUL is refused by its field', async () => {
  for (const search of ['status=no_legal_stay', 'theme=housing&status=newcomer,no_legal_stay'])
    expect((await put(nadia, randomUUID(), { name: 'Statuut', search })).status).toBe(400)
  const answer = await put(nadia, randomUUID(), { name: 'a\u0000b', search: '' })
  expect(await read(problem, answer)).toMatchObject({
    status: 400,
    code: 'invalid_input',
    fields: [{ path: 'name', message: 'Schrijf dit op één regel, zonder stuurtekens.' }],
  })
})

test('nobody else sees, changes or forgets it: not the coordinator, not the other town', async () => {
  const id = randomUUID()
  expect((await put(nadia, id, { name: 'Van mij', search: 'theme=work' })).status).toBe(200)
  for (const other of [lies, stranger]) expect((await forget(other, id)).status).toBe(404)
  const taken = await put(lies, id, { name: 'Ook van mij', search: '' })
  expect([taken.status, (await read(problem, taken)).code]).toEqual([409, 'id_taken'])
  expect((await viewsOf(lies)).items).toEqual([])
  expect((await viewsOf(nadia)).items).toEqual([{ id, name: 'Van mij', search: 'theme=work' }])
  expect((await put(lies, randomUUID(), { name: 'Van mij', search: '' })).status).toBe(200)
})

test('a name is used once, also by two clicks at the same moment', async () => {
  const both = await Promise.all(
    [randomUUID(), randomUUID()].map((id) => put(stranger, id, { name: 'Twee keer', search: '' })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const refused = both.find(({ status }) => status === 409)
  expect(await refused?.json()).toMatchObject({ code: 'name_taken' })
})

test('a hundred views are enough', async () => {
  const before = (await viewsOf(lies)).items.length
  for (let i = before; i < 100; i++)
    expect((await put(lies, randomUUID(), { name: `Filter ${i}`, search: '' })).status).toBe(200)
  const answer = await put(lies, randomUUID(), { name: 'Nog een', search: '' })
  expect([answer.status, (await read(problem, answer)).code]).toEqual([422, 'too_many_views'])
})

test('the columns of a person are kept in their order, and are nobody else’s', async () => {
  expect((await viewsOf(nadia)).columns).toBeNull()
  for (const columns of [
    ['theme', 'desk'],
    ['desk', 'theme', 'outcome'],
  ]) {
    const answer = await nadia.ask('/api/v1/request-columns', { method: 'PUT', body: { columns } })
    expect(await answer.json()).toEqual({ columns })
    expect((await viewsOf(nadia)).columns).toEqual(columns)
  }
  expect((await viewsOf(lies)).columns).toBeNull()
  const wrong = await nadia.ask('/api/v1/request-columns', { method: 'PUT', body: { columns: ['<script>'] } })
  expect(wrong.status).toBe(400)
})
