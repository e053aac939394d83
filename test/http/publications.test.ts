import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { previewPublication, publicationHead } from '../../src/contract/publication.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { findPublished } from '../../src/db/report/publication-store.ts'
import { findSnapshot } from '../../src/db/report/snapshot-store.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
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
const publish = (id: string, who = 'lies@oostdijk') =>
  visit(who).ask(`/api/v1/snapshots/${id}/publication`, { method: 'PUT', body: {} })
const heads = z.object({ items: z.array(publicationHead) })
const list = (who = 'lies@oostdijk') => read(heads, visit(who).ask('/api/v1/publications'))
const previewAnswer = previewPublication.responses[200].content['application/json'].schema
const preview = (id: string) =>
  read(previewAnswer, visit('lies@oostdijk').ask(`/api/v1/snapshots/${id}/publication/preview?language=nl`))
const published = (id: string) =>
  asActor(db, { kind: 'public', cityId: oostdijk.city.id }, (tx) =>
    findPublished(tx, publicationId.parse(id)),
  )

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

  test('hides what the reports before it would tell: nobody finds a small number with all of them in hand', async () => {
    const half = await freeze('2026-01-01', '2026-06-30')
    expect((await publish(half)).status).toBe(201)
    const all = (await list()).items
    const reports = await Promise.all(all.map(async ({ id }) => (await published(id))?.report))
    const snapshot = await asActor(db, oostdijk.people.lies.actor, (tx) =>
      findSnapshot(tx, snapshotId.parse(half)),
    )
    const cube = publicCubeOf(snapshot?.monthCounts ?? [])
    expect(monthsOf({ from: localDate.parse('2026-01-01'), to: localDate.parse('2026-06-30') })).toHaveLength(
      6,
    )
    expect(reports).toHaveLength(2)
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
    const [head] = (await list()).items
    const withdraw = (reason: string) =>
      visit('lies@oostdijk').ask(`/api/v1/snapshots/${head?.snapshotId}/withdrawal`, {
        method: 'PUT',
        body: { reason },
      })
    const first = await read(publicationHead, withdraw('Maart telde dubbel.'))
    expect(first.withdrawn?.reason).toBe('Maart telde dubbel.')
    expect((await read(publicationHead, withdraw('Iets anders.'))).withdrawn).toEqual(first.withdrawn)
    expect((await list('pieter@oostdijk')).items[0]?.withdrawn?.reason).toBe('Maart telde dubbel.')
  })

  test('belongs to its town: another coordinator neither sees nor publishes it, and a guide does not publish', async () => {
    const [head] = (await list()).items
    expect((await list('lies@westdijk')).items).toEqual([])
    expect((await publish(head?.snapshotId ?? '', 'lies@westdijk')).status).toBe(404)
    expect((await publish(head?.snapshotId ?? '', 'nadia@oostdijk')).status).toBe(403)
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
