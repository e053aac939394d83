import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { importRequests } from '../../src/db/import/import-store.ts'
import { readReport } from '../../src/db/report/live-report-store.ts'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { openTestDatabase } from '../database.ts'
import { fileInMemory } from '../documents/file-in-memory.ts'
import { escapeXml, textRow, workbookOf } from '../documents/workbook-by-hand.ts'
import { accepted, names } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

// The demo file as Excel keeps it: a table of texts, dates and times as serial numbers.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town
let csv: Buffer
let workbook: Buffer

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  csv = await readFile(new URL('../../demo/help-requests.csv', import.meta.url))
  workbook = asWorkbook(parse(csv, { bom: true, delimiter: ';' }))
})
afterAll(() => db[Symbol.asyncDispose]())

function asWorkbook([headings = [], ...rows]: string[][]): Buffer {
  const strings = [...new Set(rows.flat())]
  const places = new Map(strings.map((text, place) => [text, place]))
  const cellOf = (text: string, heading: string | undefined, reference: string) => {
    const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text)
    const time = /^(\d\d?):(\d\d)$/.exec(text)
    if (text === '') return `<c r="${reference}" s="1"/>`
    if (day) {
      const serial = Date.UTC(Number(day[3]), Number(day[2]) - 1, Number(day[1])) / 86_400_000 + 25_569
      return `<c r="${reference}" s="1"><v>${serial}</v></c>`
    }
    if (time) return `<c r="${reference}" s="2"><v>${(Number(time[1]) * 60 + Number(time[2])) / 1440}</v></c>`
    if (heading !== 'plaats' && /^\d+$/.test(text)) return `<c r="${reference}"><v>${text}</v></c>`
    return `<c r="${reference}" t="s"><v>${places.get(text)}</v></c>`
  }
  const xml = rows.map((cells, index) => {
    const row = index + 2
    const inside = cells.map((text, at) =>
      cellOf(text, headings[at], `${String.fromCharCode(65 + at)}${row}`),
    )
    return `<row r="${row}">${inside.join('')}</row>`
  })
  return workbookOf({
    sheets: [{ rows: `${textRow(1, ...headings)}${xml.join('')}` }],
    formats: ['dd/mm/jjjj', 20],
    strings: strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join(''),
  })
}

async function importInto(town: Town, bytes: Buffer, fileName: string) {
  const sheet = accepted(await openSheet(fileInMemory(bytes)))
  const answer = await asActor(db, town.cli, (tx) =>
    importRequests(tx, town.cli, {
      sheet,
      names,
      mapping: {},
      organizationId: town.welcomeHouse,
      fileName,
      timeZone: 'Europe/Brussels',
      now: new Date('2026-03-02T09:00:00Z'),
    }),
  )
  const { importId: _, ...rest } = accepted(answer)
  return rest
}

const figuresOf = (town: Town) =>
  asActor(db, town.cli, async (tx) => {
    const period = { from: localDate.parse('2015-11-01'), to: localDate.parse('2016-12-31') }
    const { city: _, desks, ...figures } = await readReport(tx, town.city, period)
    return { ...figures, desks: desks.map(({ requests, percent }) => ({ requests, percent })) }
  })

test('the demo file as a workbook gives the answer and the figures that it gives as CSV', async () => {
  const asCsv = await importInto(oostdijk, csv, 'hulpvragen.csv')
  const asXlsx = await importInto(westdijk, workbook, 'hulpvragen.xlsx')
  expect(asXlsx).toMatchObject({ rows: 866, imported: 866, rejected: [], unknown: [], changed: [] })
  const { newDesks: _, newGuides: __, closedDays: ___, ...same } = asCsv
  expect(asXlsx).toMatchObject(same)
  const figures = await figuresOf(westdijk)
  expect(figures.total).toBe(866)
  expect(figures).toEqual(await figuresOf(oostdijk))
})

test('a workbook brings in nothing again of what came as CSV', async () => {
  expect(await importInto(oostdijk, workbook, 'hulpvragen.xlsx')).toMatchObject({
    rows: 866,
    imported: 0,
    alreadyImported: 866,
    changed: [],
  })
})
