import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { importRequests } from '../../src/db/import/import-store.ts'
import { undoImport } from '../../src/db/import/import-undo-store.ts'
import { countHelpRequests } from '../../src/db/request/help-request-store.ts'
import { correctRequest } from '../../src/db/request/request-correction-store.ts'
import { type ImportId, importId } from '../../src/domain/id.ts'
import { openTestDatabase } from '../database.ts'
import { accepted, makeSheet, names } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const now = new Date('2026-03-02T09:00:00Z')
const sheetOf = (...numbers: string[]) =>
  makeSheet([['nr', 'datum', 'thema'], ...numbers.map((number) => [number, '02/11/2015', 'Wonen'])])

const importInto = async (town: Town, ...numbers: string[]) =>
  accepted(
    await asActor(db, town.cli, (tx) =>
      importRequests(tx, town.cli, {
        sheet: sheetOf(...numbers),
        names,
        mapping: {},
        organizationId: town.welcomeHouse,
        fileName: 'hulpvragen.csv',
        timeZone: 'Europe/Brussels',
        now,
      }),
    ),
  )

const undo = (town: Town, id: ImportId | null) =>
  asActor(db, town.cli, (tx) => undoImport(tx, town.cli, importId.parse(id), now))

const countIn = (town: Town) => asActor(db, town.cli, (tx) => countHelpRequests(tx, {}))

describe('an import of Oostdijk taken back', () => {
  test('leaves the figures of Oostdijk and of nobody else, and can be imported again', async () => {
    const other = await importInto(oostdijk, '1')
    const { importId: id } = await importInto(oostdijk, '2', '3')
    await importInto(westdijk, '2', '3')
    const [ours, theirs] = [await countIn(oostdijk), await countIn(westdijk)]
    expect(await undo(oostdijk, id)).toEqual({ importId: id, undone: 2 })
    expect(await countIn(oostdijk)).toBe(ours - 2)
    expect(await countIn(westdijk)).toBe(theirs)
    const again = await importInto(oostdijk, '1', '2', '3')
    expect(again).toMatchObject({ imported: 2, alreadyImported: 1 })
    expect(await undo(oostdijk, other.importId)).toMatchObject({ undone: 1 })
    expect(await undo(oostdijk, again.importId)).toMatchObject({ undone: 2 })
  })

  test('keeps its rows in history, voided with the reason', async () => {
    const { importId: id } = await importInto(oostdijk, '11')
    await undo(oostdijk, id)
    const rows = await asActor(db, oostdijk.cli, (tx) =>
      tx.selectFrom('help_request').selectAll().where('import_id', '=', importId.parse(id)).execute(),
    )
    expect(rows).toMatchObject([
      { void_reason: 'import_undone', voided_at: now, import_key: null, version: 2 },
    ])
  })

  test('twice is refused', async () => {
    const { importId: id } = await importInto(oostdijk, '21')
    await undo(oostdijk, id)
    expect(await undo(oostdijk, id)).toMatchObject({ code: 'import_undone' })
  })

  test('is refused when somebody has edited or voided rows since, naming them', async () => {
    const { importId: id } = await importInto(oostdijk, '31', '32', '33', '34')
    const change = (row: number, values: { version: number } | { voided_at: Date; void_reason: string }) =>
      asActor(db, oostdijk.cli, (tx) =>
        tx
          .updateTable('help_request')
          .set(values)
          .where('import_id', '=', importId.parse(id))
          .where('import_row', '=', row)
          .execute(),
      )
    await change(3, { version: 2 })
    await change(5, { voided_at: now, void_reason: 'mistake' })
    const before = await countIn(oostdijk)
    expect(await undo(oostdijk, id)).toMatchObject({
      code: 'import_edited',
      details: { rows: '3, 5', count: 2 },
    })
    expect(await countIn(oostdijk)).toBe(before)
  })

  test('is refused when a row was corrected, also in what the row itself does not show', async () => {
    const { lies } = oostdijk.people
    for (const [number, changes] of [
      ['51', { minutes: 5 }],
      ['52', { status: 'no_legal_stay' }],
    ] as const) {
      const { importId: id } = await importInto(oostdijk, number)
      const [row] = await asActor(db, oostdijk.cli, (tx) =>
        tx.selectFrom('help_request').select('id').where('import_id', '=', importId.parse(id)).execute(),
      )
      if (!row) throw new Error('nothing was imported')
      const correction = { id: row.id, version: 1, changes, now, timeZone: 'Europe/Brussels' }
      accepted(await asActor(db, lies.actor, (tx) => correctRequest(tx, lies.actor, correction)))
      expect(await undo(oostdijk, id)).toMatchObject({ code: 'import_edited', details: { rows: '2' } })
    }
  })

  test('by Westdijk is refused as if it did not exist', async () => {
    const { importId: id } = await importInto(oostdijk, '41')
    expect(await undo(westdijk, id)).toMatchObject({ code: 'import_not_found' })
    expect(await undo(oostdijk, id)).toMatchObject({ undone: 1 })
  })
})
