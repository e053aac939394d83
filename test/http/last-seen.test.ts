import type { UpdateObject } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listedRequest } from '../../src/contract/help-request.ts'
import { pageOf } from '../../src/contract/page.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { findAccount } from '../../src/db/people/account-store.ts'
import { addMember } from '../../src/db/people/member-store.ts'
import type { DB } from '../../src/db/schema.ts'
import { visitId } from '../../src/domain/id.ts'
import { openTestDatabase } from '../database.ts'
import { givePasswords, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, registerRequest, type Town } from '../story.ts'

// Who was here before is looked up in the same round trip as what they ask: each change must count at once.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let westdijk: Town
let ofNadia: string
let ofSamira: string
let now = new Date('2026-03-02T09:00:00Z')

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  ofNadia = await registerRequest(db, oostdijk, 'nadia')
  ofSamira = await registerRequest(db, oostdijk, 'samira')
  await registerRequest(db, westdijk, 'nadia')
  const people = ['nadia', 'zara', 'koen', 'samira', 'lies', 'tom'] as const
  await givePasswords(
    db,
    people.map((name) => `${name}@oostdijk.example.org`),
  )
  server = await openServer(db, { now: () => now })
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

/** Somebody who has read the list, the count and one request already. */
async function comeBack(person: PersonName): Promise<Visitor> {
  const visitor = new Visitor(server)
  expect((await visitor.signIn(`${person}@oostdijk.example.org`)).status).toBe(204)
  for (const path of questions()) await visitor.ask(path)
  return visitor
}
const wrong = [
  '/api/v1/requests?from=2026-03-02&to=2026-03-01',
  '/api/v1/requests?q=wonen&from=2026-03-02&to=2026-03-01',
]
const questions = () => ['/api/v1/requests', '/api/v1/requests/count', `/api/v1/requests/${ofNadia}`]
const answersTo = (visitor: Visitor) =>
  Promise.all(questions().map(async (path) => (await visitor.ask(path)).status))

async function listedBy(visitor: Visitor): Promise<string[]> {
  const { items } = await read(pageOf(listedRequest), visitor.ask('/api/v1/requests'))
  return items.map(({ id }) => id)
}

const change = (person: PersonName, values: UpdateObject<DB, 'member'>) =>
  asActor(db, oostdijk.cli, (tx) =>
    tx.updateTable('member').set(values).where('id', '=', oostdijk.people[person].id).execute(),
  )

describe('whoever was here before', () => {
  test('is out at once when disabled, signed out elsewhere, or when the session ends', async () => {
    const zara = await comeBack('zara')
    expect(await answersTo(zara)).toEqual([200, 200, 200])
    await change('zara', { disabled_at: now })
    expect(await answersTo(zara)).toEqual([401, 401, 401])
    for (const path of wrong) expect((await zara.ask(path)).status).toBe(401)

    const koen = await comeBack('koen')
    await db.auth
      .deleteFrom('session')
      .where('user_id', '=', await accountOf('koen'))
      .execute()
    expect(await answersTo(koen)).toEqual([401, 401, 401])

    const lies = await comeBack('lies')
    const before = now
    now = new Date('2027-03-02T09:00:00Z')
    expect(await answersTo(lies)).toEqual([401, 401, 401])
    now = before
  })

  test('reads with the roles and the organisation of now', async () => {
    const nadia = await comeBack('nadia')
    expect(await listedBy(nadia)).toEqual([ofNadia])
    await change('nadia', { organization_id: oostdijk.school })
    expect(await listedBy(nadia)).toEqual([ofSamira])
    await change('nadia', { roles: ['coordinator'] })
    expect((await listedBy(nadia)).sort()).toEqual([ofNadia, ofSamira].sort())
    await change('nadia', { roles: ['dpo'] })
    expect(await answersTo(nadia)).toEqual([403, 403, 403])
    await change('nadia', { roles: ['guide'], organization_id: oostdijk.welcomeHouse })
    expect(await answersTo(nadia)).toEqual([200, 200, 200])
  })

  test('reads the city that was chosen last', async () => {
    const lies = await comeBack('lies')
    const accountId = await accountOf('lies')
    await asActor(db, westdijk.cli, (tx) =>
      addMember(tx, westdijk.city.id, {
        organizationId: westdijk.school,
        name: 'Lies',
        roles: ['guide'],
        accountId,
      }),
    )
    expect((await listedBy(lies)).sort()).toEqual([ofNadia, ofSamira].sort())
    await lies.ask('/api/v1/session/city', { method: 'PUT', body: { cityId: westdijk.city.id } })
    expect(await listedBy(lies)).toEqual([])
    const answer = await lies.ask(`/api/v1/requests/${ofNadia}`)
    expect(answer.status).toBe(404)
  })

  test('is told what was asked wrongly, and asks on', async () => {
    const samira = await comeBack('samira')
    const refused = await samira.ask('/api/v1/requests?from=2026-03-02&to=2026-03-01')
    expect([refused.status, (await read(problem, refused)).code]).toEqual([422, 'period_invalid'])
    expect(await listedBy(samira)).toEqual([ofSamira])
  })

  test('registers in one go as who they are now, and as nobody else', async () => {
    const nadia = await comeBack('nadia')
    const visit = () => ({
      id: crypto.randomUUID(),
      receivedAt: now.toISOString(),
      deskId: oostdijk.desk,
      requests: [{ id: crypto.randomUUID(), theme: 'work', actions: ['inform'], outcome: 'answered' }],
    })
    const register = async (body: object) =>
      (await nadia.ask('/api/v1/visits', { method: 'POST', body })).status
    const organizationsOf = async ({ id }: { id: string }) => {
      const rows = await asActor(db, oostdijk.cli, (tx) =>
        tx
          .selectFrom('help_request')
          .select('organization_id')
          .where('visit_id', '=', visitId.parse(id))
          .execute(),
      )
      return rows.map(({ organization_id }) => organization_id)
    }
    const [first, moved, refused, ended] = [visit(), visit(), visit(), visit()]
    expect([await register(first), await register(first)]).toEqual([201, 200])
    expect(await register({ ...first, clientKind: 'man' })).toBe(409)
    await change('nadia', { organization_id: oostdijk.school })
    expect(await register(moved)).toBe(201)
    await change('nadia', { roles: ['dpo'] })
    expect(await register(refused)).toBe(403)
    await change('nadia', { roles: ['guide'], organization_id: oostdijk.welcomeHouse })
    expect(await register(visit())).toBe(201)
    await db.auth
      .deleteFrom('session')
      .where('user_id', '=', await accountOf('nadia'))
      .execute()
    expect(await register(ended)).toBe(401)
    expect(await Promise.all([first, moved, refused, ended].map(organizationsOf))).toEqual([
      [oostdijk.welcomeHouse],
      [oostdijk.school],
      [],
      [],
    ])
  })
})

async function accountOf(person: PersonName) {
  const account = await findAccount(db, `${person}@oostdijk.example.org`)
  if (!account) throw new Error(`${person} has no account`)
  return account.id
}
