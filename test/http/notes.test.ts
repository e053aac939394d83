import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { eraseWords } from '../../src/db/note/word-erasure-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import type { HelpRequestId } from '../../src/domain/id.ts'
import { rotateWordKey } from '../../src/http/note/word-keys.ts'
import { read, testSecret } from '../open-server.ts'
import { runAt } from '../server.ts'
import { type PersonName, personNames, registerRequest } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

// Nadia notes for herself about her own requests. Nobody else reads it: no colleague, coach, coordinator or other town.

const now = new Date('2026-11-25T09:00:00Z')
const here = twoTowns({ now: () => now })

const words = 'Zus van de buurvrouw, belt liever na 17 u.'
const own = z.object({
  note: z.object({ text: z.string(), eraseOn: z.string(), version: z.int() }).nullable(),
})
const noteOf = (id: HelpRequestId) => `/api/v1/requests/${id}/note`
const put = (id: HelpRequestId, body: unknown, version?: number, person: PersonName = 'nadia') =>
  here.as(person).ask(noteOf(id), {
    method: 'PUT',
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const readOwn = async (id: HelpRequestId, person: PersonName = 'nadia') =>
  (await read(own, here.as(person).ask(noteOf(id)))).note
const codeOf = async (answer: Promise<Response>) => (await read(problem, answer)).code
const asAdmin = <T>(sql: string): Promise<T[]> =>
  runAt(here.db.adminUrl, async (admin) => (await admin.query(sql)).rows)

describe('a note', () => {
  test('is kept, changed on its version, and erased by who wrote it', async () => {
    const id = await registerRequest(here.db, here.towns.oostdijk, 'nadia')
    expect(await readOwn(id)).toBeNull()
    expect((await put(id, { text: words })).status).toBe(201)
    expect(await readOwn(id)).toEqual({ text: words, eraseOn: '2027-05-25', version: 1 })
    expect(await codeOf(put(id, { text: 'Iets anders' }))).toBe('id_taken')
    expect((await put(id, { text: words })).status).toBe(200)
    const sooner = { text: 'Opgelost, bijna.', eraseOn: '2026-12-24' }
    expect((await put(id, sooner, 1)).status).toBe(200)
    expect(await codeOf(put(id, { text: words }, 1))).toBe('version_stale')
    expect(await readOwn(id)).toEqual({ ...sooner, version: 2 })
    const drop = (version: number) =>
      here
        .as('nadia')
        .ask(noteOf(id), { method: 'DELETE', body: {}, headers: { 'if-match': `"${version}"` } })
    expect((await drop(1)).status).toBe(412)
    expect((await drop(2)).status).toBe(204)
    expect(await readOwn(id)).toBeNull()
  })

  test('is erased on a day to come, six months on at the latest, and holds no register number', async () => {
    const id = await registerRequest(here.db, here.towns.oostdijk, 'nadia')
    for (const eraseOn of ['2026-11-25', '2027-05-26'])
      expect(await codeOf(put(id, { text: words, eraseOn }))).toBe('erasure_day')
    expect(await codeOf(put(id, { text: ['85.07.30', '033-28'].join('-') }))).toBe('register_number')
    expect(await codeOf(put(id, { text: '  ' }))).toBe('invalid_input')
  })

  test('of nadia is nobody else’s, by route and by policy', async () => {
    const id = await registerRequest(here.db, here.towns.oostdijk, 'nadia')
    await put(id, { text: words })
    for (const person of personNames.filter((name) => name !== 'nadia')) {
      const { status } = await here.as(person).ask(noteOf(id))
      expect([person, status]).toEqual([person, ['zara', 'samira'].includes(person) ? 404 : 403])
    }
    for (const town of Object.values(here.towns))
      for (const person of personNames) {
        const rows = await asActor(here.db, town.people[person].actor, (tx) =>
          tx.selectFrom('sealed_words').select('id').where('request_id', '=', id).execute(),
        )
        const isWriter = town === here.towns.oostdijk && person === 'nadia'
        expect([person, rows.length]).toEqual([person, isWriter ? 1 : 0])
      }
    const { zara } = here.towns.oostdijk.people
    const forged = asActor(here.db, zara.actor, (tx) =>
      sql`insert into sealed_words (city_id, id, request_id, kind, author_id, key_id, sealed, erase_on, written_at)
        select city_id, ${makeUuid()}::uuid, ${id}::uuid, 'note', ${zara.id}::uuid, id, wrapped_key, '2026-12-01', now()
        from word_key limit 1`.execute(tx),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })

  test('may be written by who follows a request up, beside that of who registered it', async () => {
    const id = await registerRequest(here.db, here.towns.oostdijk, 'nadia')
    await put(id, { text: words })
    await asAdmin(
      `update help_request set caretaker_id = '${here.towns.oostdijk.people.zara.id}' where id = '${id}'`,
    )
    expect(await readOwn(id, 'zara')).toBeNull()
    expect((await put(id, { text: 'Ik bel morgen.' }, undefined, 'zara')).status).toBe(201)
    expect(await readOwn(id)).toMatchObject({ text: words })
  })

  test('comes with a visit and is nowhere but in its own place: sealed, not found, listed, exported or logged', async () => {
    const id = makeUuid()
    const visit = {
      id: makeUuid(),
      receivedAt: '2026-11-25T08:30:00Z',
      deskId: here.towns.oostdijk.desk,
      requests: [{ id, theme: 'housing', actions: ['inform'], outcome: 'answered', note: words }],
    }
    const send = () => here.as('nadia').ask('/api/v1/visits', { method: 'POST', body: visit })
    expect([(await send()).status, (await send()).status]).toEqual([201, 200])
    // because: the id was made for this request
    expect(await readOwn(id as HelpRequestId)).toMatchObject({ text: words, eraseOn: '2027-05-25' })
    const numbered = { ...visit, id: makeUuid() }
    numbered.requests = [
      { ...numbered.requests[0], id: makeUuid(), note: ['85.07.30', '033-28'].join('-') } as never,
    ]
    expect(await codeOf(here.as('nadia').ask('/api/v1/visits', { method: 'POST', body: numbered }))).toBe(
      'register_number',
    )
    const answers = await Promise.all(
      [
        `/api/v1/requests/${id}`,
        `/api/v1/requests/${id}/history`,
        '/api/v1/requests',
        '/api/v1/requests?q=buurvrouw',
      ].map(async (path) => (await here.as('nadia').ask(path)).text()),
    )
    expect(answers.join() + here.server.log.join()).not.toContain('buurvrouw')
    expect(JSON.parse(answers[3] ?? '').items).toEqual([])
    // Every table, as somebody reads it who has the database and nothing else.
    const found = await runAt(here.db.adminUrl, async (admin) => {
      const { rows } = await admin.query(`select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`)
      const holding: string[] = []
      for (const { name } of rows) {
        const { rowCount } = await admin.query(`select from "${name}" t where t::text like '%buurvrouw%'`)
        if (rowCount) holding.push(name)
      }
      return holding
    })
    expect(found).toEqual([])
    expect(
      await asAdmin(`select from sealed_words where position('buurvrouw'::bytea in sealed) > 0`),
    ).toEqual([])
  })

  test('does not open in the place of another', async () => {
    const [one, other] = [
      await registerRequest(here.db, here.towns.oostdijk, 'nadia'),
      await registerRequest(here.db, here.towns.oostdijk, 'nadia'),
    ]
    await put(one, { text: words })
    await put(other, { text: 'Van een ander.' })
    await asAdmin(`update sealed_words set sealed = (select sealed from sealed_words where request_id = '${one}')
      where request_id = '${other}'`)
    expect((await here.as('nadia').ask(noteOf(other))).status).toBe(500)
    await asAdmin(`delete from sealed_words where request_id = '${other}'`)
  })
})

test('a new key seals every note anew, and the old ones are gone', async () => {
  const id = await registerRequest(here.db, here.towns.oostdijk, 'nadia')
  await put(id, { text: words })
  const before = await asAdmin<{ id: string }>('select id from word_key')
  const all = await asAdmin<{ id: string }>('select id from sealed_words')
  expect(await rotateWordKey({ db: here.db, secret: testSecret }, here.towns.oostdijk.city.id)).toEqual({
    words: all.length,
    files: 0,
  })
  expect(await readOwn(id)).toEqual({ text: words, eraseOn: '2027-05-25', version: 1 })
  const after = await asAdmin<{ id: string }>('select id from word_key')
  expect(after).toHaveLength(1)
  expect(before).not.toContainEqual(after[0])
})

test('the clock erases a note on its day, and says only how many', async () => {
  const id = await registerRequest(here.db, here.towns.oostdijk, 'nadia')
  await put(id, { text: words, eraseOn: '2026-11-27' })
  // Still the 26th in Oostdijk.
  await eraseWords(here.db, new Date('2026-11-26T22:59:00Z'))
  expect(await readOwn(id)).not.toBeNull()
  await eraseWords(here.db, new Date('2026-11-26T23:01:00Z'))
  expect(await readOwn(id)).toBeNull()
  const told = await asActor(here.db, here.towns.oostdijk.people.eva.actor, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['details', 'subject_id'])
      .where('event', '=', 'words.erased')
      .execute(),
  )
  expect(told).toEqual([{ details: { words: 1, cases: 0 }, subject_id: null }])
})
