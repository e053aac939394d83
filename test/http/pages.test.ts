import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { addMember } from '../../src/db/people/member-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { writeCursor } from '../../src/http/cursor.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let westdijk: Town
let entered: Awaited<ReturnType<typeof enterAll>>
let now = new Date('2026-03-02T09:00:00.005Z')

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  const emails = ['tom', 'lies'].flatMap((name) => [
    `${name}@oostdijk.example.org`,
    `${name}@westdijk.example.org`,
  ])
  server = await openServer(db, { now: () => now })
  entered = await enterAll(db, server, emails)
  for (const [town, people] of [
    [oostdijk, ['Bob', 'Bob', 'فاطمة الزهراء', 'Ann de Wit']],
    [westdijk, ['Carl']],
  ] as const)
    for (const name of people)
      await asActor(db, town.cli, (tx) =>
        addMember(tx, town.city.id, { organizationId: town.school, name, roles: ['guide'], accountId: null }),
      )
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (person: 'tom' | 'lies', town = 'oostdijk') => entered(`${person}@${town}.example.org`)
const page = z.object({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().optional() })

/** Every id of a list, walked in pages of this length. */
async function walk(path: string, by: Visitor, limit: number): Promise<string[]> {
  const ids: string[] = []
  let cursor = ''
  do {
    const { items, next } = await read(page, by.ask(`${path}?limit=${limit}${cursor}`))
    expect(items.length).toBeLessThanOrEqual(limit)
    ids.push(...items.map(({ id }) => id))
    cursor = next ? `&cursor=${next}` : ''
  } while (cursor)
  return ids
}
const invite = (name: string) => {
  const person = { name, email: `${name}@nieuw.example.org`, roles: ['guide'], coachId: null, language: 'nl' }
  const body = { id: makeUuid(), organizationId: oostdijk.welcomeHouse, ...person }
  return as('tom').ask('/api/v1/invitations', { method: 'POST', body })
}
const makeKey = () => {
  const body = { id: makeUuid(), memberId: oostdijk.people.lies.id, name: 'Cijfers', roles: ['coordinator'] }
  return as('tom').ask('/api/v1/api-keys', { method: 'POST', body })
}
const freeze = (month: string) => {
  const body = { id: makeUuid(), from: `2025-${month}-01`, to: `2025-${month}-28` }
  return as('lies').ask('/api/v1/snapshots', { method: 'POST', body })
}

const impossible = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2026-01-01T24:00:00Z',
]

/** Each list, who reads it, and how it grows. */
const lists = {
  '/api/v1/members': { person: 'tom', grow: undefined },
  '/api/v1/invitations': { person: 'tom', grow: (i: number) => invite(`bob${i}`) },
  '/api/v1/api-keys': { person: 'tom', grow: makeKey },
  '/api/v1/snapshots': { person: 'lies', grow: () => freeze('02') },
} as const

describe.each(Object.entries(lists))('the list %s of Oostdijk', (path, { person, grow }) => {
  test('gives everything once, page by page, whatever comes meanwhile', async () => {
    const by = as(person)
    if (grow)
      for (let i = 0; i < 5; i++) {
        expect((await grow(i)).status).toBe(201)
        // Two of each at the very same moment.
        if (i % 2 === 1) now = new Date(now.getTime() + 1)
      }
    const whole = await walk(path, by, 200)
    expect(whole.length).toBeGreaterThanOrEqual(5)
    expect(new Set(whole).size).toBe(whole.length)
    expect(await walk(path, by, 1)).toEqual(whole)
    expect(await walk(path, by, 2)).toEqual(whole)
    const first = await read(page, by.ask(`${path}?limit=2`))
    now = new Date(now.getTime() + 1)
    if (grow) expect((await grow(5)).status).toBe(201)
    const second = await read(page, by.ask(`${path}?limit=2&cursor=${first.next}`))
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.slice(0, 4))
  })

  test('shows Westdijk nothing, by a cursor of Oostdijk either', async () => {
    const own = await walk(path, as(person), 200)
    const { next } = await read(page, as(person).ask(`${path}?limit=1`))
    const there = await read(page, as(person, 'westdijk').ask(`${path}?cursor=${next}`))
    expect(there.items.filter(({ id }) => own.includes(id))).toEqual([])
  })

  const named = (first: string) => `cursor=${writeCursor([first, '019a0000-0000-7000-8000-000000000000'])}`
  test.each([
    'cursor=bm9uc2Vuc2U',
    'cursor=WzEsMl0',
    'cursor=WyJhIiwiYiJd',
    'limit=0',
    'limit=201',
    // Dates and signs that a cursor can hold and the database cannot.
    named('\u0000'),
    ...(path === '/api/v1/members' ? [] : impossible.map(named)),
  ])('refuses %s by its name', async (query) => {
    const refused = await as(person).ask(`${path}?${query}`)
    expect(await read(problem, refused)).toMatchObject({
      status: 400,
      code: 'invalid_input',
      fields: [{ path: query.split('=')[0] }],
    })
  })
})
