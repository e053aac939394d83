import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listedRequest } from '../../src/contract/help-request.ts'
import { requestHistory } from '../../src/contract/request-record.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { disableMember, enableMember } from '../../src/db/people/leaving-store.ts'
import type { HelpRequestId } from '../../src/domain/id.ts'
import { openTestDatabase } from '../database.ts'
import { givePasswords, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, registerRequest, type Town } from '../story.ts'

// Nadia leaves; what she had open goes to Koen, her coach. In Westdijk the same, with people of its own.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
const towns = new Map<string, Town>()
const open = new Map<string, HelpRequestId>()
const visitors = new Map<string, Visitor>()
const readers = ['lies', 'koen', 'zara', 'samira'] as const

beforeAll(async () => {
  db = await openTestDatabase()
  towns.set('oostdijk', await buildOostdijk(db)).set('westdijk', await buildWestdijk(db))
  for (const [code, town] of towns) {
    open.set(code, await registerRequest(db, town, 'nadia', { outcome: 'open' }))
    await registerRequest(db, town, 'nadia')
    await registerRequest(db, town, 'zara', { outcome: 'open' })
    await registerRequest(db, town, 'samira', { outcome: 'open' })
    await leave(code, 'nadia', 'koen', '2026-04-01T08:05:00Z')
  }
  const emails = [...towns.keys()].flatMap((code) => readers.map((name) => `${name}@${code}.example.org`))
  await givePasswords(db, emails)
  server = await openServer(db, { trustedProxies: 1 })
  for (const [i, email] of emails.entries()) {
    const visitor = new Visitor(server, { 'x-forwarded-for': `192.0.2.${i}` })
    expect((await visitor.signIn(email)).status).toBe(204)
    visitors.set(email, visitor)
  }
}, 120_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const townOf = (code: string): Town => {
  const town = towns.get(code)
  if (!town) throw new Error(`there is no ${code}`)
  return town
}
const idOf = (code: string, person: PersonName) => townOf(code).people[person].id
const leave = (code: string, person: PersonName, successor: PersonName, at: string) =>
  asActor(db, townOf(code).people.tom.actor, (tx) =>
    disableMember(tx, townOf(code).people.tom.actor, {
      id: idOf(code, person),
      successorId: idOf(code, successor),
      now: new Date(at),
    }),
  )
const comeBack = (code: string, person: PersonName) =>
  asActor(db, townOf(code).people.tom.actor, (tx) =>
    enableMember(tx, townOf(code).people.tom.actor, idOf(code, person)),
  )
const as = (code: string, person: PersonName): Visitor => {
  const visitor = visitors.get(`${person}@${code}.example.org`)
  if (!visitor) throw new Error(`${person} is not signed in`)
  return visitor
}
const choices = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
const page = z.object({ items: z.array(listedRequest) })
const historyOf = (code: string) =>
  read(requestHistory, as(code, 'lies').ask(`/api/v1/requests/${open.get(code)}/history`))

describe.each([
  ['oostdijk', 'westdijk'],
  ['westdijk', 'oostdijk'],
])('in %s', (code, other) => {
  /** The coordinator of the city, whoever took over, and the guides of the same organisation: not the school. */
  test.each(readers)('%s filters on whoever took over exactly what the role finds', async (person) => {
    const visitor = as(code, person)
    const isTheirs = person !== 'samira'
    const koen = { id: idOf(code, 'koen'), name: 'koen' }
    expect((await read(choices, visitor.ask('/api/v1/request-caretakers'))).items).toEqual(
      isTheirs ? [koen] : [],
    )
    const found = async (filter: string) => {
      const { items } = await read(page, visitor.ask(`/api/v1/requests?${filter}`))
      const count = await (await visitor.ask(`/api/v1/requests/count?${filter}`)).json()
      expect(count).toEqual({ requests: items.length })
      return items.map(({ id, guide, caretaker }) => ({ id, guide, caretaker }))
    }
    const taken = { id: open.get(code), guide: 'nadia', caretaker: 'koen' }
    expect(await found(`caretaker=${koen.id}`)).toEqual(isTheirs ? [taken] : [])
    expect(await found(`caretaker=${idOf(other, 'koen')}`)).toEqual([])
    const others = (await found('')).filter(({ id }) => id !== taken.id)
    expect(others.length).toBeGreaterThan(0)
    expect(others.every(({ caretaker }) => caretaker === null)).toBe(true)
  })
})

test('an export names whoever took over only beside the guide', async () => {
  const headings = async (closeColumns: string[]) => {
    const answer = await as('oostdijk', 'lies').ask('/api/v1/requests/exports', {
      method: 'POST',
      body: { format: 'csv', language: 'nl', reason: 'Voor het verslag aan de raad', closeColumns },
    })
    return (await answer.text()).split('\r\n')[0]?.replaceAll('"', '').split(';') ?? []
  }
  for (const close of [[], ['hour', 'neighbourhood']])
    expect(await headings(close)).not.toContain('Opgevolgd door')
  const asked = await headings(['guide'])
  expect(asked.indexOf('Opgevolgd door')).toBe(asked.indexOf('Toeleider') + 1)
})

test('the history says who took over, since when and who left, also down a row of leaves', async () => {
  const koen = { id: idOf('westdijk', 'koen'), name: 'koen' }
  const zara = { id: idOf('westdijk', 'zara'), name: 'zara' }
  const taken = async () => (await historyOf('westdijk')).takenOver
  expect(await taken()).toEqual({ by: koen, leave: { of: 'nadia', on: '2026-04-01', time: '10:05' } })
  await leave('westdijk', 'koen', 'zara', '2026-05-01T08:05:00Z')
  expect(await taken()).toEqual({ by: zara, leave: { of: 'koen', on: '2026-05-01', time: '10:05' } })
  // Zara goes on with it; since when is no longer known once Koen is back.
  await comeBack('westdijk', 'koen')
  expect(await taken()).toEqual({ by: zara, leave: null })
  await comeBack('oostdijk', 'nadia')
  expect((await historyOf('oostdijk')).takenOver).toBeNull()
})
