import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import type { SheetRow } from '../../src/domain/import/import-sheet.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { fileInMemory } from './file-in-memory.ts'

async function readCsv(bytes: Uint8Array | string, size?: number) {
  const sheet = await openSheet(fileInMemory(bytes, size))
  if (isRefusal(sheet)) return sheet
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    rows.push(row)
  }
  return { headings: sheet.headings, rows }
}

const encodings = {
  'UTF-8': 'utf8',
  'UTF-8 with its mark': 'utf8',
  'Windows-1252': 'win1252',
  'UTF-16': 'utf16le',
} as const
const encode = (text: string, encoding: keyof typeof encodings) =>
  iconv.encode(text, encodings[encoding], {
    addBOM: encoding === 'UTF-8 with its mark' || encoding === 'UTF-16',
  })

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`

describe('a spreadsheet from Oostdijk saved as CSV', () => {
  test('reads the same in every encoding, with every delimiter and line end, cut anywhere', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '€', 'Ž', '"', ';', ',', '\t', '\n', '\r\n', ' ', '=', "'"),
      maxLength: 6,
    })
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 })
    const options = fc.record({
      encoding: fc.constantFrom<keyof typeof encodings>(
        ...(Object.keys(encodings) as (keyof typeof encodings)[]),
      ),
      delimiter: fc.constantFrom(';', ',', '\t'),
      end: fc.constantFrom('\r\n', '\n', '\r'),
      closed: fc.boolean(),
      size: fc.integer({ min: 1, max: 40 }),
    })
    await fc.assert(
      fc.asyncProperty(table, options, async (drawn, { encoding, delimiter, end, closed, size }) => {
        const cells = [...drawn, ['01/12/2015', 'Wonen', 'man']]
        const headings = ['datum', 'thema één', 'type, of "soort"; cliënt']
        const lines = [headings, ...cells].map((row) => row.map(quote).join(delimiter))
        const bytes = encode(`${lines.join(end)}${closed ? end : ''}`, encoding)
        expect(await readCsv(bytes, size)).toEqual({
          headings,
          rows: cells.map((row, index) => ({ row: index + 2, cells: row })),
        })
      }),
      { numRuns: 150 },
    )
  })

  test('numbers its rows as the spreadsheet shows them: blank ones count, lines inside a cell do not', async () => {
    const { rows } = (await readCsv('datum;thema\n\n"a\nb\nc";1\n;;\n\nz;2\n')) as { rows: SheetRow[] }
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [2, ''],
      [3, 'a\nb\nc'],
      [4, ''],
      [5, ''],
      [6, 'z'],
    ])
  })

  test.each(['\r\n', '\n', '\r'])(
    'names its delimiter in every encoding, its lines ending in %j',
    async (end) => {
      for (const encoding of ['utf8', 'win1252', 'utf16le', 'utf16be', 'macintosh'])
        for (const named of ['sep=,', '"sep=,"', 'SEP=,']) {
          const text = [named, 'datum,thema', '01/12/2015,één; twee', ''].join(end)
          const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') })
          if (encoding === 'macintosh' && end !== '\r') continue
          expect([encoding, await readCsv(bytes)]).toEqual([
            encoding,
            { headings: ['datum', 'thema'], rows: [{ row: 2, cells: ['01/12/2015', 'één; twee'] }] },
          ])
        }
    },
  )

  test('saved as "CSV (Macintosh)", or in UTF-16 without its mark, keeps its accents', async () => {
    const text = 'datum;thema\r01/12/2015;Énergie – collega’s à Gand\r'
    const rows = [{ row: 2, cells: ['01/12/2015', 'Énergie – collega’s à Gand'] }]
    for (const encoding of ['macintosh', 'utf16le', 'utf16be'])
      for (const size of [1, 2, 1000])
        expect([
          encoding,
          await readCsv(iconv.encode(text, encoding, { addBOM: false }), size),
        ]).toMatchObject([encoding, { headings: ['datum', 'thema'], rows }])
  })

  test('may begin with a title, and is else read from its first row that says something', async () => {
    const table = 'Datum;Thema\n1/12/2015;Wonen\n'
    expect(await readCsv(`Permanentie najaar;\n;\nGemaakt door Lies;\n${table}`)).toMatchObject({
      headings: ['Datum', 'Thema'],
      rows: [{ row: 5, cells: ['1/12/2015', 'Wonen'] }],
    })
    expect(await readCsv(`Titel;\n${'x;\n'.repeat(10)}${table}`)).toMatchObject({ headings: ['Titel', ''] })
  })

  test('may name its delimiter the way Excel does', async () => {
    expect(await readCsv('sep=,\r\ndatum,thema;sub\r\n1,2\r\n')).toEqual({
      headings: ['datum', 'thema;sub'],
      rows: [{ row: 2, cells: ['1', '2'] }],
    })
  })

  test('keeps a quote inside a cell and spaces around quoted cells out', async () => {
    expect(await readCsv('datum; thema\n5" scherm; "a;b" \n')).toEqual({
      headings: ['datum', 'thema'],
      rows: [{ row: 2, cells: ['5" scherm', 'a;b'] }],
    })
  })

  test('may hold a million characters, a NUL or a formula in a cell', async () => {
    const long = 'x'.repeat(1_000_000)
    expect(await readCsv(`datum;thema\n${long};a\0b\n"=1+1";@SUM(A1)\n`)).toMatchObject({
      rows: [{ cells: [long, 'a\0b'] }, { cells: ['=1+1', '@SUM(A1)'] }],
    })
  })

  test('is UTF-8 even when it was cut off inside a letter', async () => {
    const bytes = Buffer.from('datum;thema\n1;België\n2;é')
    expect(await readCsv(bytes.subarray(0, -1))).toMatchObject({
      rows: [{ cells: ['1', 'België'] }, { cells: ['2', '�'] }],
    })
  })
})

describe('a file that is no whole CSV', () => {
  test('names the line where its unclosed quote begins', async () => {
    const half = 'datum;thema\n1;"a\nb"\n2;"cut\n3;z\n'
    expect(await readCsv(half)).toMatchObject({ refused: true, code: 'file_cut_off', details: { line: 4 } })
  })

  test('names the line of a quote that stays open at the end of a long file', async () => {
    const long = `datum;thema\n${'1;"a\nb"\n'.repeat(50_000)}2;"cut`
    expect(await readCsv(long)).toMatchObject({ code: 'file_cut_off', details: { line: 100_002 } })
  })

  test('is refused when a row never ends', async () => {
    const endless = Buffer.concat([Buffer.from('datum;thema\n1;2\n"'), Buffer.alloc(17_000_000, 'x;y\n')])
    expect(await readCsv(endless)).toMatchObject({ code: 'file_row_too_long', details: { line: 3 } })
  })

  test.each([
    ['file_empty', Buffer.alloc(0)],
    ['file_blank', Buffer.from('\ufeff')],
    ['file_not_csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['file_damaged', Buffer.from('PK\u0003\u0004 and the rest of a spreadsheet')],
    ['file_not_csv', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['file_not_csv', gzipSync('datum;thema')],
    ['file_not_csv', Buffer.alloc(2000)],
    ['file_cut_off', Buffer.from('datum;"thema')],
  ])('is refused with %s', async (code, bytes) => {
    expect(await readCsv(bytes)).toMatchObject({ refused: true, code })
  })
})
