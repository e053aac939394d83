import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { previewPublication, publicationHead, readPublication } from '../../src/contract/publication.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { findPublished } from '../../src/db/report/publication-store.ts'
import { findSnapshot } from '../../src/db/report/snapshot-store.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { publicationId, snapshotId } from '../../src/domain/id.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { monthsOf } from '../../src/domain/report/period.ts'
import { canonicalJson } from '../../src/domain/report/snapshot.ts'
import { publicCubeOf } from '../../src/domain/report/suppression/public-cube.ts'
import { openTestDatabase } from '../database.ts'
import { wordsIn } from '../documents/oostdijk-report.ts'
import { givePasswords, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'
import { attack } from '../torture/suppression-attack.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
const visitors = new Map<string, Visitor>()

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  const period = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-06-30') }
  const { actor } = oostdijk.people.lies
  await asActor(db, { kind: 'cli', cityId: oostdijk.city.id }, (tx) =>
    writeSeed(
      tx,
      { kind: 'cli', cityId: oostdijk.city.id },
      { rows: 240, seed: 3, period, timeZone: 'Europe/Brussels' },
    ),
  )
  expect(actor.cityId).toBe(oostdijk.city.id)
  server = await openServer(db, { trustedProxies: 1 })
  const people = ['lies@oostdijk', 'lies@westdijk', 'pieter@oostdijk', 'nadia@oostdijk']
  await givePasswords(
    db,
    people.map((name) => `${name}.example.org`),
  )
  for (const [place, name] of people.entries()) {
    const visitor = new Visitor(server, { 'x-forwarded-for': `192.0.2.${place}` })
    expect((await visitor.signIn(`${name}.example.org`)).status).toBe(204)
    visitors.set(name, visitor)
  }
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

function visit(name: string): Visitor {
  const visitor = visitors.get(name)
  if (!visitor) throw new Error(`${name} is not in this story`)
  return visitor
}

const freeze = async (from: string, to: string) => {
  const id = makeUuid()
  const answer = await visit('lies@oostdijk').ask('/api/v1/snapshots', {
    method: 'POST',
    body: { id, from, to },
  })
  expect(answer.status).toBe(201)
  return id
}
const publish = (
  id: string,
  {
    who = 'lies@oostdijk',
    audience = 'everybody',
    events,
  }: { who?: string; audience?: string; events?: (string | null)[] } = {},
) => visit(who).ask(`/api/v1/snapshots/${id}/publication`, { method: 'PUT', body: { audience, events } })
const heads = z.object({ items: z.array(publicationHead) })
const list = (who = 'lies@oostdijk') => read(heads, visit(who).ask('/api/v1/publications'))
const publishedAnswer = readPublication.responses[200].content['application/json'].schema
const previewAnswer = previewPublication.responses[200].content['application/json'].schema
const preview = (id: string, audience = 'everybody') =>
  read(
    previewAnswer,
    visit('lies@oostdijk').ask(
      `/api/v1/snapshots/${id}/publication/preview?language=nl&audience=${audience}`,
    ),
  )
const published = (id: string, actor: Actor = { kind: 'public', cityId: oostdijk.city.id }) =>
  asActor(db, actor, (tx) => findPublished(tx, publicationId.parse(id)))
const asCouncil = (id: string, way = 'publication?language=nl&audience=council') =>
  visit('pieter@oostdijk').ask(`/api/v1/snapshots/${id}/${way}`)

/** Calls two texts ready, one of which names a small number beside what it counts: that sentence. */
async function sayHidden(from: string, to: string): Promise<string> {
  const lies = visit('lies@oostdijk')
  const { themes } = await read(halfYearReport, lies.ask(`/api/v1/reports/live?from=${from}&to=${to}`))
  const small = themes.find(({ requests }) => requests > 0 && requests < 5)
  if (!small) throw new Error('no theme is small enough to be hidden')
  const sentence = `Over ${wordsIn('nl').label('theme', small.code)} ging het ${small.requests} keer.`
  for (const [passage, body] of [
    ['reach', `Een goed begin. ${sentence}`],
    ['guides', 'Samen **lukt** het.'],
  ] as const)
    await lies.ask(`/api/v1/reports/texts/${passage}?from=${from}&to=${to}&language=nl`, {
      method: 'PUT',
      body: { body, state: 'ready' },
      headers: { 'if-match': '"0"' },
    })
  return sentence
}

/** An event that names somebody, in a text too, and one that does not. */
async function noteEvents() {
  const lies = visit('lies@oostdijk')
  for (const [day, title] of [
    ['2026-02-02', 'Nadia ziek'],
    ['2026-04-14', 'Opening aan de haven'],
  ] as const)
    await lies.ask(`/api/v1/calendar/events/${makeUuid()}`, {
      method: 'PUT',
      body: { from: day, to: day, title },
    })
  await lies.ask('/api/v1/reports/texts/working?from=2026-01-01&to=2026-06-30&language=nl', {
    method: 'PUT',
    body: { body: 'Februari was stil: Nadia ziek.', state: 'ready' },
    headers: { 'if-match': '"0"' },
  })
}

describe('a report that Oostdijk publishes', () => {
  test('is seen before as everybody will see it, is published once however often it is asked, and stands for the world', async () => {
    const sentence = await sayHidden('2026-01-01', '2026-03-31')
    const id = await freeze('2026-01-01', '2026-03-31')
    const before = await preview(id)
    expect(before.publication).toBeNull()
    expect(before.withheld).toMatchObject([{ passage: 'reach', number: 5, sentence }])
    expect((await list()).items).toEqual([])
    const answers = await Promise.all([1, 2, 3].map(() => publish(id)))
    const codes = answers.map(({ status }) => status)
    expect(codes.filter((status) => status < 300).length).toBeGreaterThan(0)
    expect(codes.every((status) => [200, 201, 422].includes(status))).toBe(true)
    expect((await publish(id)).status).toBe(200)
    const [head, ...more] = (await list('pieter@oostdijk')).items
    expect([head?.snapshotId, more.length]).toEqual([id, 0])
    const seen = await published(head?.id ?? '')
    expect(seen?.report).toEqual(before.report)
    expect(seen?.texts).toEqual([{ language: 'nl', passage: 'guides', body: 'Samen **lukt** het.' }])
    const { report, codes: words, openingDays, events, keptMonths, texts } = seen ?? {}
    const text = canonicalJson({ report, codes: words, openingDays, events, keptMonths, texts })
    expect(createHash('sha256').update(text).digest('hex')).toBe(head?.checksum)
    const page = await (await visit('nadia@oostdijk').ask(`/oostdijk/nl/rapporten/${head?.id}`)).text()
    expect(page).toContain('<p>Samen <strong>lukt</strong> het.</p>')
    expect(page).not.toContain(sentence)
  }, 60_000)

  test('for the council is read by its policy officers in the app, and by nobody else', async () => {
    await visit('lies@oostdijk').ask('/api/v1/reports/texts/ask?from=2026-01-01&to=2026-06-30&language=nl', {
      method: 'PUT',
      body: { body: 'Een loket in de noordwijk.', state: 'ready' },
      headers: { 'if-match': '"0"' },
    })
    await noteEvents()
    const half = await freeze('2026-01-01', '2026-06-30')
    expect((await asCouncil(half)).status).toBe(404)
    const { events } = await preview(half, 'council')
    expect(events.map(({ title, concerns, texts }) => [title, concerns, texts.length])).toEqual([
      ['Nadia ziek', ['health', 'name'], 1],
      ['Opening aan de haven', [], 0],
    ])
    expect((await publish(half, { audience: 'council', events: [null] })).status).toBe(422)
    const chosen = [null, 'Een tweede loket']
    expect((await publish(half, { audience: 'council', events: chosen })).status).toBe(201)
    const [head] = (await list('pieter@oostdijk')).items
    expect([head?.snapshotId, head?.audience]).toEqual([half, 'council'])
    expect((await list('nadia@oostdijk')).items.map(({ audience }) => audience)).toEqual(['everybody'])
    expect(await published(head?.id ?? '')).toBeUndefined()
    expect((await fetch(`${server.url}/oostdijk/nl/rapporten/${head?.id}.json`)).status).toBe(404)
    const page = await read(publishedAnswer, asCouncil(half))
    const seen = await published(head?.id ?? '', oostdijk.people.pieter.actor)
    expect(page.report).toEqual(seen?.report)
    expect(seen?.events.map(({ title }) => title)).toEqual(['Een tweede loket'])
    expect(JSON.stringify([seen, page])).not.toMatch(/Nadia|haven/)
    expect(page.charts.length).toBeGreaterThan(6)
    const file = await asCouncil(half, 'files/docx?language=nl&audience=council')
    expect(file.headers.get('content-disposition')).toContain('-council-nl.docx')
    expect((await asCouncil(half, 'files/json?language=nl&audience=coordinator')).status).toBe(404)
    expect((await asCouncil(half, 'page?language=nl')).status).toBe(403)
  }, 60_000)

  test('for the council is later opened to everybody with the very same figures, without what is asked of the college', async () => {
    const [council] = (await list('pieter@oostdijk')).items
    const half = council?.snapshotId ?? ''
    expect((await publish(half)).status).toBe(201)
    expect((await publish(half)).status).toBe(200)
    const [open] = (await list('nadia@oostdijk')).items
    expect([open?.snapshotId, open?.audience]).toEqual([half, 'everybody'])
    const shared = await published(council?.id ?? '', oostdijk.people.pieter.actor)
    const { texts, ...figures } = shared ?? {}
    expect(texts?.map(({ passage }) => passage)).toEqual(['ask'])
    expect(await published(open?.id ?? '')).toEqual(figures)
  }, 60_000)

  test('hides what the reports before it would tell: nobody finds a small number with those of the council and of everybody in hand', async () => {
    const spring = await freeze('2026-03-01', '2026-05-31')
    expect((await publish(spring, { audience: 'council' })).status).toBe(201)
    const all = (await list('pieter@oostdijk')).items
    const { actor } = oostdijk.people.pieter
    const reports = await Promise.all(all.map(async ({ id }) => (await published(id, actor))?.report))
    const half = all.find(({ from, to }) => from === '2026-01-01' && to === '2026-06-30')
    const snapshot = await asActor(db, oostdijk.people.lies.actor, (tx) =>
      findSnapshot(tx, snapshotId.parse(half?.snapshotId)),
    )
    const cube = publicCubeOf(snapshot?.monthCounts ?? [])
    expect(monthsOf({ from: localDate.parse('2026-01-01'), to: localDate.parse('2026-06-30') })).toHaveLength(
      6,
    )
    expect(reports).toHaveLength(4)
    expect(
      attack(
        cube,
        reports.flatMap((report) => report ?? []),
      ),
    ).toEqual([])
  }, 120_000)

  test('keeps the figures of months that were published, and says so', async () => {
    for (let left = 3; left > 0; left--)
      await registerRequest(db, oostdijk, 'nadia', { on: '2026-04-01', theme: 'housing' })
    const again = await freeze('2026-04-01', '2026-06-30')
    const { report, keptMonths } = await preview(again)
    expect(keptMonths).toEqual(['2026-04', '2026-05', '2026-06'])
    const snapshot = await asActor(db, oostdijk.people.lies.actor, (tx) =>
      findSnapshot(tx, snapshotId.parse(again)),
    )
    expect(snapshot?.report.total).toBe(report.total + 3)
  }, 60_000)

  test('stays listed as withdrawn, with the reason, once it is taken back', async () => {
    const head = (await list()).items.find(({ audience }) => audience === 'everybody')
    const withdraw = (reason: string) =>
      visit('lies@oostdijk').ask(`/api/v1/snapshots/${head?.snapshotId}/withdrawal`, {
        method: 'PUT',
        body: { reason },
      })
    const first = await read(publicationHead, withdraw('Maart telde dubbel.'))
    expect(first.withdrawn?.reason).toBe('Maart telde dubbel.')
    expect((await read(publicationHead, withdraw('Iets anders.'))).withdrawn).toEqual(first.withdrawn)
    const half = head?.snapshotId ?? ''
    const ofHalf = (await list('pieter@oostdijk')).items.filter((one) => one.snapshotId === half)
    expect(ofHalf.map(({ withdrawn }) => withdrawn?.reason)).toEqual(Array(2).fill('Maart telde dubbel.'))
    const [page, file] = [
      await asCouncil(half),
      await asCouncil(half, 'files/csv?language=nl&audience=council'),
    ]
    expect([page.status, file.status, (await read(problem, page)).code]).toEqual([
      409,
      409,
      'report_withdrawn',
    ])
  })

  test('belongs to its town: another coordinator neither sees nor publishes it, and a guide does not publish', async () => {
    const [head] = (await list()).items
    expect((await list('lies@westdijk')).items).toEqual([])
    expect((await publish(head?.snapshotId ?? '', { who: 'lies@westdijk' })).status).toBe(404)
    expect((await publish(head?.snapshotId ?? '', { who: 'nadia@oostdijk' })).status).toBe(403)
    await expect(
      asActor(db, oostdijk.people.lies.actor, (tx) =>
        tx.updateTable('report_publication').set({ content: '{}' }).execute(),
      ),
    ).rejects.toThrow('permission denied')
  })

  test('is refused with fewer requests than may be shown', async () => {
    const id = await freeze('2025-01-01', '2025-01-31')
    const answer = await publish(id)
    expect([answer.status, (await read(problem, answer)).code]).toEqual([422, 'report_too_small'])
  })
})
