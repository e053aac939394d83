import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { followUpId, groupContactId } from '../../src/domain/id.ts'
import { base64Of, type PublicKey, seal } from '../../src/web/outbox/seal.ts'
import { read, Visitor } from '../open-server.ts'
import type { PersonName } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

const now = new Date('2026-11-25T09:42:00Z')
const here = twoTowns({
  now: () => now,
  people: { oostdijk: ['nadia', 'zara', 'samira', 'lies'], westdijk: ['nadia'] },
})

let key: PublicKey
beforeAll(async () => {
  const asked = here.as('nadia').ask('/api/v1/sealing-key')
  key = await read(z.object({ id: z.string(), publicKey: z.string() }), asked)
})

const letter = () => ({
  id: makeUuid(),
  sender: 'landlord',
  what: 'antwoord sturen over de waarborg',
  dueOn: '2026-11-27',
})
type Letter = ReturnType<typeof letter>
const visitWith = (followUps: readonly Letter[]) => ({
  id: makeUuid(),
  receivedAt: '2026-11-25T09:30:00Z',
  deskId: here.towns.oostdijk.desk,
  requests: [{ id: makeUuid(), theme: 'housing', actions: ['explain_letter'], outcome: 'open', followUps }],
})
/** What a letter asks, noted by nadia. */
async function noteLetter() {
  const noted = letter()
  const visit = visitWith([noted])
  expect((await here.as('nadia').ask('/api/v1/visits', { method: 'POST', body: visit })).status).toBe(201)
  return { ...noted, requestId: visit.requests[0]?.id ?? '' }
}

type Noted = { readonly kind: string } & Readonly<Record<string, unknown>>
async function sealed(noted: Noted, person: PersonName = 'nadia') {
  const { id } = z.object({ id: z.string() }).parse(noted[noted.kind])
  const content = JSON.stringify({ memberId: here.towns.oostdijk.people[person].id, noted })
  return { id, keyId: key.id, sealed: base64Of(await seal(content, id, key)) }
}
const done = ({ id, what, dueOn }: Letter, facts: object = {}): Noted => ({
  kind: 'completion',
  completion: {
    id: makeUuid(),
    followUpId: id,
    version: 1,
    doneAt: '2026-11-24T15:00:00Z',
    seen: { what, dueOn },
    ...facts,
  },
})
const group = (facts: object = {}): Noted => ({
  kind: 'group',
  group: {
    ...{ id: makeUuid(), heldOn: '2026-11-24', deskId: here.towns.oostdijk.desk },
    ...{ theme: 'education', people: 14, ...facts },
  },
})

const outcomes = z.object({ items: z.array(z.looseObject({ id: z.string(), state: z.string() })) })
async function send(items: readonly object[], person: PersonName = 'nadia', town = 'oostdijk') {
  const body = { sentAt: now.toISOString(), items }
  const asked = here.as(person, town).ask('/api/v1/sealed-visits', { method: 'POST', body })
  return (await read(outcomes, asked)).items
}
const stateOf = async (item: object, person?: PersonName) => (await send([item], person))[0]?.state
const rowOf = async ({ id }: Letter) =>
  asActor(here.db, here.towns.oostdijk.people.nadia.actor, (tx) =>
    tx
      .selectFrom('follow_up')
      .select(['done_at as doneAt', 'done_by as doneBy', 'version'])
      .where('id', '=', followUpId.parse(id))
      .executeTakeFirstOrThrow(),
  )
const tick = (id: string, person: PersonName, method: 'PUT' | 'DELETE' = 'PUT') =>
  here.as(person).ask(`/api/v1/follow-ups/${id}/completion`, { method, body: {} })
const change = ({ id, requestId, sender, what }: Letter & { requestId: string }, dueOn: string) =>
  here.as('zara').ask(`/api/v1/follow-ups/${id}`, {
    method: 'PUT',
    body: { requestId, sender, what, dueOn },
    headers: { 'if-match': '"1"' },
  })

describe('what was ticked off without a network', () => {
  test('is done once, on the day that it was, after the visit that it came with', async () => {
    const noted = letter()
    const visit = await sealed({ kind: 'visit', visit: visitWith([noted]) })
    const completion = await sealed(done(noted))
    expect(await stateOf(completion)).toBe('refused')
    expect((await send([visit, completion])).map(({ state }) => state)).toEqual(['registered', 'registered'])
    expect((await send([completion, completion])).map(({ state }) => state)).toEqual([
      'registered',
      'registered',
    ])
    expect(await rowOf(noted)).toEqual({
      doneAt: new Date('2026-11-24T15:00:00Z'),
      doneBy: here.towns.oostdijk.people.nadia.id,
      version: 2,
    })
    const events = await asActor(here.db, here.towns.oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').select('event').where('subject_id', '=', noted.id).execute(),
    )
    expect(events).toEqual([{ event: 'follow_up.done' }])
  })

  test('and by a colleague too is told, and stays the colleague’s', async () => {
    const noted = await noteLetter()
    await tick(noted.id, 'zara')
    const [answer] = await send([await sealed(done(noted))])
    expect(answer).toMatchObject({
      state: 'refused',
      code: 'follow_up_done',
      title: expect.stringContaining('zara'),
      completion: { seen: { what: noted.what, dueOn: noted.dueOn } },
      followUp: { id: noted.id, doneOn: '2026-11-25' },
    })
    expect(await rowOf(noted)).toMatchObject({ doneBy: here.towns.oostdijk.people.zara.id })
  })

  test('comes back beside what a colleague made of it meanwhile, and stays open until its author decides', async () => {
    const noted = await noteLetter()
    await change(noted, '2026-12-01')
    const [answer] = await send([await sealed(done(noted))])
    expect(answer).toMatchObject({
      state: 'refused',
      code: 'follow_up_changed',
      completion: { seen: { dueOn: '2026-11-27' } },
      followUp: { dueOn: '2026-12-01', doneOn: null, version: 2 },
    })
    expect((await rowOf(noted)).doneAt).toBeNull()
    expect(await stateOf(await sealed(done(noted, { version: 2 })))).toBe('registered')
  })

  test('and taken back is open again, whether it came before, after or twice', async () => {
    const withdrawnFor = 'Ongedaan gemaakt'
    for (const order of [
      ['done', 'back'],
      ['back', 'done'],
      ['done', 'back', 'back', 'done'],
    ]) {
      const noted = await noteLetter()
      const item = await sealed(done(noted))
      for (const step of order) await send([step === 'back' ? { ...item, withdrawnFor } : item])
      expect((await rowOf(noted)).doneAt).toBeNull()
    }
    // What a colleague did since stays.
    const noted = await noteLetter()
    const item = await sealed(done(noted))
    await tick(noted.id, 'zara')
    expect(await stateOf({ ...item, withdrawnFor })).toBe('registered')
    expect((await rowOf(noted)).doneAt).not.toBeNull()
  })

  test('is nobody else’s: not a colleague’s to send, not of another organisation, not of another city', async () => {
    const noted = await noteLetter()
    const item = await sealed(done(noted))
    expect(await stateOf(item, 'zara')).toBe('not_yours')
    expect(await send([item], 'nadia', 'westdijk')).toMatchObject([{ state: 'unreadable' }])
    const [elsewhere] = await send([await sealed(done(noted), 'samira')], 'samira')
    expect(elsewhere).toMatchObject({ state: 'refused', code: 'not_found' })
    expect(elsewhere).not.toHaveProperty('followUp')
    expect((await rowOf(noted)).doneAt).toBeNull()
  })
})

describe('a group that was counted without a network', () => {
  const listed = async () => {
    const asked = here.as('nadia').ask('/api/v1/group-contacts?from=2026-11-01&to=2026-11-30')
    return (await read(z.object({ items: z.array(z.looseObject({ id: z.string() })) }), asked)).items
  }

  test('comes in once, and out again when it was undone', async () => {
    const item = await sealed(group())
    for (let sent = 0; sent < 2; sent++) expect(await stateOf(item)).toBe('registered')
    expect((await listed()).filter(({ id }) => id === item.id)).toMatchObject([{ people: 14 }])
    const late = await sealed(group())
    const withdrawnFor = 'Ongedaan gemaakt bij het noteren'
    for (const one of [{ ...item, withdrawnFor }, { ...late, withdrawnFor }, late, item])
      expect(await stateOf(one)).toBe('registered')
    expect(await listed()).toEqual([])
  })

  test('goes back to its author with the reason when a rule refuses it', async () => {
    const [answer] = await send([await sealed(group({ theme: 'atlantis' }))])
    expect(answer).toMatchObject({ state: 'refused', code: 'code_unknown', group: { people: 14 } })
    expect(await stateOf(await sealed({ kind: 'group', group: { id: makeUuid(), people: 'veel' } }))).toBe(
      'unreadable',
    )
  })
})

test('a group on a device whose clock is off is counted on its own day, once, also after the clock was put right', async () => {
  const heldOf = async (id: string) =>
    asActor(here.db, here.towns.oostdijk.people.nadia.actor, (tx) =>
      tx
        .selectFrom('group_contact')
        .select('held_on as heldOn')
        .where('id', '=', groupContactId.parse(id))
        .executeTakeFirst(),
    )
  for (const [sentAt, heldOn, kept] of [
    ['2026-11-26T09:42:00Z', '2026-11-26', '2026-11-25'],
    ['2026-11-26T09:42:00Z', '2026-11-25', '2026-11-24'],
    ['2026-11-25T23:30:00Z', '2026-11-26', '2026-11-25'],
    ['2026-10-25T09:42:00Z', '2026-10-24', '2026-11-24'],
    ['2026-11-25T09:41:00Z', '2026-11-24', '2026-11-24'],
  ] as const) {
    const item = await sealed(group({ heldOn }))
    for (const said of [sentAt, now.toISOString()]) {
      const body = { sentAt: said, items: [item] }
      const answer = here.as('nadia').ask('/api/v1/sealed-visits', { method: 'POST', body })
      expect((await read(outcomes, answer)).items).toMatchObject([{ state: 'registered' }])
      expect(await heldOf(item.id)).toEqual({ heldOn: kept })
    }
  }
})

test('what a revoked device held comes in whole, and the coordinator reads no note, follow-up or card of it', async () => {
  const noted = await noteLetter()
  const asked = { ...letter(), what: 'de sleutel terugbrengen' }
  const visit = { ...visitWith([asked]), clientId: makeUuid() }
  const [request] = visit.requests
  const note = 'ze slaapt bij een vriendin'
  const withNote = { ...visit, requests: [{ ...request, note }] }
  const device = { id: makeUuid(), secret: randomBytes(32).toString('base64url') }
  // Whoever was at it is signed out by the revoking: nadia was elsewhere.
  const zara = here.as('zara')
  await zara.ask(`/api/v1/devices/${device.id}`, { method: 'PUT', body: { secret: device.secret } })
  const held = [group(), done(noted), { kind: 'visit', visit: withNote }]
  const memberId = here.towns.oostdijk.people.nadia.id
  const items = await Promise.all(held.map(async (one) => ({ ...(await sealed(one)), memberId })))
  const lies = here.as('lies')
  await lies.ask(`/api/v1/devices/${device.id}/revocation`, { method: 'PUT', body: {} })
  const tablet = new Visitor(here.server, { 'x-device': `${device.id}.${device.secret}` })
  const body = { sentAt: now.toISOString(), items }
  await read(outcomes, tablet.ask('/api/v1/quarantined-visits', { method: 'POST', body }))
  const waiting = await read(
    z.object({ items: z.array(z.object({ id: z.string() })) }),
    lies.ask('/api/v1/quarantined-visits'),
  )
  const opened: { readonly kind: string }[] = []
  for (const { id } of waiting.items) {
    const one = `/api/v1/quarantined-visits/${id}`
    const opening = lies.ask(`${one}/openings`, { method: 'POST', body: {} })
    opened.push(await read(z.looseObject({ kind: z.string() }), opening))
    expect((await lies.ask(`${one}/acceptance`, { method: 'PUT', body: {} })).status).toBe(204)
  }
  expect(opened.map(({ kind }) => kind).sort()).toEqual(['completion', 'group', 'visit'])
  const shown = JSON.stringify(opened)
  expect(shown).toContain(request?.id)
  for (const word of [noted.what, asked.what, note, visit.clientId]) expect(shown).not.toContain(word)
  expect(await rowOf(noted)).toMatchObject({ doneBy: memberId })
  expect(await rowOf(asked)).toMatchObject({ doneAt: null })
  const own = await here.as('nadia').ask(`/api/v1/requests/${request?.id}/note`)
  expect(await own.json()).toMatchObject({ note: { text: note } })
})
