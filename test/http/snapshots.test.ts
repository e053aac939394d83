import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { calendarPreview } from '../../src/contract/calendar.ts'
import { problem } from '../../src/contract/problem.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { listSnapshotChanges, snapshot, snapshotHead } from '../../src/contract/snapshot.ts'
import { asActor } from '../../src/db/as-actor.ts'
import type { Tx } from '../../src/db/database.ts'
import { addSnapshot, readSnapshotContent } from '../../src/db/report/snapshot-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { snapshotId } from '../../src/domain/id.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { canonicalJson } from '../../src/domain/report/snapshot.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let lies: Visitor
let liesOfWestdijk: Visitor
const voided: string[] = []

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  for (const theme of ['housing', 'work', 'health'])
    voided.push(await registerRequest(db, oostdijk, 'nadia', { on: '2026-03-02', theme }))
  await registerRequest(db, oostdijk, 'zara', { on: '2026-03-03', sensitiveStatus: 'no_legal_stay' })
  server = await openServer(db, { trustedProxies: 1 })
  const emails = ['lies@oostdijk.example.org', 'lies@westdijk.example.org']
  const entered = await enterAll(db, server, emails)
  lies = entered('lies@oostdijk.example.org')
  liesOfWestdijk = entered('lies@westdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const days = { from: '2026-01-01', to: '2026-06-30' }
const id = makeUuid()
const freeze = (who: Visitor, body: object) => who.ask('/api/v1/snapshots', { method: 'POST', body })
const live = () => lies.ask(`/api/v1/reports/live?from=${days.from}&to=${days.to}`)
const frozen = async () => (await lies.ask(`/api/v1/snapshots/${id}`)).text()
const page = async () => (await lies.ask(`/api/v1/snapshots/${id}/page?language=nl`)).text()

test('a report is frozen once per id, over whole months, with the figures that the live report gives', async () => {
  const cut = await freeze(lies, { id, from: '2026-01-02', to: '2026-06-30' })
  expect([cut.status, (await read(problem, cut)).code]).toEqual([422, 'period_not_months'])
  const answers = await Promise.all([1, 2, 3].map(() => freeze(lies, { id, ...days })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
  const taken = await freeze(lies, { id, from: '2026-01-01', to: '2026-03-31' })
  expect([taken.status, (await read(problem, taken)).code]).toEqual([409, 'id_taken'])
  const kept = await read(snapshot, lies.ask(`/api/v1/snapshots/${id}`))
  expect(kept.report).toEqual(await read(halfYearReport, live()))
  expect([kept.report.total, kept.openingDays.length, kept.madeBy]).toEqual([
    4,
    kept.report.openingDays,
    'lies',
  ])
})

test('anybody can count its checksum again from what it says', async () => {
  const kept = await read(snapshot, lies.ask(`/api/v1/snapshots/${id}`))
  const { id: _, from, to, madeAt, madeBy, partOf, version, checksum, ...content } = kept
  expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(checksum)
})

test('hours, closures, words and voided rows change the live report and not one byte of the frozen one', async () => {
  const [before, pageBefore, liveBefore] = [await frozen(), await page(), await (await live()).text()]
  const closed = { deskId: null, from: '2026-03-09', to: '2026-03-13', reason: 'verbouwing' }
  const closurePath = `/api/v1/calendar/closures/${makeUuid()}`
  expect((await lies.ask(closurePath, { method: 'PUT', body: closed })).status).toBe(201)
  const deskPath = `/api/v1/desks/${oostdijk.desk}`
  const mondays = {
    name: 'Nieuw onthaal',
    organizationId: oostdijk.welcomeHouse,
    timetables: [{ from: '1900-01-01', spans: [{ weekday: 1, opens: '09:00', closes: '12:00' }] }],
  }
  const changed = await lies.ask(deskPath, { method: 'PUT', body: mondays, headers: { 'if-match': '"1"' } })
  expect(changed.status).toBe(200)
  await asActor(db, oostdijk.people.lies.actor, async (tx) => {
    await tx
      .updateTable('code_list_item')
      .set({ labels: JSON.stringify({ nl: 'Dak boven het hoofd', fr: 'Un toit', en: 'A roof' }) })
      .where('list', '=', 'theme')
      .where('code', '=', 'housing')
      .execute()
    await tx
      .updateTable('help_request')
      .set({ voided_at: new Date(), void_reason: 'dubbel' })
      .where('id', 'in', voided.slice(1) as never)
      .execute()
  })
  expect(await frozen()).toBe(before)
  expect(await page()).toBe(pageBefore)
  expect(pageBefore).not.toContain('Dak boven het hoofd')
  const liveAfter = await (await live()).text()
  expect(liveAfter).not.toBe(liveBefore)
  const livePage = await lies.ask(`/api/v1/reports/live/page?from=${days.from}&to=${days.to}&language=nl`)
  expect(await livePage.text()).toContain('Dak boven het hoofd')
})

test('what the live report says beside the frozen one is listed, in the words of that day, and only that', async () => {
  const answer = listSnapshotChanges.responses[200].content['application/json'].schema
  const { sentence, table } = await read(answer, lies.ask(`/api/v1/snapshots/${id}/changes?language=nl`))
  expect(table.headings).toEqual(['Wat', 'Antwoord', 'Versie 1', 'Nu'])
  expect(table.rows).toContainEqual(['Alle hulpvragen', '', '4', '2'])
  expect(table.rows).toContainEqual(['Maand', 'maart 2026', '4', '2'])
  expect(table.rows).toContainEqual(['Thema', 'Werk', '1', '0'])
  expect(table.rows.every(([, , frozenNumber, now]) => frozenNumber !== now)).toBe(true)
  expect(sentence).toBe(`${table.rows.length} aantallen zijn anders.`)
})

test('a report that was frozen before first visits were counted keeps its bytes, and is compared without them', async () => {
  const { lies: person } = oostdijk.people
  const old = {
    id: snapshotId.parse(makeUuid()),
    from: localDate.parse('2026-02-01'),
    to: localDate.parse('2026-03-31'),
  }
  const content = await asActor(db, person.actor, (tx) => readSnapshotContent(tx, oostdijk.city, old))
  if (isRefusal(content)) throw new Error(content.code)
  expect(content.report.firstVisits).toEqual([{ code: 'not_asked', requests: 2, percent: 100 }])
  expect(content.monthCounts?.at(-1)?.counts.firstVisits).toEqual([{ code: 'not_asked', requests: 2 }])
  const without = <T>({ firstVisits: _, ...rest }: T & { readonly firstVisits?: unknown }) => rest
  const kept = {
    ...content,
    report: without(content.report),
    monthCounts: (content.monthCounts ?? []).map(({ month, counts }) => ({ month, counts: without(counts) })),
  }
  await asActor(db, person.actor, (tx) =>
    addSnapshot(tx, person.actor, { ...old, memberId: person.id }, kept),
  )
  const answer = await read(snapshot, lies.ask(`/api/v1/snapshots/${old.id}`))
  const { id: _, from, to, madeAt, madeBy, partOf, version, checksum, ...frozenContent } = answer
  expect(canonicalJson(frozenContent)).toBe(canonicalJson(kept))
  expect(createHash('sha256').update(canonicalJson(frozenContent)).digest('hex')).toBe(checksum)
  const changes = listSnapshotChanges.responses[200].content['application/json'].schema
  const { table } = await read(changes, lies.ask(`/api/v1/snapshots/${old.id}/changes?language=nl`))
  expect(table.rows).toEqual([])
  const file = await lies.ask(`/api/v1/snapshots/${old.id}/files/csv?language=nl&audience=coordinator`)
  expect(await file.text()).not.toContain('firstVisits')
})

test('a preview names the frozen reports that stay as they are', async () => {
  const closure = { deskId: null, from: '2026-03-16', to: '2026-03-16', reason: 'brugdag' }
  const body = { kind: 'closure', id: makeUuid(), closure }
  const ask = (change: object) =>
    read(calendarPreview, lies.ask('/api/v1/calendar/previews', { method: 'POST', body: change }))
  expect((await ask(body)).frozen.map((head) => head.id)).toContain(id)
  const other = { ...closure, from: '2025-06-02', to: '2025-06-02' }
  expect((await ask({ ...body, closure: other })).frozen).toEqual([])
})

test('frozen reports are listed for the coordinator of the town, and for nobody of another', async () => {
  const list = z.object({ items: z.array(snapshotHead) })
  const { items } = await read(list, lies.ask('/api/v1/snapshots'))
  expect(items.map((head) => [head.id, head.from, head.to])).toContainEqual([id, days.from, days.to])
  expect((await read(list, liesOfWestdijk.ask('/api/v1/snapshots'))).items).toEqual([])
  expect((await liesOfWestdijk.ask(`/api/v1/snapshots/${id}`)).status).toBe(404)
  // The same id in another town is another report.
  expect((await freeze(liesOfWestdijk, { id, ...days })).status).toBe(201)
})

test('nobody changes or deletes a frozen report, and the database itself holds its checksum', async () => {
  const asLies = (work: (tx: Tx) => Promise<unknown>) => asActor(db, oostdijk.people.lies.actor, work)
  const update = asLies((tx) => tx.updateTable('report_snapshot').set({ checksum: '' }).execute())
  await expect(update).rejects.toThrow(/permission denied/)
  const removal = asLies((tx) => tx.deleteFrom('report_snapshot').execute())
  await expect(removal).rejects.toThrow(/permission denied/)
  const forged = runAt(db.adminUrl, (admin) =>
    admin.query(`update report_snapshot set content = replace(content, '"total":4', '"total":5')`),
  )
  await expect(forged).rejects.toThrow(/report_snapshot_check|violates check constraint/)
})

test('another version of the same report is laid beside it, whichever of the two is asked', async () => {
  const second = makeUuid()
  const made = await freeze(lies, { id: second, ...days })
  expect((await read(snapshot, made)).version).toBe(2)
  const ask = (one: string, other: string) =>
    lies.ask(`/api/v1/snapshots/${one}/changes?language=nl&against=${other}`)
  const changes = listSnapshotChanges.responses[200].content['application/json'].schema
  const { table } = await read(changes, ask(id, second))
  expect(table.headings).toEqual(['Wat', 'Antwoord', 'Versie 1', 'Versie 2'])
  expect(table.rows).toContainEqual(['Alle hulpvragen', '', '4', '2'])
  expect(await read(changes, ask(second, id))).toEqual(await read(changes, ask(id, second)))
  expect((await read(changes, ask(second, second))).table.rows).toEqual([])
  const elsewhere = makeUuid()
  expect((await freeze(lies, { id: elsewhere, from: '2026-04-01', to: '2026-04-30' })).status).toBe(201)
  expect((await ask(id, elsewhere)).status).toBe(404)
  const list = z.object({ items: z.array(snapshotHead) })
  const { items } = await read(list, lies.ask(`/api/v1/snapshots?from=${days.from}&to=${days.to}`))
  expect(items.map((head) => [head.id, head.version])).toEqual([
    [second, 2],
    [id, 1],
  ])
})
