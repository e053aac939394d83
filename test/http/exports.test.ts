import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { requestExport } from '../../src/contract/request-export.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { openExport } from '../../src/db/request/request-export-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { helpRequestId } from '../../src/domain/id.ts'
import { openTestDatabase } from '../database.ts'
import { anyRequest, type KnownRequest, plainFilter, writeRequests } from '../many-requests.ts'
import { enterAll, openServer, read, type TestServer } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let town: Town
let requests: readonly KnownRequest[]
let entered: Awaited<ReturnType<typeof enterAll>>

beforeAll(async () => {
  db = await openTestDatabase()
  town = await buildOostdijk(db)
  requests = fc.sample(anyRequest(town), { numRuns: 120, seed: 11 })
  await writeRequests(db, town, requests)
  const words = { ownWords: 'Ik heb geen papieren.', mayQuote: true }
  await registerRequest(db, town, 'zara', { sensitiveStatus: 'no_legal_stay', theme: 'residence', ...words })
  const westdijk = await buildWestdijk(db)
  await writeRequests(db, westdijk, fc.sample(anyRequest(westdijk), { numRuns: 5, seed: 12 }))
  const names = ['lies@oostdijk', 'eva@oostdijk', 'nadia@oostdijk', 'eva@westdijk']
  server = await openServer(db)
  entered = await enterAll(
    db,
    server,
    names.map((name) => `${name}.example.org`),
  )
}, 120_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (name: string) => entered(`${name}.example.org`)
const reason = 'Voor het verslag aan de gemeenteraad'
const take = (query: string, body: object = {}) =>
  as('lies@oostdijk').ask(`/api/v1/requests/exports?${query}`, {
    method: 'POST',
    body: { format: 'csv', language: 'nl', reason, ...body },
  })

async function rowsOf(answer: Response | Promise<Response>): Promise<Record<string, string>[]> {
  const taken = await answer
  expect(taken.status).toBe(200)
  return parse(await taken.text(), { delimiter: ';', bom: true, columns: true })
}

const exportList = z.object({ items: z.array(requestExport), next: z.string().optional() })
const exportsOf = async (name: string) =>
  (await read(exportList, as(name).ask('/api/v1/request-exports'))).items

test('the file holds exactly the rows of the list, in its order, without those that were voided', async () => {
  const filter = { theme: ['housing', 'work'], outcome: ['answered'] }
  const query = 'theme=housing,work&outcome=answered'
  const expected = plainFilter(requests, 'lies', filter)
  expect(expected.length).toBeGreaterThan(10)
  const rows = await rowsOf(take(query))
  const known = new Map(requests.map((request) => [request.id as string, request]))
  expect(rows.map(({ Datum }) => Datum)).toEqual(expected.map((id) => known.get(id)?.day))
  expect(rows.map((row) => row['Doorverwezen naar'])).toEqual(
    expected.map((id) => known.get(id)?.referredTo ?? ''),
  )
  expect(new Set(rows.map(({ Thema }) => Thema))).toEqual(new Set(['Wonen', 'Werk']))
})

test('words narrow the file as they narrow the list', async () => {
  const key = requests.filter((request) => !request.voided && request.referredTo === 'Woonwinkel De Sleutel')
  expect(await rowsOf(take('q=sleutle'))).toHaveLength(key.length)
})

test('hour, guide, neighbourhood and own words leave only when they are asked for; minutes never', async () => {
  const [row = {}] = await rowsOf(take(''))
  expect(Object.keys(row)).toEqual(
    expect.arrayContaining(['Datum', 'Loket', 'Statuut', 'Deelthema', 'Wat hield tegen?']),
  )
  for (const column of ['Uur', 'Toeleider', 'Wijk of deelgemeente', 'In eigen woorden', 'Minuten'])
    expect(Object.keys(row)).not.toContain(column)
  const [close = {}] = await rowsOf(take('', { closeColumns: ['hour', 'guide', 'neighbourhood', 'words'] }))
  expect(Object.keys(close)).toEqual(
    expect.arrayContaining([
      ...['Uur', 'Toeleider', 'Wijk of deelgemeente'],
      ...['In eigen woorden', 'Mag geciteerd worden?'],
    ]),
  )
  expect(['nadia', 'zara', 'samira']).toContain(close.Toeleider)
})

test('a file that is being made breaks off once its maker may export no more', async () => {
  const { lies } = town.people
  const entry = { format: 'csv', language: 'nl', filter: {}, closeColumns: [], reason } as const
  const wanted = { timeZone: 'Europe/Brussels' }
  const made = await openExport(db, lies.actor, wanted, entry, () => new Date())
  const setRoles = (roles: ('coordinator' | 'guide')[]) =>
    asActor(db, town.cli, (tx) => tx.updateTable('member').set({ roles }).where('id', '=', lies.id).execute())
  await setRoles(['guide'])
  await expect(Array.fromAsync(made.batches)).rejects.toThrow('the right to export was lost')
  await made.close()
  await setRoles(['coordinator'])
})

test('labels are in the language that was asked for', async () => {
  const [row = {}] = await rowsOf(take('theme=housing', { language: 'fr' }))
  expect(row.Thème).toBe('Logement')
  expect((await take('theme=housing', { language: 'de' })).status).toBe(400)
})

test('a sensitive code is in no file and finds none', async () => {
  const closeColumns = ['hour', 'guide', 'neighbourhood', 'words']
  const text = await (await take('', { closeColumns })).text()
  expect(text).toContain('Verblijf en nationaliteit')
  expect(text).not.toMatch(/wettig verblijf|no_legal_stay|geen papieren/)
  expect(await rowsOf(take('status=no_legal_stay'))).toEqual([])
  // That somebody asked for it is nowhere either.
  expect(JSON.stringify(await exportsOf('eva@oostdijk'))).not.toContain('no_legal_stay')
  const events = await asActor(db, town.people.eva.actor, (tx) =>
    tx.selectFrom('audit_event').selectAll().where('event', '=', 'requests.exported').execute(),
  )
  expect(events.length).toBeGreaterThan(1)
  expect(JSON.stringify(events)).not.toContain('no_legal_stay')
})

test('a text that a spreadsheet could run stays a text', async () => {
  const attacks = ['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1']
  const [some] = fc.sample(anyRequest(town), { numRuns: 1, seed: 5 })
  if (!some) throw new Error('no request was made')
  await writeRequests(
    db,
    town,
    attacks.map((tip) => ({
      ...some,
      id: helpRequestId.parse(makeUuid()),
      voided: false,
      tip,
      referredTo: 'Formules',
    })),
  )
  const rows = await rowsOf(take('q=formules'))
  expect(rows.map((row) => row['Tip voor collega’s']).sort()).toEqual(attacks.map((tip) => `'${tip}`).sort())
})

test('a workbook is a workbook', async () => {
  const answer = await take('theme=housing', { format: 'xlsx' })
  expect(answer.headers.get('content-type')).toContain('spreadsheetml')
  expect(answer.headers.get('content-disposition')).toMatch(
    /attachment; filename="hulpvragen-oostdijk-.*\.xlsx"/,
  )
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('the officer, and nobody else, finds who took what and why; words that were searched for are not kept', async () => {
  await (await take('theme=housing&q=geheimwoord', { closeColumns: ['guide'] })).text()
  const [kept] = await exportsOf('eva@oostdijk')
  expect(kept).toMatchObject({
    by: 'lies',
    format: 'csv',
    filter: { theme: ['housing'], hasWords: true },
    requests: 0,
    closeColumns: ['guide'],
    reason,
  })
  expect(await exportsOf('eva@westdijk')).toEqual([])
  const events = await asActor(db, town.people.eva.actor, (tx) =>
    tx.selectFrom('audit_event').selectAll().where('event', '=', 'requests.exported').execute(),
  )
  expect(events.find(({ subject_id }) => subject_id === kept?.id)?.details).toMatchObject({
    theme: 'housing',
    requests: 0,
    closeColumns: 'guide',
  })
  expect(JSON.stringify(events)).not.toMatch(/geheimwoord|gemeenteraad/)
  expect(server.log.join()).not.toMatch(/geheimwoord|gemeenteraad/)
  for (const person of ['lies', 'nadia', 'tom'] as const)
    expect(
      await asActor(db, town.people[person].actor, (tx) =>
        tx.selectFrom('request_export').selectAll().execute(),
      ),
    ).toEqual([])
})

test('the list of exports comes page by page, as every list does', async () => {
  await (await take('theme=work')).text()
  const whole = await exportsOf('eva@oostdijk')
  const pages: string[] = []
  let cursor = ''
  do {
    const page = await read(exportList, as('eva@oostdijk').ask(`/api/v1/request-exports?limit=1${cursor}`))
    expect(page.items).toHaveLength(1)
    pages.push(...page.items.map(({ id }) => id))
    cursor = page.next ? `&cursor=${page.next}` : ''
  } while (cursor)
  expect(pages.length).toBeGreaterThan(1)
  expect(pages).toEqual(whole.map(({ id }) => id))
  for (const wrong of ['limit=0', 'limit=201', 'cursor=bm9uc2Vuc2U', `cursor=${whole[0]?.id}`])
    expect((await as('eva@oostdijk').ask(`/api/v1/request-exports?${wrong}`)).status).toBe(400)
})

test('no reason, a short one or one with a national register number takes nothing out', async () => {
  const before = (await exportsOf('eva@oostdijk')).length
  for (const body of [{ reason: undefined }, { reason: 'kort' }, { closeColumns: ['minutes'] }])
    expect((await take('', body)).status).toBe(400)
  const answer = await take('', { reason: 'Voor mevrouw 85.07.30-033 28' })
  expect([answer.status, (await read(problem, answer)).code]).toEqual([422, 'register_number'])
  expect((await exportsOf('eva@oostdijk')).length).toBe(before)
})

test('a reader who goes away in the middle frees the place for the next', async () => {
  // The server hears of it a moment later; without hearing of it the places would be gone before the eighth.
  for (let i = 0; i < 8; i++)
    await expect
      .poll(async () => {
        const answer = await take('')
        await answer.body?.cancel()
        return answer.status
      })
      .toBe(200)
})
