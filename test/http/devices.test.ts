import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { device } from '../../src/contract/device.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { base64Of, type PublicKey, seal } from '../../src/web/outbox/seal.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let entered: Awaited<ReturnType<typeof enterAll>>
let key: PublicKey

const now = new Date('2026-11-25T09:42:00Z')

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  server = await openServer(db, { now: () => now, trustedProxies: 1 })
  entered = await enterAll(db, server, [
    ...['nadia', 'zara', 'samira', 'lies', 'tom'].map((name) => `${name}@oostdijk.example.org`),
    'lies@westdijk.example.org',
  ])
  const newest = await as('nadia').ask('/api/v1/sealing-key')
  key = z.object({ id: z.string(), publicKey: z.string() }).parse(await newest.json())
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (person: PersonName, town = 'oostdijk') => entered(`${person}@${town}.example.org`)
const codeOf = async (answer: Response | Promise<Response>) => (await read(problem, answer)).code
const nobody = () => new Visitor(server, { 'x-forwarded-for': '198.51.100.7' })

const newDevice = () => {
  const id = makeUuid()
  const secret = randomBytes(32).toString('base64url')
  return { id, secret, pass: { 'x-device': `${id}.${secret}` } }
}
type Device = ReturnType<typeof newDevice>
const tablet =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const register = ({ id, secret }: Device, by: Visitor = as('nadia')) =>
  by.ask(`/api/v1/devices/${id}`, { method: 'PUT', body: { secret }, headers: { 'user-agent': tablet } })
const list = async () =>
  (await read(z.object({ items: z.array(device) }), as('lies').ask('/api/v1/devices'))).items
const revoke = ({ id }: Device) =>
  as('lies').ask(`/api/v1/devices/${id}/revocation`, { method: 'PUT', body: {} })

const visitOf = (facts: object = {}) => ({
  id: makeUuid(),
  receivedAt: '2026-11-25T09:30:00Z',
  deskId: oostdijk.desk,
  requests: [{ id: makeUuid(), theme: 'housing', actions: ['inform'], outcome: 'answered' }],
  ...facts,
})
const sealedBy = async (person: PersonName, visit = visitOf(), claimed = person) => {
  const noted = { kind: 'visit', visit }
  const content = JSON.stringify({ memberId: oostdijk.people[person].id, noted })
  const sealed = base64Of(await seal(content, visit.id, key))
  return { id: visit.id, keyId: key.id, sealed, memberId: oostdijk.people[claimed].id }
}
const handedOver = z.object({
  isRevoked: z.boolean(),
  items: z.array(z.object({ id: z.string(), state: z.string() })),
})
const handOver = async ({ pass }: Device, items: readonly object[]) => {
  const body = { sentAt: now.toISOString(), items }
  const answer = nobody().ask('/api/v1/quarantined-visits', { method: 'POST', body, headers: pass })
  return read(handedOver, answer)
}
const quarantine = async () =>
  z
    .object({
      total: z.int(),
      items: z.array(
        z.object({ id: z.string(), author: z.string(), device: z.string(), isUndone: z.boolean() }),
      ),
    })
    .parse(await (await as('lies').ask('/api/v1/quarantined-visits')).json())
const decide = (id: string, what: 'acceptance' | 'discarding', body: object = {}) =>
  as('lies').ask(`/api/v1/quarantined-visits/${id}/${what}`, { method: 'PUT', body })
const rowsOf = (visitId: string) =>
  asActor(db, oostdijk.people.lies.actor, (tx) =>
    tx
      .selectFrom('help_request')
      .select(['guide_id', 'visit_id'])
      .where('voided_at', 'is', null)
      .where('visit_id', '=', z.guid().brand<'visit'>().parse(visitId))
      .execute(),
  )
const shutOut = (person: PersonName, disabledAt: Date | null) =>
  asActor(db, oostdijk.cli, (tx) =>
    tx
      .updateTable('member')
      .set({ disabled_at: disabledAt })
      .where('id', '=', oostdijk.people[person].id)
      .execute(),
  )

describe('a device', () => {
  test('is known once, by its own secret, with the name of its browser until somebody names it', async () => {
    const one = newDevice()
    expect((await register(one)).status).toBe(201)
    expect((await register(one, as('zara'))).status).toBe(200)
    expect(await codeOf(register({ ...newDevice(), id: one.id }))).toBe('id_taken')
    const [shown] = (await list()).filter(({ id }) => id === one.id)
    expect(shown).toMatchObject({
      name: 'Chrome, Android',
      registeredBy: 'nadia',
      lastSeenOn: '2026-11-25',
      revokedAt: null,
      version: 1,
    })
    const rename = (version: number, name = 'tablet onthaal') =>
      as('tom').ask(`/api/v1/devices/${one.id}`, {
        method: 'PATCH',
        body: { name },
        headers: { 'if-match': `"${version}"` },
      })
    expect(await codeOf(rename(1, 'tablet van 85.07.30-033.28'))).toBe('register_number')
    expect(await read(device, rename(1))).toMatchObject({ name: 'tablet onthaal', version: 2 })
    expect(await codeOf(rename(1))).toBe('version_stale')
    expect(await (await as('lies', 'westdijk').ask('/api/v1/devices')).json()).toEqual({ items: [] })
  })

  test('that is revoked signs out who is on it, and may not send or come back', async () => {
    const one = newDevice()
    const samira = as('samira')
    await register(one, samira)
    const item = await sealedBy('samira')
    const { memberId: _, ...sent } = item
    const send = (by: Visitor) =>
      by.ask('/api/v1/sealed-visits', {
        method: 'POST',
        body: { sentAt: now.toISOString(), items: [sent] },
        headers: one.pass,
      })
    expect((await revoke(one)).status).toBe(200)
    expect(await codeOf(samira.ask('/api/v1/session'))).toBe('signed_out')
    // Whoever signs in there again is told so.
    await samira.signIn('samira@oostdijk.example.org')
    expect(await codeOf(send(samira))).toBe('device_revoked')
    expect(await codeOf(register(one, samira))).toBe('device_revoked')
    expect(await handOver(one, [item])).toEqual({
      isRevoked: true,
      items: [{ id: item.id, state: 'received' }],
    })
    expect(await rowsOf(item.id)).toEqual([])
  })

  test('that is none hands over nothing', async () => {
    const body = { sentAt: now.toISOString(), items: [] }
    const ask = (headers: Record<string, string>) =>
      nobody().ask('/api/v1/quarantined-visits', { method: 'POST', body, headers })
    const one = newDevice()
    await register(one)
    for (const pass of [
      {},
      { 'x-device': 'x' },
      newDevice().pass,
      { 'x-device': `${one.id}.${newDevice().secret}` },
    ])
      expect(await codeOf(ask(pass))).toBe('device_unknown')
  })
})

describe('what comes from whom the city no longer trusts', () => {
  test('waits for the coordinator, who reads it, and registers it once in the name of its author', async () => {
    const one = newDevice()
    await register(one)
    const visit = visitOf()
    const item = await sealedBy('zara', visit)
    expect((await handOver(one, [item])).items).toEqual([{ id: item.id, state: 'kept' }])
    await shutOut('zara', now)
    expect((await handOver(one, [item, item])).items.map(({ state }) => state)).toEqual([
      'received',
      'received',
    ])
    const waiting = (await quarantine()).items.filter(({ author }) => author === 'zara')
    expect(waiting).toHaveLength(1)
    const id = waiting[0]?.id ?? ''
    const opening = `/api/v1/quarantined-visits/${id}/openings`
    expect(await (await as('lies').ask(opening, { method: 'POST', body: {} })).json()).toMatchObject({
      kind: 'visit',
      visit: { id: visit.id },
    })
    expect(await codeOf(as('tom').ask(opening, { method: 'POST', body: {} }))).toBe('forbidden')
    const elsewhere = as('lies', 'westdijk').ask(opening, { method: 'POST', body: {} })
    expect(await codeOf(elsewhere)).toBe('not_found')
    expect((await decide(id, 'acceptance')).status).toBe(204)
    expect(await codeOf(decide(id, 'acceptance'))).toBe('quarantine_decided')
    expect(await rowsOf(visit.id)).toEqual([{ guide_id: oostdijk.people.zara.id, visit_id: visit.id }])
    const events = await asActor(db, oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').select('event').where('subject_id', '=', visit.id).orderBy('id').execute(),
    )
    expect(events.map(({ event }) => event)).toEqual([
      'quarantined_visit.received',
      'quarantined_visit.opened',
      'visit.registered',
      'quarantined_visit.accepted',
    ])
    await shutOut('zara', null)
  })

  test('is discarded with a reason, after which its words are gone', async () => {
    const one = newDevice()
    await register(one, as('zara'))
    await revoke(one)
    const item = await sealedBy('nadia')
    await handOver(one, [item])
    const [kept] = (await quarantine()).items.slice(-1)
    const id = kept?.id ?? ''
    expect((await decide(id, 'discarding', { reason: 'x' })).status).toBe(400)
    expect(await codeOf(decide(id, 'discarding', { reason: 'van 85.07.30-033.28' }))).toBe('register_number')
    expect((await decide(id, 'discarding', { reason: 'het toestel was gestolen' })).status).toBe(204)
    expect(await codeOf(decide(id, 'acceptance'))).toBe('quarantine_decided')
    const rows = await asActor(db, oostdijk.people.lies.actor, (tx) =>
      tx
        .selectFrom('quarantined_visit')
        .select(['sealed', 'reason'])
        .where('id', '=', z.guid().brand<'quarantined_visit'>().parse(id))
        .execute(),
    )
    expect(rows).toEqual([{ sealed: null, reason: 'het toestel was gestolen' }])
  })

  test('is registered in nobody’s name but its author’s', async () => {
    const one = newDevice()
    await register(one, as('samira'))
    await revoke(one)
    const forged = await sealedBy('nadia', visitOf(), 'zara')
    const stranger = { ...forged, id: makeUuid(), memberId: makeUuid() }
    expect((await handOver(one, [forged, stranger])).items.map(({ state }) => state)).toEqual([
      'received',
      'unreadable',
    ])
    const [kept] = (await quarantine()).items.slice(-1)
    expect(await codeOf(decide(kept?.id ?? '', 'acceptance'))).toBe('quarantine_unreadable')
  })
  test('and cannot be kept as it is, is shown with the reason, and stays until somebody discards it', async () => {
    const one = newDevice()
    const samira = as('samira')
    await samira.signIn('samira@oostdijk.example.org')
    await register(one, samira)
    await revoke(one)
    const requests = [{ id: makeUuid(), theme: 'work', unfinished: true, tip: 'x'.repeat(200), note: 'x' }]
    await handOver(one, [await sealedBy('nadia', visitOf({ requests }))])
    const [{ id } = { id: '' }] = (await quarantine()).items.slice(-1)
    const opened = as('lies').ask(`/api/v1/quarantined-visits/${id}/openings`, { method: 'POST', body: {} })
    const { note: _, ...shown } = requests[0] ?? {}
    expect(await (await opened).json()).toMatchObject({ visit: { requests: [shown] } })
    expect(await codeOf(decide(id, 'acceptance'))).toBe('text_too_long')
    expect((await decide(id, 'discarding', { reason: 'opnieuw genoteerd' })).status).toBe(204)
  })

  test('and was undone on the device stays undone, whether or not it came before', async () => {
    const one = newDevice()
    // Whoever was at a device is signed out by its revoking.
    const samira = as('samira')
    await samira.signIn('samira@oostdijk.example.org')
    await register(one, samira)
    const [late, arrived, twice] = [visitOf(), visitOf(), visitOf()]
    await as('nadia').ask('/api/v1/visits', { method: 'POST', body: arrived })
    expect(await rowsOf(arrived.id)).toHaveLength(1)
    await revoke(one)
    const before = (await quarantine()).total
    const plain = await sealedBy('nadia', twice)
    const withdrawnFor = 'Ongedaan gemaakt bij het noteren'
    const undone = [await sealedBy('nadia', late), await sealedBy('nadia', arrived), plain]
    await handOver(one, [plain])
    const numbered = {
      sentAt: now.toISOString(),
      items: [{ ...plain, withdrawnFor: 'fout 85.07.30-033.28' }],
    }
    const post = { method: 'POST', body: numbered, headers: one.pass }
    expect(await codeOf(nobody().ask('/api/v1/quarantined-visits', post))).toBe('invalid_input')
    for (let sent = 0; sent < 2; sent++)
      await handOver(
        one,
        undone.map((item) => ({ ...item, withdrawnFor })),
      )
    const waiting = (await quarantine()).items.slice(before)
    // The one that came without that word is undone with the other, whatever becomes of that.
    expect(waiting.map(({ isUndone }) => isUndone)).toEqual([true, true, true, true])
    const [first, ...rest] = waiting.map(({ id }) => id)
    const last = rest.pop()
    expect((await decide(last ?? '', 'discarding', { reason: 'staat er twee keer' })).status).toBe(204)
    for (const id of [first ?? '', ...rest]) expect((await decide(id, 'acceptance')).status).toBe(204)
    for (const { id } of [late, arrived, twice]) expect(await rowsOf(id)).toEqual([])
  })

  test('and is discarded while it is being registered is the one or the other, never both', async () => {
    const one = newDevice()
    const samira = as('samira')
    await samira.signIn('samira@oostdijk.example.org')
    await register(one, samira)
    await revoke(one)
    for (let round = 0; round < 6; round++) {
      const visit = visitOf()
      await handOver(one, [await sealedBy('nadia', visit)])
      const [{ id } = { id: '' }] = (await quarantine()).items.slice(-1)
      const [accepted, discarded] = await Promise.all([
        decide(id, 'acceptance'),
        decide(id, 'discarding', { reason: 'het toestel was gestolen' }),
        decide(id, 'acceptance'),
      ])
      const isThere = (await rowsOf(visit.id)).length === 1
      expect(discarded.status).toBe(isThere ? 409 : 204)
      if (!isThere) expect(accepted.status).toBe(409)
    }
    // More at once than there are connections.
    await handOver(one, [await sealedBy('nadia', visitOf())])
    const [{ id } = { id: '' }] = (await quarantine()).items.slice(-1)
    const answers = await Promise.all(Array.from({ length: 16 }, () => decide(id, 'acceptance')))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(15).fill(409)])
  })
})
