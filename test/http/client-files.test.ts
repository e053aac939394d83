import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { card } from '../../src/contract/client-card.ts'
import { clientFile } from '../../src/contract/client-file.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { addCardSheet } from '../../src/db/client/client-card-store.ts'
import { forgetClients } from '../../src/db/client/client-file-store.ts'
import { addWordKey, listWordKeys } from '../../src/db/note/word-key-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { searchForm } from '../../src/domain/client/client-file.ts'
import { cardSheetId, clientCardId, clientId, wordKeyId } from '../../src/domain/id.ts'
import { blindIndex, sealText } from '../../src/http/client/private-text.ts'
import { rotateWordKey } from '../../src/http/note/word-keys.ts'
import { makeWordKey } from '../../src/http/note/word-sealing.ts'
import { rewrapKeys } from '../../src/http/server/rewrap-keys.ts'
import { read, testSecret } from '../open-server.ts'
import type { PersonName } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

let now = new Date('2026-11-25T09:42:00Z')
const here = twoTowns({
  now: () => now,
  people: { oostdijk: ['nadia', 'zara', 'samira'], westdijk: ['nadia'] },
})

/** Somebody with a card, whatever stands on it. */
async function client(): Promise<string> {
  const { actor } = here.towns.oostdijk.people.nadia
  const cardId = clientCardId.parse(makeUuid())
  const blank = { id: cardId, digest: makeUuid(), pictures: ['fish', 'sun', 'key'] as const }
  await asActor(here.db, actor, (tx) => addCardSheet(tx, actor, cardSheetId.parse(makeUuid()), [blank]))
  const id = makeUuid()
  const answer = await here.as('nadia').ask(`/api/v1/clients/${id}`, {
    method: 'PUT',
    body: { kind: 'person', cardId },
  })
  expect(answer.status).toBe(201)
  return id
}

const explanation = { language: 'ara', languageHelp: 'guide', points: ['what', 'who', 'how_long', 'stop'] }
const amira = { name: 'Amíra', reach: '0470 00 00 12', spoken: ['ara', 'nld'], read: ['ara'], explanation }
const put = (id: string, body: object = amira, person: PersonName = 'nadia', version?: number) =>
  here.as(person).ask(`/api/v1/clients/${id}/file`, {
    method: 'PUT',
    body,
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  })
const open = (id: string, person: PersonName = 'nadia', town?: string) =>
  here.as(person, town).ask(`/api/v1/clients/${id}/file`)
const codeOf = async (answer: Response | Promise<Response>) => (await read(problem, answer)).code

const found = z.object({
  items: z.array(z.object({ name: z.string(), client: z.object({ id: z.string(), hasFile: z.boolean() }) })),
})
const search = (words: string, person: PersonName = 'nadia') =>
  here.as(person).ask('/api/v1/client-file-lookups', { method: 'POST', body: { words } })
const findings = async (words: string, person: PersonName = 'nadia') =>
  (await read(found, search(words, person))).items.map((item) => item.client.id)
const eventsOf = (id: string) =>
  asActor(here.db, here.towns.oostdijk.people.eva.actor, (tx) =>
    tx.selectFrom('audit_event').select(['event', 'details']).where('subject_id', '=', id).execute(),
  )
const kept = () =>
  asActor(here.db, here.towns.oostdijk.people.nadia.actor, (tx) =>
    tx.selectFrom('client_file').selectAll().execute(),
  )

describe('a file', () => {
  test('is kept once it was explained in full, and is read at the own desks only, each time written down', async () => {
    const id = await client()
    const half = { ...amira, explanation: { ...explanation, points: ['what'] } }
    expect(await codeOf(put(id, half))).toBe('explanation_incomplete')
    const typed = { ...amira, explanation: { ...explanation, languageHelp: '85.07.30-033.28' } }
    expect(await codeOf(put(id, typed))).toBe('code_unknown')
    expect((await put(id)).status).toBe(201)
    expect((await put(id)).status).toBe(200)
    expect(await codeOf(put(id, { ...amira, name: 'Mira' }))).toBe('file_there')
    expect(await read(clientFile, open(id, 'zara'))).toEqual({
      id,
      name: 'Amíra',
      reach: '0470 00 00 12',
      spoken: ['ara', 'nld'],
      read: ['ara'],
      explainedAt: '2026-11-25T09:42:00.000Z',
      explainedIn: 'ara',
      languageHelp: 'guide',
      version: 1,
    })
    expect((await open(id, 'samira')).status).toBe(404)
    expect((await open(id, 'nadia', 'westdijk')).status).toBe(404)
    const events = (await eventsOf(id)).map(({ event }) => event)
    expect(events.sort()).toEqual(['card.linked', 'client_file.made', 'client_file.read'])
  })

  test('stands in no row, no audit event and no line of the log as anybody could read it', async () => {
    const id = await client()
    await put(id, { ...amira, name: 'Zonnebloem' })
    await findings('Zonnebloem')
    const everything = JSON.stringify([await kept(), await eventsOf(id), here.server.log])
    const bytes = Buffer.concat((await kept()).map(({ sealed }) => sealed)).toString('latin1')
    for (const word of ['Zonnebloem', 'zonnebloem', '0470 00 00 12', '0470000012']) {
      expect(everything).not.toContain(word)
      expect(bytes).not.toContain(word)
    }
  })

  test('moved to another client by somebody with the database opens no more', async () => {
    const [one, other] = [await client(), await client()]
    await put(one, { ...amira, name: 'Een' })
    await put(other, { ...amira, name: 'Ander' })
    await asActor(here.db, here.towns.oostdijk.people.nadia.actor, async (tx) => {
      const rows = await tx.selectFrom('client_file').select(['client_id', 'sealed']).execute()
      const sealed = rows.find(({ client_id }) => client_id === one)?.sealed
      if (sealed)
        await tx
          .updateTable('client_file')
          .set({ sealed })
          .where('client_id', '=', other as never)
          .execute()
    })
    expect((await open(other)).status).toBe(500)
  })

  test('is changed by version, and takes no national register number', async () => {
    const id = await client()
    await put(id)
    expect(await codeOf(put(id, { ...amira, name: '85.07.30-033.28' }))).toBe('register_number')
    expect((await put(id, { ...amira, name: 'Mira' }, 'zara', 1)).status).toBe(200)
    expect(await codeOf(put(id, amira, 'nadia', 1))).toBe('version_stale')
    expect(await read(clientFile, open(id))).toMatchObject({ name: 'Mira', version: 2 })
  })

  test('is found by exactly its name or number, whatever the signs, and by nobody else’s', async () => {
    const id = await client()
    await put(id, { ...amira, name: 'Fátima El-Amrani', reach: '+32 470 00 00 34' })
    for (const words of ['fatima el amrani', 'FATIMA  EL-AMRANI', '0470 00 00 34', '0032470000034'])
      expect([words, await findings(words)]).toEqual([words, [id]])
    for (const words of ['fatima', 'el amrani', '0470'])
      expect([words, await findings(words)]).toEqual([words, []])
    expect(await findings('fatima el amrani', 'samira')).toEqual([])
    expect((await eventsOf(id)).filter(({ event }) => event === 'client_file.found')).toHaveLength(4)
  })

  test('that is guessed at closes the door for a while', async () => {
    const statuses: number[] = []
    for (let turn = 0; turn < 11; turn++) statuses.push((await search(`niemand ${turn}`, 'zara')).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('goes back to no name at any time: what was asked stays, and counts', async () => {
    const id = await client()
    await put(id, { ...amira, name: 'Wegzee' })
    const request = { id: makeUuid(), theme: 'work', actions: ['inform'], outcome: 'answered' }
    const visit = {
      id: makeUuid(),
      clientId: id,
      receivedAt: '2026-11-25T09:30:00Z',
      deskId: here.towns.oostdijk.desk,
    }
    const body = { ...visit, requests: [request] }
    expect((await here.as('nadia').ask('/api/v1/visits', { method: 'POST', body })).status).toBe(201)
    const erase = () => here.as('zara').ask(`/api/v1/clients/${id}/file`, { method: 'DELETE', body: {} })
    expect((await erase()).status).toBe(204)
    expect((await erase()).status).toBe(404)
    expect((await open(id)).status).toBe(404)
    expect(await findings('Wegzee')).toEqual([])
    const history = await here.as('nadia').ask(`/api/v1/clients/${id}/history`)
    expect(await history.json()).toMatchObject({ items: [{ theme: 'work' }] })
  })
})

test('a file goes by itself a year after the last contact, and a visit is a contact', async () => {
  now = new Date('2025-11-25T09:42:00Z')
  const [seen, unseen] = [await client(), await client()]
  for (const id of [seen, unseen]) await put(id)
  now = new Date('2026-06-25T09:42:00Z')
  const body = {
    id: makeUuid(),
    clientId: seen,
    receivedAt: '2026-06-25T09:30:00Z',
    deskId: here.towns.oostdijk.desk,
    requests: [{ id: makeUuid(), theme: 'work', actions: ['inform'], outcome: 'answered' }],
  }
  expect((await here.as('nadia').ask('/api/v1/visits', { method: 'POST', body })).status).toBe(201)
  await forgetClients(here.db, new Date('2026-11-25T09:41:00Z'))
  expect((await kept()).map(({ client_id }) => client_id)).toEqual(expect.arrayContaining([seen, unseen]))
  await forgetClients(here.db, new Date('2026-11-25T09:43:00Z'))
  const ids = (await kept()).map(({ client_id }) => client_id)
  expect(ids).toContain(seen)
  expect(ids).not.toContain(unseen)
  expect((await eventsOf(unseen)).map(({ event }) => event)).toContain('client_file.expired')
  const history = async () =>
    z
      .object({ items: z.array(z.unknown()) })
      .parse(await (await here.as('nadia').ask(`/api/v1/clients/${seen}/history`)).json()).items.length
  expect(await history()).toBe(1)
  await forgetClients(here.db, new Date('2028-11-25T09:43:00Z'))
  expect(await history()).toBe(0)
  now = new Date('2026-11-25T09:42:00Z')
})

describe('the key of the city', () => {
  const sealer = () => ({ db: here.db, secret: testSecret })
  /** As files were kept before they had a key of the city: by the secret itself. */
  const keepAsBefore = (id: string, name: string) => {
    const sealing = (about: string) =>
      ({
        secret: testSecret,
        purpose: 'client file',
        about: `${here.towns.oostdijk.city.id} ${about}`,
      }) as const
    const identity = { name, reach: null, spoken: [], read: [] }
    return asActor(here.db, here.towns.oostdijk.people.nadia.actor, (tx) =>
      tx
        .updateTable('client_file')
        .set({ key_id: null, sealed: sealText(JSON.stringify(identity), sealing(id)) })
        .set({ name_digest: blindIndex(searchForm(name), sealing('search')), reach_digest: null })
        .where('client_id', '=', clientId.parse(id))
        .execute(),
    )
  }
  const keysOf = async () => new Set((await kept()).map(({ key_id }) => key_id))

  test('is replaced by command: files of every older one are found and read before and after', async () => {
    const [oldest, old, fresh] = [await client(), await client(), await client()]
    await put(oldest)
    await keepAsBefore(oldest, 'Zeeroos')
    await put(old, { ...amira, name: 'Waterlelie', reach: '0470 00 00 56' })
    const key = { id: wordKeyId.parse(makeUuid()), wrappedKey: makeWordKey(testSecret) }
    await asActor(here.db, here.towns.oostdijk.cli, (tx) => addWordKey(tx, here.towns.oostdijk.city.id, key))
    await put(fresh, { ...amira, name: 'Zonnehoed', reach: '0470 00 00 57' })
    const isThere = async () => {
      expect(
        await Promise.all(
          ['Zeeroos', 'Waterlelie', '0470 00 00 56', 'Zonnehoed'].map((name) => findings(name)),
        ),
      ).toEqual([[oldest], [old], [old], [fresh]])
      expect(await read(clientFile, open(oldest))).toMatchObject({ name: 'Zeeroos', version: 1 })
    }
    await isThere()
    expect(await keysOf()).toContain(key.id)
    const files = (await kept()).length
    expect(await rotateWordKey(sealer(), here.towns.oostdijk.city.id)).toEqual({ words: 0, files })
    await isThere()
    const keys = await asActor(here.db, here.towns.oostdijk.cli, listWordKeys)
    expect(await keysOf()).toEqual(new Set(keys.map(({ id }) => id)))
    expect(keys).toHaveLength(1)
  })

  test('is wrapped anew after the secret of the server changed, and files of before it get one', async () => {
    const [oldest, old] = [await client(), await client()]
    await put(oldest)
    await keepAsBefore(oldest, 'Duinroos')
    await put(old, { ...amira, name: 'Helmgras' })
    const other = 'another secret of Oostdijk, as long'
    const there = await rewrapKeys(here.db, { now: other, before: testSecret })
    expect([there.wrapped > 1, there.lost]).toEqual([true, 0])
    expect((await open(old)).status).toBe(500)
    await rewrapKeys(here.db, { now: testSecret, before: other })
    expect([await findings('Duinroos'), await findings('Helmgras')]).toEqual([[oldest], [old]])
    expect(await read(clientFile, open(oldest))).toMatchObject({ name: 'Duinroos' })
    expect(await rewrapKeys(here.db, { now: testSecret, before: other })).toMatchObject({
      wrapped: 0,
      lost: 0,
    })
  })
})

test('each organisation that was told keeps a file of its own, and learns nothing of the other', async () => {
  const id = await client()
  await put(id, { ...amira, name: 'Korenbloem' })
  expect((await open(id, 'samira')).status).toBe(404)
  expect((await put(id, { ...amira, name: 'Klaproos' }, 'samira')).status).toBe(201)
  await rotateWordKey({ db: here.db, secret: testSecret }, here.towns.oostdijk.city.id)
  expect([await findings('Korenbloem'), await findings('Klaproos', 'samira')]).toEqual([[id], [id]])
  expect((await put(id, { ...amira, name: 'Klaver' }, 'samira', 1)).status).toBe(200)
  expect(await read(clientFile, open(id))).toMatchObject({ name: 'Korenbloem', version: 1 })
  expect(await read(clientFile, open(id, 'samira'))).toMatchObject({ name: 'Klaver', version: 2 })
  expect(await findings('Korenbloem', 'samira')).toEqual([])
  await here.as('samira').ask(`/api/v1/clients/${id}/file`, { method: 'DELETE', body: {} })
  expect((await open(id, 'samira')).status).toBe(404)
  expect(await read(clientFile, open(id))).toMatchObject({ name: 'Korenbloem' })
})

test('a card says whether there is a file, to the own organisation', async () => {
  const id = await client()
  const hasFile = async (person: PersonName) => {
    const answer = await here.as(person).ask(`/api/v1/clients/${id}`, {
      method: 'PUT',
      body: { kind: 'person', cardId: await cardOf(id) },
    })
    return (await read(card.shape.client.unwrap(), answer)).hasFile
  }
  expect(await hasFile('nadia')).toBe(false)
  await put(id)
  expect([await hasFile('zara'), await hasFile('samira')]).toEqual([true, false])
})

const cardOf = async (id: string) => {
  const cards = await asActor(here.db, here.towns.oostdijk.people.nadia.actor, (tx) =>
    tx.selectFrom('client_card').select(['id', 'client_id']).execute(),
  )
  return cards.find(({ client_id }) => client_id === id)?.id
}
