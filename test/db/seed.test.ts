import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { listOpeningDays } from '../../src/db/city/calendar-store.ts'
import { undoImport } from '../../src/db/import/import-undo-store.ts'
import { readReport } from '../../src/db/report/live-report-store.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { openTestDatabase } from '../database.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town
beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const period = { from: localDate.parse('2025-01-01'), to: localDate.parse('2025-06-30') }
const input = { rows: 4321, seed: 7, period, timeZone: 'Europe/Brussels' }

async function seed(town: Town, given: Partial<typeof input> = {}) {
  const answer = await asActor(db, town.cli, (tx) => writeSeed(tx, town.cli, { ...input, ...given }))
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}

const figuresOf = (town: Town) =>
  asActor(db, town.people.lies.actor, async (tx) => {
    const { city, definitions, ...figures } = await readReport(tx, town.city, period)
    return figures
  })

test('Oostdijk gets exactly as many requests as asked, all on opening days, in the report like any other, and the planner knows', async () => {
  const { importId } = await seed(oostdijk)
  const figures = await figuresOf(oostdijk)
  expect(figures.total).toBe(4321)
  expect(figures.themes.length).toBeGreaterThan(12)
  expect(figures.nationalities.distinct).toBeGreaterThan(20)
  expect(figures.statuses.find(({ code }) => code === 'no_legal_stay')?.requests).toBeGreaterThan(20)
  const rows = await asActor(db, oostdijk.cli, async (tx) => ({
    open: new Set<string>(await listOpeningDays(tx, period)),
    found: await tx
      .selectFrom('help_request')
      .select(['received_on as day', 'visit_id as visit', 'status', 'first_visit as first'])
      .execute(),
  }))
  expect(rows.found.filter(({ day }) => !rows.open.has(day))).toEqual([])
  expect(rows.found.filter(({ status }) => status === 'no_legal_stay')).toEqual([])
  const answers = { first: true, again: false, not_asked: null }
  for (const [code, answer] of Object.entries(answers))
    expect([code, figures.firstVisits?.find((share) => share.code === code)?.requests]).toEqual([
      code,
      rows.found.filter(({ first }) => first === answer).length,
    ])
  const visits = new Set(rows.found.map(({ visit }) => visit)).size
  expect(visits).toBeLessThan(4321)
  expect(visits).toBeGreaterThan(2500)

  const known = await runAt(db.adminUrl, (admin) =>
    admin.query(`select reltuples::int as rows from pg_class where relname = 'help_request'`),
  )
  expect(known.rows).toEqual([{ rows: 4321 }])

  await seed(westdijk)
  const { desks, ...same } = await figuresOf(westdijk)
  const { desks: _, ...before } = figures
  expect(same).toEqual(before)

  await asActor(db, oostdijk.cli, (tx) => undoImport(tx, oostdijk.cli, importId, new Date()))
  expect((await figuresOf(oostdijk)).total).toBe(0)
  expect((await figuresOf(westdijk)).total).toBe(4321)
})

test('a seeded row that somebody voided is named when the seed is undone', async () => {
  const { importId } = await seed(oostdijk, { rows: 20, seed: 8 })
  await asActor(db, oostdijk.cli, (tx) =>
    tx
      .updateTable('help_request')
      .set({ voided_at: new Date(), void_reason: 'dubbel genoteerd' })
      .where('import_id', '=', importId)
      .where('import_row', '=', 7)
      .execute(),
  )
  const answer = await asActor(db, oostdijk.cli, (tx) => undoImport(tx, oostdijk.cli, importId, new Date()))
  expect(answer).toMatchObject({ code: 'import_edited', details: { rows: '7', count: 1 } })
})

test('a city that holds real requests is seeded only when somebody says so', async () => {
  await registerRequest(db, westdijk, 'nadia')
  const act = (besideReal: boolean) =>
    asActor(db, westdijk.cli, (tx) => writeSeed(tx, westdijk.cli, { ...input, rows: 5, seed: 9, besideReal }))
  expect(await act(false)).toMatchObject({ refused: true, code: 'seed_beside_real' })
  expect(await act(true)).toMatchObject({ rows: 5 })
})

test('a period in which no desk is open is refused', async () => {
  const sunday = localDate.parse('2025-03-02')
  const answer = await asActor(db, oostdijk.cli, (tx) =>
    writeSeed(tx, oostdijk.cli, { ...input, period: { from: sunday, to: sunday } }),
  )
  expect(answer).toMatchObject({ refused: true, code: 'seed_closed' })
})
