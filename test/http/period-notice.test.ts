import { afterAll, beforeAll, expect, test } from 'vitest'
import { listDuePeriods } from '../../src/contract/report.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { savePassage } from '../../src/db/report/report-text-store.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { tellEndedPeriods } from '../../src/jobs/report/period-notice.ts'
import { openMailer } from '../../src/mail/mailer.ts'
import { openTestDatabase } from '../database.ts'
import { linkOf, type MailServer, openMailServer } from '../mail-server.ts'
import { enterAll, openServer, read } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let mail: MailServer
let oostdijk: Town
let westdijk: Town
const half = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-06-30') }
const from = 'onthaal@oostdijk.example.org'

beforeAll(async () => {
  db = await openTestDatabase()
  mail = await openMailServer()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  const cli = { kind: 'cli', cityId: oostdijk.city.id } as const
  await asActor(db, cli, (tx) =>
    writeSeed(tx, cli, { rows: 200, seed: 6, period: half, timeZone: 'Europe/Brussels' }),
  )
  await leaveUnfinished(2)
}, 60_000)
afterAll(async () => {
  await mail.close()
  await db[Symbol.asyncDispose]()
})

/** So many of the requests as if they were noted in one tap. */
const leaveUnfinished = (most: number) =>
  asActor(db, { kind: 'cli', cityId: oostdijk.city.id }, (tx) =>
    tx
      .updateTable('help_request')
      .set({ unfinished: true })
      .where('id', 'in', (query) => query.selectFrom('help_request').select('id').orderBy('id').limit(most))
      .execute(),
  )

/** As a server does that starts, at a moment in the city. */
const tell = (town: Pick<Town, 'city'>, now: string, smtpUrl = mail.url) =>
  tellEndedPeriods(
    {
      db,
      mailer: openMailer({ smtpUrl, from }),
      baseUrl: 'https://brug.example.org',
      now: () => new Date(now),
    },
    town.city,
    { today: localDate.parse(now.slice(0, 10)), signal: new AbortController().signal },
  )

/** What Lies wrote already. */
const write = () =>
  asActor(db, oostdijk.people.lies.actor, (tx) =>
    savePassage(
      tx,
      oostdijk.people.lies.actor,
      { ...half, language: 'nl', passage: 'working' },
      {
        ...{ body: 'Het loket was open.', state: 'ready', version: 0, memberId: oostdijk.people.lies.id },
        at: new Date('2026-06-29T08:00:00Z'),
      },
    ),
  )

test('the coordinator of Oostdijk is told that the half-year is over: once, also by servers that start together', async () => {
  await write()
  await tell(oostdijk, '2026-06-30T21:00:00Z')
  expect(mail.mails).toEqual([])
  await tell(oostdijk, '2026-07-01T06:00:00Z', 'smtp://127.0.0.1:1')
  await Promise.all(['07:30', '07:30', '07:31'].map((time) => tell(oostdijk, `2026-07-01T${time}:00Z`)))
  await tell(oostdijk, '2026-07-03T08:00:00Z')
  expect(mail.mails.map(({ to }) => to)).toEqual(['lies@oostdijk.example.org'])
  const [letter] = mail.mails
  expect(letter?.subject).toBe('De periode is voorbij: Oostdijk, 1 januari 2026 tot en met 30 juni 2026')
  expect(letter?.text).toContain('Er zijn 200 hulpvragen genoteerd.')
  expect(letter?.text).toMatch(/– Statuut: \d+ hulpvragen \(\d+ %\)/)
  expect(letter?.text).toContain('2 hulpvragen zijn nog ‘aan te vullen’.')
  expect(letter?.text).toContain('– 11 Twee verhalen')
  expect(letter?.text).not.toContain('Werking')
  expect(letter && linkOf(letter)).toBe('https://brug.example.org/reports?from=2026-01-01&to=2026-06-30')
})

test('no town without requests is told, no demo, and none whose report is frozen', async () => {
  const before = mail.mails.length
  await tell(westdijk, '2026-07-01T08:00:00Z')
  await tell({ city: { ...oostdijk.city, isDemo: true } }, '2026-07-01T08:00:00Z')
  expect(mail.mails.length).toBe(before)
})

test('the page of reports says the same until the report is frozen', async () => {
  const server = await openServer(db, { trustedProxies: 1, now: () => new Date('2026-07-02T08:00:00Z') })
  const lies = (await enterAll(db, server, ['lies@oostdijk.example.org']))('lies@oostdijk.example.org')
  const dueAnswer = listDuePeriods.responses[200].content['application/json'].schema
  const due = () => read(dueAnswer, lies.ask('/api/v1/reports/due'))
  const [waiting, ...none] = (await due()).items
  expect([waiting, none]).toMatchObject([{ ...half, partOf: null, total: 200 }, []])
  expect(waiting?.unfinished).toBe(2)
  const titles = waiting?.openChapters.map(({ title }) => title)
  expect(titles).toContain('Twee verhalen')
  expect(titles).not.toContain('Werking')
  const body = { id: makeUuid(), ...half }
  expect((await lies.ask('/api/v1/snapshots', { method: 'POST', body })).status).toBe(201)
  expect((await due()).items).toEqual([])
  await server.close()
})
