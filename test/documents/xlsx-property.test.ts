import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmless, type SheetCell } from '../../src/documents/sheet/sheet-cell.ts'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import { xlsxFile } from '../../src/documents/sheet/xlsx-file.ts'
import { addDays, localDate } from '../../src/domain/local-date.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'
import { bytesOf, fileInMemory } from './file-in-memory.ts'
import { textRow, workbookFiles, workbookOf, zipOf } from './workbook-by-hand.ts'

async function* inTurn(rows: readonly (readonly SheetCell[])[]) {
  yield* rows
}

const unit = fc.constantFrom(
  'a',
  'é',
  '€',
  '🙂',
  'ب',
  ' ',
  '\t',
  '\n',
  '\r',
  '\u0000',
  '\u001f',
  '\uffff',
  '_x0041_',
  '_x',
  '_',
  '<',
  '&',
  ']]>',
  '"',
  "'",
  '=',
  '+',
)
const text = fc.string({ unit, maxLength: 8 })
const date = fc
  .integer({ min: 0, max: 109_000 })
  .map((days) => ({ date: addDays(localDate.parse('1900-01-01'), days) }))
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const cell = fc.oneof(text, date, number, fc.boolean(), fc.constant(null))

/** What a cell says when it is read back: a number as Excel shows it, in fifteen digits. */
function saying(given: SheetCell): string {
  if (given === null) return ''
  if (typeof given === 'string') return harmless(given).replaceAll('\uffff', '\ufffd')
  if (typeof given === 'number') return String(Number(given.toPrecision(15)) + 0)
  return typeof given === 'boolean' ? String(given).toUpperCase() : given.date
}

const withoutTail = (cells: readonly string[]) =>
  cells.slice(0, cells.findLastIndex((said) => said !== '') + 1)

test('any table written as a workbook and read back is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), async (drawn) => {
      const table = [...drawn, ['slot']]
      const bytes = await bytesOf(
        xlsxFile({ sheet: 'Blad', headings: ['a', 'b', 'c', 'd', 'e'], rows: inTurn(table) }),
      )
      const sheet = accepted(await openSheet(fileInMemory(bytes, 512)))
      const expected = table.map((cells, index) => ({
        row: index + 2,
        cells: withoutTail(cells.map(saying)),
      }))
      expect(await Array.fromAsync(sheet.rows())).toEqual(expected.filter(({ cells }) => cells.length > 0))
    }),
    { numRuns: 300, examples: [[[[1], [{ date: localDate.parse('1900-01-01') }]]]] },
  )
})

test('a workbook with broken bytes is a sheet or a refusal, never a crash', {
  timeout: 120_000,
}, async () => {
  const rows = Array.from({ length: 40 }, (_, row) => textRow(row + 1, `datum ${row}`, 'thema', 'é')).join('')
  const byHand = workbookOf({
    sheets: [{ rows }, { rows: textRow(1, 'x') }],
    formats: [14, 'd/m'],
    strings: '<si><t>x</t></si>',
  })
  const written = await bytesOf(xlsxFile({ sheet: 'a', headings: ['datum'], rows: inTurn([[1], ['b']]) }))
  const flip = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    to: fc.integer({ min: 0, max: 255 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(byHand, written),
      fc.array(flip, { minLength: 1, maxLength: 6 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1 }),
      async (whole, flips, kept) => {
        const bytes = Buffer.from(whole.subarray(0, Math.ceil(whole.length * (kept ?? 1))))
        for (const { at, to } of flips) bytes[Math.floor(at * bytes.length)] = to
        const sheet = await openSheet(fileInMemory(bytes))
        if (isRefusal(sheet)) return
        for await (const row of sheet.rows()) expect(isRefusal(row) || row.row > 1).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a workbook whose XML somebody tampered with is a sheet or a refusal, never a crash', async () => {
  const files: Record<string, string> = workbookFiles({
    sheets: [
      {
        rows: `${textRow(1, 'datum', 'thema')}<row r="2"><c r="A2" s="1"><v>42339</v></c><c r="B2" t="s"><f t="array" ref="B2:C3">x</f><v>0</v></c></row>`,
        after: '<mergeCells><mergeCell ref="A9:B9"/></mergeCells>',
      },
      { rows: '', state: 'hidden' },
    ],
    formats: [14, '[h]:mm'],
    strings: '<si><r><t>x</t></r></si>',
  })
  const pieces = Object.values(files).flatMap((xml) => xml.match(/<[^>]*>|"[^"]*"|[^<"]+/g) ?? [])
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom('', '"', '<', '-1', '1e9', 'NaN', 'ZZZZ1', '&x;', '\u0000'),
  )
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const change = fc.record({
    name: fc.constantFrom(...Object.keys(files)),
    from: place,
    length: fc.nat(30),
    piece,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const changed = { ...files }
      for (const { name, from, length, piece: put } of changes) {
        const xml = changed[name] ?? ''
        const at = Math.floor(from * xml.length)
        changed[name] = `${xml.slice(0, at)}${put}${xml.slice(at + length)}`
      }
      const sheet = await openSheet(fileInMemory(zipOf(changed)))
      if (isRefusal(sheet)) return
      for await (const row of sheet.rows()) expect(isRefusal(row) || row.row > 1).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
