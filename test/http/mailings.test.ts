import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listMailings, mailing } from '../../src/contract/mailing.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { eraseAddresses } from '../../src/db/report/mailing-erasure-store.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { openTestDatabase } from '../database.ts'
import { type MailServer, openMailServer } from '../mail-server.ts'
import { enterAll, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let mail: MailServer
let server: TestServer
let oostdijk: Town
let lies: Visitor
let stranger: Visitor
let report: string
const period = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-03-31') }

beforeAll(async () => {
  db = await openTestDatabase()
  mail = await openMailServer()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  const cli = { kind: 'cli', cityId: oostdijk.city.id } as const
  await asActor(db, cli, (tx) =>
    writeSeed(tx, cli, { rows: 120, seed: 4, period, timeZone: 'Europe/Brussels' }),
  )
  const settings = { smtpUrl: mail.url, from: 'Onthaal Oostdijk <onthaal@oostdijk.example.org>' }
  server = await openServer(db, { trustedProxies: 1, mail: settings })
  const entered = await enterAll(db, server, ['lies@oostdijk.example.org', 'lies@westdijk.example.org'])
  lies = entered('lies@oostdijk.example.org')
  stranger = entered('lies@westdijk.example.org')
  report = makeUuid()
  const body = { id: report, ...period }
  expect((await lies.ask('/api/v1/snapshots', { method: 'POST', body })).status).toBe(201)
  const published = { method: 'PUT', body: { audience: 'council' } }
  expect((await lies.ask(`/api/v1/snapshots/${report}/publication`, published)).status).toBe(201)
}, 60_000)
afterAll(async () => {
  await server.close()
  await mail.close()
  await db[Symbol.asyncDispose]()
})

const wanted = { audience: 'council', language: 'nl', formats: ['pdf', 'docx'], message: 'Tot dinsdag!' }
const send = (changes: object, id = makeUuid(), who = lies) =>
  who.ask(`/api/v1/snapshots/${report}/mailings/${id}`, {
    method: 'PUT',
    body: { ...wanted, addresses: ['raad@example.org'], ...changes },
  })
const listAnswer = listMailings.responses[200].content['application/json'].schema
const list = (who = lies) => read(listAnswer, who.ask(`/api/v1/snapshots/${report}/mailings`))
/** As soon as no letter is on its way. */
const settled = async (id: string) => {
  await expect
    .poll(async () => (await list()).items.find((one) => one.id === id)?.letters.map(({ state }) => state), {
      timeout: 20_000,
    })
    .not.toContain('waiting')
  return (await list()).items.find((one) => one.id === id)?.letters ?? []
}
const codeOf = async (answer: Response) => [answer.status, (await read(problem, answer)).code]

describe('a frozen report that Lies sends', () => {
  test('goes to each address in a letter of its own, once however often she presses, and its outcome is listed', async () => {
    const id = makeUuid()
    const addresses = ['raad@example.org', 'niemand@refused.example.org', 'schepen@example.org']
    const answers = await Promise.all([1, 2, 3].map(() => send({ addresses }, id)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
    const letters = await settled(id)
    expect(letters.map(({ address, state, failure }) => [address, state, failure])).toEqual([
      ['raad@example.org', 'accepted', null],
      ['niemand@refused.example.org', 'failed', 'mail_refused'],
      ['schepen@example.org', 'accepted', null],
    ])
    expect(mail.mails.map(({ to }) => to)).toEqual(['raad@example.org', 'schepen@example.org'])
    const [letter] = mail.mails
    expect(letter?.text).not.toContain('schepen@')
    expect(letter?.text).toContain('Tot dinsdag!')
    expect(letter?.text).toContain('Dit rapport is voor de gemeenteraad.')
    expect(letter?.subject).toBe('Rapport: hulpvragen in Oostdijk, 1 januari 2026 tot en met 31 maart 2026')
    expect(letter?.replyTo).toBe('lies@oostdijk.example.org')
    const names = letter?.files.map(({ name }) => name)
    expect(names).toEqual([
      'brugwijzer-oostdijk-2026-01-01-2026-03-31-council-nl.pdf',
      'brugwijzer-oostdijk-2026-01-01-2026-03-31-council-nl.docx',
    ])
    const file = await lies.ask(`/api/v1/snapshots/${report}/files/docx?language=nl&audience=council`)
    const same = Buffer.from(await file.arrayBuffer())
    expect(Buffer.compare(Buffer.from(letter?.files[1]?.bytes ?? []), same)).toBe(0)
  }, 60_000)

  test('under an id that was used for something else is refused, and the last addresses are offered again', async () => {
    const { items, lastAddresses } = await list()
    expect(await codeOf(await send({}, items[0]?.id ?? ''))).toEqual([409, 'id_taken'])
    expect(lastAddresses.council).toEqual([
      'raad@example.org',
      'niemand@refused.example.org',
      'schepen@example.org',
    ])
    expect(lastAddresses.coordinator).toBeUndefined()
  })

  test('goes out again to whom it did not reach, and to nobody else', async () => {
    const [first] = (await list()).items
    const before = mail.mails.length
    const again = await lies.ask(`/api/v1/snapshots/${report}/mailings/${first?.id}/attempts`, {
      method: 'POST',
      body: {},
    })
    expect((await read(mailing, again)).letters.map(({ state }) => state)).toEqual([
      'accepted',
      'waiting',
      'accepted',
    ])
    expect((await settled(first?.id ?? '')).map(({ state }) => state)).toEqual([
      'accepted',
      'failed',
      'accepted',
    ])
    expect(mail.mails.length).toBe(before)
  }, 30_000)

  test('with its small numbers goes to coordinators of the town only; to others once it is published for them', async () => {
    expect(await codeOf(await send({ audience: 'coordinator' }))).toEqual([422, 'mailing_outsider'])
    expect(await codeOf(await send({ audience: 'everybody' }))).toEqual([409, 'report_unpublished'])
    const id = makeUuid()
    const own = { audience: 'coordinator', formats: ['pdf'], language: 'fr', message: '' }
    expect((await send({ ...own, addresses: ['lies@oostdijk.example.org'] }, id)).status).toBe(201)
    expect((await settled(id)).map(({ state }) => state)).toEqual(['accepted'])
    const letter = mail.mails.at(-1)
    expect(letter?.text).toContain(`/reports/frozen/${report}`)
    expect(letter?.text).toContain('Ne le transmettez pas.')
  }, 30_000)

  test('is refused with an address that is none and with a number of a person, and stays in the town', async () => {
    expect((await send({ addresses: ['jan@'] })).status).toBe(400)
    expect((await send({ addresses: [] })).status).toBe(400)
    expect(await codeOf(await send({ message: 'Over 85.07.30-033.28' }))).toEqual([422, 'register_number'])
    expect(await codeOf(await send({}, makeUuid(), stranger))).toEqual([404, 'not_found'])
    expect((await list(stranger)).items).toEqual([])
  })

  test('waits for nobody when the mail server is away, says so for each, and can be tried again', async () => {
    const away = await openServer(db, {
      trustedProxies: 1,
      mail: { smtpUrl: 'smtp://127.0.0.1:1', from: 'onthaal@oostdijk.example.org' },
    })
    const there = new Visitor(away, { 'x-forwarded-for': '192.0.2.9' })
    expect((await there.signIn('lies@oostdijk.example.org')).status).toBe(204)
    const id = makeUuid()
    const addresses = ['raad@example.org', 'schepen@example.org']
    expect((await send({ addresses }, id, there)).status).toBe(201)
    expect((await settled(id)).map(({ failure }) => failure)).toEqual([
      'mail_unreachable',
      'mail_unreachable',
    ])
    await away.close()
    await lies.ask(`/api/v1/snapshots/${report}/mailings/${id}/attempts`, { method: 'POST', body: {} })
    expect((await settled(id)).map(({ state }) => state)).toEqual(['accepted', 'accepted'])
  }, 60_000)

  test('that is taken back meanwhile goes nowhere', async () => {
    const body = { reason: 'Maart telde dubbel.' }
    await lies.ask(`/api/v1/snapshots/${report}/withdrawal`, { method: 'PUT', body })
    expect(await codeOf(await send({}))).toEqual([409, 'report_withdrawn'])
  })

  test('leaves a trace for the data-protection officer, without an address', async () => {
    const events = await asActor(db, oostdijk.people.eva.actor, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['event', 'details'])
        .where('event', 'like', 'report.sent%')
        .execute(),
    )
    expect(events.length).toBeGreaterThanOrEqual(4)
    expect(JSON.stringify(events)).not.toContain('@')
    expect(events).toContainEqual({
      event: 'report.sent',
      details: { audience: 'council', formats: 'pdf,docx', letters: 3 },
    })
  })

  test('is forgotten by whom it went to after twelve months; how many letters went out stays', async () => {
    const before = await list()
    await eraseAddresses(db, monthsAhead(11))
    expect(await list()).toEqual(before)
    await eraseAddresses(db, monthsAhead(13))
    const after = await list()
    expect(after.lastAddresses).toEqual({})
    expect(JSON.stringify(after)).not.toMatch(/@|Tot dinsdag/)
    const states = ({ items }: typeof after) =>
      items.map(({ letters }) => letters.map(({ state, failure }) => [state, failure]))
    expect(states(after)).toEqual(states(before))
    expect(after.items.every(({ erasedAt }) => erasedAt !== null)).toBe(true)
    const failed = after.items.find(({ letters }) => letters.some(({ state }) => state === 'failed'))
    const again = `/api/v1/snapshots/${report}/mailings/${failed?.id}/attempts`
    expect(await read(mailing, lies.ask(again, { method: 'POST', body: {} }))).toEqual(failed)
    await runAt(db.adminUrl, async (admin) => {
      const { rows } = await admin.query(
        'select from report_mailing where reply_to is not null union all select from report_letter where address is not null',
      )
      expect(rows).toEqual([])
    })
  })
})

function monthsAhead(months: number): Date {
  const day = new Date()
  day.setMonth(day.getMonth() + months)
  return day
}
