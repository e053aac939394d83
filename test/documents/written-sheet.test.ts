import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { csvFile } from '../../src/documents/sheet/csv-file.ts'
import { harmless, type SheetCell } from '../../src/documents/sheet/sheet-cell.ts'
import { xlsxFile } from '../../src/documents/sheet/xlsx-file.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { bytesOf } from './file-in-memory.ts'

async function* inTurn(rows: readonly (readonly SheetCell[])[]) {
  yield* rows
}

const day = { date: localDate.parse('2015-12-01') }
const headings = ['nr', 'datum', 'thema', '=doorverwezen naar']
const rows: SheetCell[][] = [
  [1, day, 'Wonen; huur', '=HYPERLINK("http://example.org")'],
  [-2.5, null, 'zei "ja"\nen nee', '@SUM(A1)'],
  [true, { date: localDate.parse('1900-01-31') }, ' met blanco ', ''],
]

describe('a text that a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '+32 9',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx',
    '  =1',
    '\u00a0=1',
    ' \tx',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' ＝1',
  ])('is made harmless: %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`)
    expect(harmless(harmless(text))).toBe(harmless(text))
  })

  test.each(['Wonen', '', 'a=b', '1-2', '  a', 'é', '🙂', "'t Veer", 'a\t=b'])(
    'is left alone when it is none: %j',
    (text) => {
      expect(harmless(text)).toBe(text)
    },
  )
})

describe('a list of Oostdijk as CSV', () => {
  test('opens in a Belgian Excel: mark, semicolons, CRLF, ISO dates, decimal commas', async () => {
    expect((await bytesOf(csvFile(headings, inTurn(rows)))).toString()).toBe(
      "\ufeffnr;datum;thema;'=doorverwezen naar\r\n" +
        '1;2015-12-01;"Wonen; huur";"\'=HYPERLINK(""http://example.org"")"\r\n' +
        '-2,5;;"zei ""ja""\nen nee";\'@SUM(A1)\r\n' +
        'true;1900-01-31;" met blanco ";\r\n',
    )
  })

  test('holds every row, however many there are', async () => {
    const many = Array.from({ length: 1234 }, (_, row): SheetCell[] => [row, `rij ${row}`])
    const bytes = await bytesOf(csvFile(['nr', 'tekst'], inTurn(many)))
    expect(parse(bytes, { bom: true, delimiter: ';' })).toEqual([
      ['nr', 'tekst'],
      ...many.map((row) => row.map(String)),
    ])
    expect((await bytesOf(csvFile(['nr'], inTurn([])))).toString()).toBe('\ufeffnr\r\n')
  })
})

describe('a list of Oostdijk as workbook', () => {
  const write = (given = rows, sheet = 'Hulpvragen') =>
    bytesOf(xlsxFile({ sheet, headings, rows: inTurn(given) }))

  test('holds real dates and numbers and not one formula', async () => {
    const { sheets } = await readXlsx(await write())
    expect(sheets.map(({ name }) => name)).toEqual(['Hulpvragen'])
    expect(sheets[0]?.rows).toEqual([
      ['nr', 'datum', 'thema', "'=doorverwezen naar"],
      [1, new Date('2015-12-01'), 'Wonen; huur', '\'=HYPERLINK("http://example.org")'],
      [-2.5, null, 'zei "ja"\nen nee', "'@SUM(A1)"],
      [true, new Date('1900-01-31'), ' met blanco ', null],
    ])
  })

  test('has bold headings that stay in sight, over columns wide enough', async () => {
    const { sheets } = await readXlsx(await write(), { readStyles: true })
    const [sheet] = sheets
    expect(sheet?.freezePane).toMatchObject({ rows: 1 })
    expect(sheet?.cells?.get('0,2')?.style?.font?.bold).toBe(true)
    expect(sheet?.cells?.get('1,2')?.style?.font?.bold ?? false).toBe(false)
    expect(sheet?.columns?.map(({ width }) => width)).toEqual([10, 12, 17, 34])
  })

  test('shows its dates as Flanders writes them, and numbers as numbers', async () => {
    const { sheets } = await readXlsx(await write(), { readStyles: true })
    const formatAt = (cell: string) => sheets[0]?.cells?.get(cell)?.style?.numFmt
    expect([formatAt('1,1'), formatAt('3,1')]).toEqual(['dd/mm/yyyy', 'dd/mm/yyyy'])
    expect(formatAt('1,0') ?? 'General').toBe('General')
  })

  test('may be empty, and its tab may have any name', async () => {
    for (const name of ['', "'a'", 'History', 'a/b:c*d?[e]\\f', 'x'.repeat(40), '\u0000']) {
      const { sheets } = await readXlsx(await write([], name))
      expect(sheets[0]?.rows).toHaveLength(1)
    }
  })

  test('reads its rows no faster than its bytes are taken, and lets go when nobody takes them', async () => {
    let [given, closed] = [0, false]
    async function* endless(): AsyncGenerator<SheetCell[]> {
      try {
        while (true) yield [++given, 'x'.repeat(200)]
      } finally {
        closed = true
      }
    }
    for await (const _ of xlsxFile({ sheet: 'x', headings: ['a'], rows: endless() })) {
      if (given > 2000) break
    }
    expect(given).toBeLessThan(20_000)
    expect(closed).toBe(true)
  })

  test('passes on what goes wrong with its rows', async () => {
    async function* broken(): AsyncGenerator<SheetCell[]> {
      for (let row = 0; row < 500; row++) yield [row]
      throw new Error('the database went away')
    }
    await expect(bytesOf(xlsxFile({ sheet: 'x', headings: ['a'], rows: broken() }))).rejects.toThrow(
      'went away',
    )
  })

  test('of 200,000 rows takes at most 100 MiB', { timeout: 120_000 }, async () => {
    async function* many(): AsyncGenerator<SheetCell[]> {
      for (let row = 0; row < 200_000; row++)
        yield [row, day, `hulpvraag ${row} over wonen`, row / 8, 'Sociaal Huis']
    }
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    let [most, written] = [before, 0]
    for await (const piece of xlsxFile({ sheet: 'x', headings, rows: many() })) {
      written += piece.length
      most = Math.max(most, process.memoryUsage.rss())
    }
    expect(written).toBeGreaterThan(1_000_000)
    expect((most - before) / 2 ** 20).toBeLessThan(100)
  })
})
