import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { openTestDatabase } from '../database.ts'
import { givePasswords, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let town: Town
let lies: Visitor
let one: string

beforeAll(async () => {
  db = await openTestDatabase()
  town = await buildOostdijk(db)
  one = await registerRequest(db, town, 'nadia')
  await givePasswords(
    db,
    ['lies', 'tom', 'eva'].map((name) => `${name}@oostdijk.example.org`),
  )
  server = await openServer(db)
  lies = new Visitor(server)
  expect((await lies.signIn('lies@oostdijk.example.org')).status).toBe(204)
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const reason = 'Voor het verslag aan de gemeenteraad'
type Ask = (search: string, language?: string) => Promise<Response>
const asks: Record<string, Ask> = {
  list: (search, language = 'nl') =>
    lies.ask(`/api/v1/requests?${search}`, { headers: { 'accept-language': language } }),
  count: (search) => lies.ask(`/api/v1/requests/count?${search}`),
  export: (search) =>
    lies.ask(`/api/v1/requests/exports?${search}`, {
      method: 'POST',
      body: { format: 'csv', language: 'nl', reason },
    }),
}
const keepView = (search: string) =>
  lies.ask(`/api/v1/request-views/${randomUUID()}`, { method: 'PUT', body: { name: 'Werk', search } })
const wrong = async (answer: Promise<Response>) => {
  const { status, code, fields } = await read(problem, answer)
  return { status, code, paths: fields?.map(({ path }) => path) }
}

describe.each(Object.entries(asks))('the %s of requests', (_, ask) => {
  test('answers the names that it knows, and refuses others by name instead of leaving them out', async () => {
    expect((await ask('theme=work')).status).toBe(200)
    for (const [search, paths] of [
      ['themme=work', ['themme']],
      ['theme=work&Outcome=open&offset=3', ['Outcome', 'offset']],
      ['cursors=x', ['cursors']],
    ] as const)
      expect(await wrong(ask(search))).toEqual({ status: 400, code: 'invalid_input', paths })
  })

  test('says that a period ends before it begins, instead of finding nothing', async () => {
    expect((await ask('from=2026-03-01&to=2026-03-01')).status).toBe(200)
    expect(await wrong(ask('from=2026-03-02&to=2026-03-01'))).toEqual({
      status: 422,
      code: 'period_invalid',
      paths: ['to'],
    })
  })
})

test('lists that come page by page refuse a name that they do not know, as the list of requests does', async () => {
  const signIn = async (name: string) => {
    const visitor = new Visitor(server)
    expect((await visitor.signIn(`${name}@oostdijk.example.org`)).status).toBe(204)
    return visitor
  }
  const [tom, eva] = [await signIn('tom'), await signIn('eva')]
  const lists = [
    [tom, 'members'],
    [tom, 'invitations'],
    [tom, 'api-keys'],
    [lies, 'imports'],
    [lies, 'snapshots'],
    [eva, 'request-exports'],
  ] as const
  for (const [visitor, list] of lists)
    for (const [search, paths] of [
      ['limit=5&rol=guide', ['rol']],
      ['cursors=x', ['cursors']],
    ] as const)
      expect([list, await wrong(visitor.ask(`/api/v1/${list}?${search}`))]).toEqual([
        list,
        { status: 400, code: 'invalid_input', paths },
      ])
})

test.each([
  'calendar?from=2026-03-01&to=2026-03-31',
  'reports/live?from=2026-03-01&to=2026-03-31',
  'reports/live/page?from=2026-03-01&to=2026-03-31&language=nl',
  'code-lists?',
  'import-codes?field=theme',
])('%s refuses a name that it does not know', async (question) => {
  expect((await lies.ask(`/api/v1/${question}`)).status).toBe(200)
  expect(await wrong(lies.ask(`/api/v1/${question}&desks=x`))).toEqual({
    status: 400,
    code: 'invalid_input',
    paths: ['desks'],
  })
})

test('a view that the list would refuse is not kept', async () => {
  expect((await keepView('theme=work&from=2026-03-01')).status).toBe(200)
  expect(await wrong(keepView('themme=work'))).toEqual({
    status: 400,
    code: 'invalid_input',
    paths: ['search.themme'],
  })
  expect(await wrong(keepView('from=2026-03-02&to=2026-03-01'))).toEqual({
    status: 422,
    code: 'period_invalid',
    paths: ['to'],
  })
  expect(await wrong(keepView('from=gisteren'))).toMatchObject({
    status: 400,
    paths: ['search.from', 'search.from'],
  })
})

const keptColumns = z.object({ columns: z.array(z.string()) })

describe('the columns of a person', () => {
  const put = (columns: readonly string[], language = 'nl') =>
    lies.ask('/api/v1/request-columns', {
      method: 'PUT',
      body: { columns },
      headers: { 'accept-language': language },
    })

  test('are columns of the list, each once', async () => {
    expect((await put(['theme', 'desk'])).status).toBe(200)
    for (const column of ['minutes', 'deskId', 'id', 'dragon'])
      expect(await wrong(put(['theme', column]))).toMatchObject({ status: 400, paths: ['columns.1'] })
    const twice = await read(problem, put(['theme', 'desk', 'theme'], 'fr'))
    expect([twice.status, twice.fields]).toEqual([
      400,
      [{ path: 'columns', message: 'Chaque colonne ne peut être choisie qu’une seule fois.' }],
    ])
    const { columns } = await read(keptColumns, lies.ask('/api/v1/request-views'))
    expect(columns).toEqual(['theme', 'desk'])
  })
})

describe('If-Match', () => {
  const patch = (version: string | undefined, language = 'nl') =>
    lies.ask(`/api/v1/requests/${one}`, {
      method: 'PATCH',
      body: { minutes: 5 },
      headers: { 'accept-language': language, ...(version === undefined ? {} : { 'if-match': version }) },
    })

  test.each(['W/"x"', 'abc', '*', '1', '"1', '"1", "2"', '""'])(
    '%s holds no version, and nobody is said to have changed anything',
    async (version) => {
      expect(await wrong(patch(version))).toMatchObject({ status: 400, code: 'version_unreadable' })
    },
  )

  test('says what it expects in the language of the reader, and a version as a proxy weakens it is read', async () => {
    expect((await read(problem, patch('abc', 'en'))).title).toContain('for example "3"')
    expect(await wrong(patch(undefined))).toMatchObject({ status: 428, code: 'version_missing' })
    expect(await wrong(patch('"7"'))).toMatchObject({ status: 412, code: 'version_stale' })
    expect((await patch('W/"1"')).status).toBe(200)
  })

  test('is read in the same way when a place is changed', async () => {
    const headers = { 'if-match': '*' }
    const body = { from: '2026-12-01', to: '2026-12-01', title: 'Opleiding' }
    const answer = lies.ask(`/api/v1/calendar/events/${randomUUID()}`, { method: 'PUT', headers, body })
    expect(await wrong(answer)).toMatchObject({ status: 400, code: 'version_unreadable' })
  })
})

describe('what is wrong with a field', () => {
  test.each([
    ['nl', 'Ongeldig'],
    ['fr', 'invalide'],
    ['en', 'Invalid'],
  ])('is said in the language of the reader: %s', async (language, word) => {
    const { fields } = await read(problem, asks.list?.('limit=veel&from=gisteren', language) ?? expect.fail())
    expect(fields?.map(({ path }) => path)).toEqual(['from', 'from', 'limit'])
    for (const { message } of fields ?? []) expect(message).toContain(word)
  })

  test.each([
    ['nl', 'verwacht getal, ontving string'],
    ['fr', 'nombre attendu, chaîne de caractères reçu'],
    ['en', 'expected number, received string'],
  ])('says what was given: %s', async (language, words) => {
    const answer = lies.ask(`/api/v1/requests/${one}`, {
      method: 'PATCH',
      body: { minutes: 'vijf' },
      headers: { 'accept-language': language, 'if-match': '"1"' },
    })
    const { fields } = await read(problem, answer)
    expect(fields?.[0]).toMatchObject({ path: 'minutes', message: expect.stringContaining(words) })
  })
})
