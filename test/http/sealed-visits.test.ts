import { webcrypto } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { helpRequestId } from '../../src/domain/id.ts'
import { rewrapKeys } from '../../src/http/server/rewrap-keys.ts'
import { base64Of, type PublicKey, seal } from '../../src/web/outbox/seal.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, type TestServer } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let entered: Awaited<ReturnType<typeof enterAll>>

const now = new Date('2026-11-25T09:42:00Z')

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  server = await openServer(db, { now: () => now })
  entered = await enterAll(db, server, [
    'nadia@oostdijk.example.org',
    'zara@oostdijk.example.org',
    'nadia@westdijk.example.org',
  ])
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (person: PersonName, town = 'oostdijk') => entered(`${person}@${town}.example.org`)

const keyFor = async (person: PersonName, town = 'oostdijk') =>
  z
    .object({ id: z.string(), publicKey: z.string() })
    .parse(await (await as(person, town).ask('/api/v1/sealing-key')).json())

const visitOf = (facts: object = {}) => ({
  id: makeUuid(),
  receivedAt: '2026-11-25T09:30:00Z',
  deskId: oostdijk.desk,
  requests: [{ id: makeUuid(), theme: 'housing', actions: ['inform'], outcome: 'answered' }],
  ...facts,
})

const sealedBy = async (person: PersonName, visit: { id: string }, key: PublicKey) => ({
  id: visit.id,
  keyId: key.id,
  sealed: base64Of(
    await seal(
      JSON.stringify({ memberId: oostdijk.people[person].id, noted: { kind: 'visit', visit } }),
      visit.id,
      key,
    ),
  ),
})

const outcomes = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      code: z.string().optional(),
      visit: z.unknown().optional(),
      there: z.unknown().optional(),
    }),
  ),
})
const send = async (items: readonly object[], person: PersonName = 'nadia', town = 'oostdijk') => {
  const body = { sentAt: now.toISOString(), items }
  const answer = await as(person, town).ask('/api/v1/sealed-visits', { method: 'POST', body })
  return outcomes.parse(await answer.json()).items
}
const rows = () =>
  asActor(db, oostdijk.people.lies.actor, (tx) =>
    tx.selectFrom('help_request').select(['id', 'visit_id', 'tip']).execute(),
  )

describe('what waited on a device', () => {
  test('comes in once, in order, however often it is sent', async () => {
    const key = await keyFor('nadia')
    const visits = [visitOf(), visitOf(), visitOf()]
    const items = await Promise.all(visits.map((visit) => sealedBy('nadia', visit, key)))
    const expected = visits.map(({ id }) => ({ id, state: 'registered' }))
    expect(await send(items)).toEqual(expected)
    expect(await send(items)).toEqual(expected)
    const ids = new Set(visits.map(({ id }) => id))
    expect((await rows()).filter(({ visit_id }) => ids.has(visit_id))).toHaveLength(3)
  })

  test('goes back to its author when a rule refuses it, and the others come in', async () => {
    const key = await keyFor('nadia')
    const wrong = visitOf({ nationality: 'ZZ' })
    const items = [await sealedBy('nadia', wrong, key), await sealedBy('nadia', visitOf(), key)]
    const [refused, taken] = await send(items)
    expect(refused).toMatchObject({ state: 'refused', code: 'code_unknown', visit: { id: wrong.id } })
    expect(taken).toMatchObject({ state: 'registered' })
  })

  test('with marks that came along with what was pasted comes in without them', async () => {
    const key = await keyFor('nadia')
    const tip = 'Bel \u202A\u2066het loket\u2069\u202C\u0007, niet de dienst'
    const visit = visitOf({ requests: [{ id: makeUuid(), theme: 'work', unfinished: true, tip }] })
    expect(await send([await sealedBy('nadia', visit, key)])).toEqual([{ id: visit.id, state: 'registered' }])
    const [row] = (await rows()).filter(({ visit_id }) => visit_id === visit.id)
    expect(row).toMatchObject({ tip: 'Bel het loket, niet de dienst' })
  })

  test('comes in with what was typed or pasted over several lines, and without what nobody can see', async () => {
    const key = await keyFor('nadia')
    const typed = 'VDAB\t056 24 74 00\r\nna de middag'
    const asked = {
      id: makeUuid(),
      theme: 'work',
      unfinished: true,
      ...{ tip: typed, referredTo: typed, ownWords: 'een\ntwee\u2028drie', mayQuote: true },
      followUps: [{ id: makeUuid(), sender: null, what: 'bellen\tmet Jan', dueOn: '2026-12-01' }],
    }
    const notes = ['', ' ', '\n', '\t', '\u200B', 'eerst\n\tbellen']
    const visits = notes.map((note) => {
      const requests = [{ ...asked, id: makeUuid(), note, followUps: [] }]
      return visitOf({ neighbourhood: 'Aan de\tbrug', requests })
    })
    const whole = visitOf({ requests: [asked] })
    const items = await Promise.all([whole, ...visits].map((visit) => sealedBy('nadia', visit, key)))
    expect((await send(items)).map(({ state }) => state)).toEqual(items.map(() => 'registered'))
    const [row] = (await rows()).filter(({ visit_id }) => visit_id === whole.id)
    expect(row).toMatchObject({ tip: 'VDAB 056 24 74 00 na de middag' })
    const texts = await Promise.all(
      visits.map(
        async ({ requests: [request] }) =>
          z
            .object({ note: z.object({ text: z.string() }).nullable() })
            .parse(await (await as('nadia').ask(`/api/v1/requests/${request?.id}/note`)).json()).note?.text,
      ),
    )
    expect(texts.filter(Boolean)).toEqual(['eerst\n bellen'])
  })

  test('goes back to its author with every word, whatever rule of its form it breaks', async () => {
    const key = await keyFor('nadia')
    const sendOne = async (facts: object) => {
      const visit = visitOf({ requests: [{ id: makeUuid(), theme: 'work', unfinished: true, ...facts }] })
      return (await send([await sealedBy('nadia', visit, key)]))[0]
    }
    const long = '\u09DC'.repeat(200)
    const followUp = { id: makeUuid(), sender: null, what: 'bellen', dueOn: '2026-12-01' }
    for (const [code, facts] of [
      ['text_too_long', { ownWords: long }],
      ['text_too_long', { note: 'x'.repeat(9000) }],
      ['text_invisible', { followUps: [{ ...followUp, what: '\u200B' }] }],
      ['value_impossible', { followUps: [{ ...followUp, dueOn: '9999-12-01' }], minutes: 5 }],
      ['value_impossible', { actions: ['?'], minutes: 1441 }],
    ] as const) {
      const refused = await sendOne({ tip: 'Bel eerst', ...facts })
      expect(refused).toMatchObject({ state: 'refused', code, visit: { deskId: oostdijk.desk } })
      expect(refused?.visit).toMatchObject({ requests: [{ theme: 'work', tip: 'Bel eerst' }] })
      if ('ownWords' in facts) expect(refused?.visit).toMatchObject({ requests: [facts] })
      if ('followUps' in facts)
        expect(refused?.visit).toMatchObject({ requests: [{ followUps: [{ id: followUp.id }] }] })
    }
    expect(await sendOne({ ownWords: long, id: 'none' })).toMatchObject({ state: 'unreadable' })
    const undone = visitOf({
      requests: [{ id: makeUuid(), theme: 'work', unfinished: true, ownWords: long }],
    })
    const item = {
      ...(await sealedBy('nadia', undone, key)),
      withdrawnFor: 'Ongedaan gemaakt bij het noteren',
    }
    expect(await send([item])).toMatchObject([{ state: 'refused' }])
  })

  test('from a clock that is a lifetime off or far from UTC comes in, and holds up none behind it', async () => {
    const key = await keyFor('nadia')
    const moments = [
      '0000-01-01T00:10:00Z',
      '2026-11-25T09:30:00+23:00',
      '9999-12-31T23:30:00-23:59',
      '2026-11-25T09:30:00Z',
    ]
    const visits = moments.map((receivedAt) => visitOf({ receivedAt }))
    const items = await Promise.all(visits.map((visit) => sealedBy('nadia', visit, key)))
    expect((await send(items)).map(({ state }) => state)).toEqual(items.map(() => 'registered'))
    const late = await sealedBy('nadia', visitOf({ receivedAt: '2100-01-01T00:10:00Z' }), key)
    const body = { sentAt: '2100-01-01T00:12:00Z', items: [late] }
    const answer = await as('nadia').ask('/api/v1/sealed-visits', { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ items: [{ state: 'registered' }] })
  })

  test('that has the id of another visit comes back with what the databank has, and nothing is lost', async () => {
    const key = await keyFor('nadia')
    const first = visitOf()
    const [request] = first.requests
    const other = visitOf({ id: first.id, requests: [{ id: makeUuid(), theme: 'work', unfinished: true }] })
    await send([await sealedBy('nadia', first, key)])
    const [refused] = await send([await sealedBy('nadia', other, key)])
    expect(refused).toMatchObject({
      state: 'refused',
      code: 'id_taken',
      visit: { requests: [{ theme: 'work' }] },
      there: [
        {
          id: request?.id,
          theme: 'housing',
          outcome: 'answered',
          receivedAt: new Date(first.receivedAt).toISOString(),
          tip: null,
        },
      ],
    })
  })

  test('of a colleague waits for that colleague', async () => {
    const key = await keyFor('nadia')
    const item = await sealedBy('nadia', visitOf(), key)
    expect(await send([item], 'zara')).toEqual([{ id: item.id, state: 'not_yours' }])
    expect(await send([item])).toEqual([{ id: item.id, state: 'registered' }])
  })

  test('cannot be changed, exchanged or opened by another city', async () => {
    const key = await keyFor('nadia')
    const item = await sealedBy('nadia', visitOf(), key)
    const bytes = Buffer.from(item.sealed, 'base64')
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    const unreadable = [
      { ...item, sealed: bytes.toString('base64') },
      { ...item, id: makeUuid() },
      { ...item, keyId: makeUuid() },
      { ...item, sealed: 'AQID' },
    ]
    for (const one of unreadable) expect(await send([one])).toEqual([{ id: one.id, state: 'unreadable' }])
    expect(await send([item], 'nadia', 'westdijk')).toEqual([{ id: item.id, state: 'unreadable' }])
    expect((await keyFor('nadia', 'westdijk')).id).not.toBe(key.id)
  })

  test('is opened by nobody who has the database but not the secret of the server', async () => {
    await keyFor('nadia')
    const [key] = await asActor(db, oostdijk.people.nadia.actor, (tx) =>
      tx.selectFrom('sealing_key').selectAll().execute(),
    )
    const bare = key?.wrapped_key ?? Buffer.alloc(0)
    for (const skip of [0, 12, 28])
      await expect(
        webcrypto.subtle.importKey(
          'pkcs8',
          bare.subarray(skip),
          { name: 'ECDH', namedCurve: 'P-256' },
          false,
          ['deriveBits'],
        ),
      ).rejects.toThrow()
  })

  test('is still opened after the secret changed and every key was wrapped anew', async () => {
    const [before, now] = ['a secret of Oostdijk that is long enough', 'another secret of Oostdijk, as long']
    const item = await sealedBy('nadia', visitOf(), await keyFor('nadia'))
    const { wrapped, lost } = await rewrapKeys(db, { now, before })
    expect([wrapped > 0, lost]).toEqual([true, 0])
    expect(await send([item])).toEqual([{ id: item.id, state: 'unreadable' }])
    expect(await rewrapKeys(db, { now, before })).toEqual({ wrapped: 0, already: wrapped, lost: 0 })
    await rewrapKeys(db, { now: before, before: now })
    expect(await send([item])).toEqual([{ id: item.id, state: 'registered' }])
  })

  test('by a newer web app waits for a newer server; by one of before it is read', async () => {
    const item = await sealedBy('nadia', visitOf(), await keyFor('nadia'))
    const bytes = Buffer.from(item.sealed, 'base64')
    const newer = { ...item, sealed: Buffer.from([99, ...bytes.subarray(1)]).toString('base64') }
    expect(await send([newer, item])).toEqual([
      { id: item.id, state: 'newer' },
      { id: item.id, state: 'registered' },
    ])
  })

  test('and was undone after it may have arrived is taken out again, also before it arrives', async () => {
    const key = await keyFor('nadia')
    const withdrawnFor = 'Ongedaan gemaakt bij het noteren'
    const [arrived, late] = [await sealedBy('nadia', visitOf(), key), await sealedBy('nadia', visitOf(), key)]
    await send([arrived])
    for (const item of [
      { ...arrived, withdrawnFor },
      { ...late, withdrawnFor },
      { ...late, withdrawnFor },
      late,
    ])
      expect(await send([item])).toEqual([{ id: item.id, state: 'registered' }])
    const voided = await asActor(db, oostdijk.people.lies.actor, (tx) =>
      tx
        .selectFrom('help_request')
        .select(['visit_id', 'void_reason'])
        .where('voided_at', 'is not', null)
        .execute(),
    )
    expect(voided.map(({ visit_id, void_reason }) => [visit_id, void_reason]).sort()).toEqual(
      [arrived, late].map(({ id }) => [id, withdrawnFor]).sort(),
    )
  })

  test('and was undone while a colleague corrects it is taken out all the same', async () => {
    const visit = visitOf()
    const item = await sealedBy('nadia', visit, await keyFor('nadia'))
    await send([item])
    const id = helpRequestId.parse(visit.requests[0]?.id)
    const undone = await asActor(db, oostdijk.people.lies.actor, async (tx) => {
      await tx
        .updateTable('help_request')
        .set({ tip: 'Bel eerst', version: 2 })
        .where('id', '=', id)
        .execute()
      const sent = send([{ ...item, withdrawnFor: 'Ongedaan gemaakt bij het noteren' }])
      const waiting = sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      await expect.poll(async () => (await waiting.execute(db.app)).rows.length).toBeGreaterThan(0)
      return { sent }
    })
    expect(await undone.sent).toEqual([{ id: item.id, state: 'registered' }])
    const row = await asActor(db, oostdijk.people.lies.actor, (tx) =>
      tx.selectFrom('help_request').select(['tip', 'voided_at']).where('id', '=', id).executeTakeFirst(),
    )
    expect(row).toEqual({ tip: 'Bel eerst', voided_at: now })
  })

  test('is not undone with a national register number: nothing of it is taken', async () => {
    const visit = visitOf()
    const item = {
      ...(await sealedBy('nadia', visit, await keyFor('nadia'))),
      withdrawnFor: 'fout 85.07.30-033.28',
    }
    const body = { sentAt: now.toISOString(), items: [item] }
    const answer = await as('nadia').ask('/api/v1/sealed-visits', { method: 'POST', body })
    expect(problem.parse(await answer.json())).toMatchObject({
      status: 400,
      fields: [{ path: 'items.0.withdrawnFor', message: expect.stringContaining('ijksregisternummer') }],
    })
    expect((await rows()).filter(({ visit_id }) => visit_id === visit.id)).toEqual([])
  })

  test('is not sent by the hundred', async () => {
    const key = await keyFor('nadia')
    const item = await sealedBy('nadia', visitOf(), key)
    const body = { sentAt: now.toISOString(), items: Array.from({ length: 21 }, () => item) }
    const answer = await as('nadia').ask('/api/v1/sealed-visits', { method: 'POST', body })
    expect(problem.parse(await answer.json())).toMatchObject({ status: 400, code: 'invalid_input' })
  })
})
