import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../src/cli/import/import-file.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { importRequests } from '../../src/db/import/import-store.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { openTestDatabase } from '../database.ts'
import { accepted, names } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, type Town } from '../story.ts'

// The first twelve requests of the demo, saved by LibreOffice Calc 7.4 in every way that a desk may have saved them.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  expect(await bringIn('original.csv')).toMatchObject({ rows: 12, imported: 12, rejected: [], unknown: [] })
})
afterAll(() => db[Symbol.asyncDispose]())

const open = (file: string) => openFile(join(import.meta.dirname, '../fixtures/import/libreoffice', file))

const bringIn = async (file: string) => {
  const sheet = accepted(await open(file))
  return asActor(db, oostdijk.cli, async (tx) =>
    accepted(
      await importRequests(tx, oostdijk.cli, {
        ...{ sheet, names, mapping: {}, organizationId: oostdijk.welcomeHouse, fileName: file },
        ...{ timeZone: 'Europe/Brussels', now: new Date('2026-03-02T09:00:00Z') },
      }),
    ),
  )
}

test.each([
  'saved.csv',
  'texts-only.xlsx',
  'dates-1900.xlsx',
  'dates-1904.xlsx',
  'by-way-of-ods.xlsx',
  // A filter hides rows; they are rows all the same.
  'filtered.xlsx',
])('%s holds the very rows of the CSV: none is new, none has changed', async (file) => {
  expect(await bringIn(file)).toMatchObject({
    ...{ rows: 12, imported: 0, alreadyImported: 12, changed: [], rejected: [], unknown: [] },
  })
})

test('formulas.xlsx: the two rows with a formula stay out, and say where', async () => {
  const { alreadyImported, rejected } = await bringIn('formulas.xlsx')
  expect([alreadyImported, rejected.map(({ row, field, reason }) => [row, field, reason])]).toEqual([
    10,
    [
      [4, 'minutes', 'formula'],
      [5, 'theme', 'formula'],
    ],
  ])
})

test('title-above.xlsx is read from the headings under its merged title', async () => {
  const sheet = await open('title-above.xlsx')
  expect(isRefusal(sheet) ? sheet : sheet.headings.slice(0, 2)).toEqual(['nr', 'datum'])
})

test.each([
  ['merged-headings.xlsx', 'headings_merged', { cells: 'A1:C1' }],
  ['unconverted.ods', 'file_not_csv', { format: 'ODS' }],
])('%s is refused with %s', async (file, code, details) => {
  const sheet = await open(file)
  expect(isRefusal(sheet) && [sheet.code, sheet.details]).toEqual([code, details])
})
