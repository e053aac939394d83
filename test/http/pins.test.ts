import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { session } from '../../src/contract/session.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { findAccount } from '../../src/db/people/account-store.ts'
import { setPassword } from '../../src/db/people/credential-store.ts'
import { disableMember, enableMember } from '../../src/db/people/leaving-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { revokeDevice } from '../../src/db/visit/device-store.ts'
import { deviceId } from '../../src/domain/id.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, type PersonName, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let entered: Awaited<ReturnType<typeof enterAll>>
// After the passwords were set.
let now = new Date(Date.now() + 60_000)

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  server = await openServer(db, { now: () => now, trustedProxies: 1 })
  entered = await enterAll(
    db,
    server,
    ['nadia', 'samira', 'zara'].map((person) => `${person}@oostdijk.example.org`),
  )
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (person: PersonName) => entered(`${person}@oostdijk.example.org`)
const given = z.object({ token: z.string() })

const setPin = (person: PersonName, id = makeUuid()) =>
  as(person).ask(`/api/v1/pins/${id}`, { method: 'PUT', body: {} })
const tokenFor = async (person: PersonName, id?: string) => (await read(given, setPin(person, id))).token

/** A tablet on which nobody is signed in. */
const tablet = (network = 99) => new Visitor(server, { 'x-forwarded-for': `192.0.2.${network}` })
const comeBack = (visitor: Visitor, token: string) =>
  visitor.ask('/api/auth/sign-in/pin', { method: 'POST', body: { token } })
const events = async () =>
  (
    await asActor(db, oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').select('event').where('event', 'like', 'pin.%').execute(),
    )
  ).map(({ event }) => event)

describe('who comes back by a code', () => {
  test('is signed in as the member that the token is of, and gets the next token', async () => {
    const visitor = tablet()
    const { token } = await read(given, comeBack(visitor, await tokenFor('nadia')))
    const { member } = await read(session, visitor.ask('/api/v1/session'))
    expect(member.id).toBe(oostdijk.people.nadia.id)
    expect((await comeBack(tablet(), token)).status).toBe(200)
    expect(await events()).toContain('pin.used')
  })

  test('whom an answer never reached comes with the token of before; an older one ends them all', async () => {
    const first = await tokenFor('nadia')
    expect((await comeBack(tablet(), first)).status).toBe(200)
    const second = await read(given, comeBack(tablet(), first))
    const third = await read(given, comeBack(tablet(), second.token))
    expect((await comeBack(tablet(), first)).status).toBe(401)
    expect(await events()).toContain('pin.replayed')
    expect((await comeBack(tablet(), third.token)).status).toBe(401)
  })

  test('does not after the code was ended, set anew, or not used for three months', async () => {
    const id = makeUuid()
    const older = await tokenFor('nadia', id)
    const newer = await tokenFor('nadia', id)
    expect((await comeBack(tablet(), older)).status).toBe(401)
    const another = await tokenFor('nadia', id)
    expect((await as('nadia').ask(`/api/v1/pins/${id}`, { method: 'DELETE', body: {} })).status).toBe(204)
    for (const token of [newer, another]) expect((await comeBack(tablet(), token)).status).toBe(401)
    const stale = await tokenFor('nadia')
    const before = now
    now = new Date(before.getTime() + 91 * 24 * 3600_000)
    expect((await comeBack(tablet(), stale)).status).toBe(401)
    now = before
  })

  test('does not with a code of before a new password, nor once shut out, nor when let in again', async () => {
    const visitor = tablet()
    const token = await tokenFor('samira')
    await read(given, comeBack(visitor, token))
    const account = await findAccount(db, 'samira@oostdijk.example.org')
    if (!account) throw new Error('Samira has an account')
    const later = new Date(now.getTime() + 1000)
    const passwordHash = 'a new one'
    await db.auth
      .transaction()
      .execute((auth) => setPassword(auth, account.id, { passwordHash, isVerified: true, now: later }))
    expect((await visitor.ask('/api/v1/session')).status).toBe(401)
    expect((await comeBack(tablet(), token)).status).toBe(401)

    const { id } = oostdijk.people.nadia
    const held = await tokenFor('nadia')
    const cli = { kind: 'cli', cityId: oostdijk.city.id } as const
    await asActor(db, cli, (tx) => disableMember(tx, cli, { id, successorId: null, now }))
    expect((await comeBack(tablet(), held)).status).toBe(401)
    await asActor(db, cli, (tx) => enableMember(tx, cli, id))
    expect((await comeBack(tablet(), held)).status).toBe(401)
    await as('nadia').signIn('nadia@oostdijk.example.org')
  })

  test('does not with a code of a device that was revoked; the same person does on another', async () => {
    const nadia = as('nadia')
    const [lost, kept] = [deviceId.parse(makeUuid()), deviceId.parse(makeUuid())]
    const secret = 'A'.repeat(43)
    await nadia.ask(`/api/v1/devices/${lost}`, { method: 'PUT', body: { secret } })
    const tokenOn = async (device: string) => {
      const body = { deviceId: device }
      return (await read(given, nadia.ask(`/api/v1/pins/${makeUuid()}`, { method: 'PUT', body }))).token
    }
    const [there, here] = [await tokenOn(lost), await tokenOn(kept)]
    const { token } = await read(given, comeBack(tablet(), there))
    const lies = oostdijk.people.lies.actor
    await asActor(db, lies, (tx) => revokeDevice(tx, lies, { id: lost, now }))
    for (const one of [token, there]) expect((await comeBack(tablet(), one)).status).toBe(401)
    expect((await comeBack(tablet(), here)).status).toBe(200)
    await nadia.signIn('nadia@oostdijk.example.org')
  })

  test('cannot be tried without end, and nobody takes the code of somebody else', async () => {
    const id = makeUuid()
    await tokenFor('zara', id)
    expect((await setPin('nadia', id)).status).toBe(409)
    const token = `${oostdijk.city.id}.${makeUuid()}.${'A'.repeat(43)}`
    const tries = tablet(77)
    for (let tried = 0; tried < 20; tried++) expect((await comeBack(tries, token)).status).toBe(401)
    expect((await comeBack(tries, token)).status).toBe(429)
  })
})

test('the key of what somebody began is theirs alone, and the same on every device', async () => {
  const keyOf = async (person: PersonName) =>
    (await read(z.object({ key: z.base64() }), as(person).ask('/api/v1/draft-key'))).key
  const [first, again, other] = [await keyOf('nadia'), await keyOf('nadia'), await keyOf('zara')]
  expect(Buffer.from(first, 'base64')).toHaveLength(32)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})
