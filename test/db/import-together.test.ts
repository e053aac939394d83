import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { importRequests, type RequestImport, tryImport } from '../../src/db/import/import-store.ts'
import { undoImport } from '../../src/db/import/import-undo-store.ts'
import { importId } from '../../src/domain/id.ts'
import type { Sheet } from '../../src/domain/import/import-sheet.ts'
import { openTestDatabase } from '../database.ts'
import { accepted, makeSheet, names } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, type Town } from '../story.ts'

// Two imports of one town at once: each may take its time to read; only what they write has its turn.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const inputOf = (sheet: Sheet): RequestImport => ({
  ...{ sheet, names, mapping: {}, organizationId: oostdijk.welcomeHouse, fileName: 'hulpvragen.csv' },
  ...{ timeZone: 'Europe/Brussels', now: new Date('2026-03-02T09:00:00Z') },
})
const work = (act: typeof tryImport, sheet: Sheet, onProgress?: RequestImport['onProgress']) =>
  asActor(db, oostdijk.cli, async (tx) =>
    accepted(await act(tx, oostdijk.cli, { ...inputOf(sheet), ...(onProgress ? { onProgress } : {}) })),
  )

const table = (numbers: readonly number[], desk = 'Balie') =>
  makeSheet([
    ['nr', 'datum', 'plaats', 'thema'],
    ...numbers.map((number) => [String(number), '05/01/2016', desk, 'Wonen']),
  ])

/** A sheet whose first reading stops after its first row until it may go on. */
function stopsHalfway(sheet: Sheet) {
  const [halfway, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  async function* rows() {
    let row = 0
    for await (const each of sheet.rows()) {
      yield each
      if (++row > 1) continue
      halfway.resolve()
      await goOn.promise
    }
  }
  return { sheet: { ...sheet, rows }, halfway: halfway.promise, goOn: goOn.resolve }
}

test.each(['trial', 'run'] as const)(
  'while a %s reads, another import of the town is made and one is undone',
  async (kind) => {
    const desk = `Balie ${kind}`
    const slow = stopsHalfway(table([1, 2, 3], desk))
    const reading = work(kind === 'run' ? importRequests : tryImport, slow.sheet)
    await slow.halfway
    const other = await work(importRequests, table([2, 9], desk))
    expect(other.imported).toBe(2)
    const passing = await work(importRequests, table([7], desk))
    const undone = await asActor(db, oostdijk.cli, (tx) =>
      undoImport(tx, oostdijk.cli, importId.parse(passing.importId), new Date()),
    )
    expect(undone).toMatchObject({ undone: 1 })
    slow.goOn()
    const answer = await reading
    // A run looks again at what the others brought: row 2 is not brought twice, and their desk is one.
    if (kind === 'run') expect(answer).toMatchObject({ imported: 2, alreadyImported: 1, newDesks: [] })
    const desks = await asActor(db, oostdijk.cli, (tx) =>
      tx.selectFrom('desk').select('id').where('name', '=', desk).execute(),
    )
    expect(desks).toHaveLength(1)
  },
)

test('two imports write one after the other, and the second says that it waits', async () => {
  const said: string[] = []
  const first = asActor(db, oostdijk.cli, async (tx) => {
    accepted(await importRequests(tx, oostdijk.cli, inputOf(table([31, 32]))))
    const second = work(importRequests, table([32, 33]), (phase) => {
      said.push(phase)
      if (phase === 'queued') queued.resolve()
    })
    await queued.promise
    return { second }
  })
  const queued = Promise.withResolvers<void>()
  const { second } = await first
  expect(await second).toMatchObject({ imported: 1, alreadyImported: 1 })
  expect(said).toContain('queued')
})
