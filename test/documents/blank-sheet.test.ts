import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import { xlsxFile } from '../../src/documents/sheet/xlsx-file.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'
import { fileInMemory } from './file-in-memory.ts'

// Files in which there is nothing to import: each is refused for what it is.

const workbook = async (headings: readonly string[], rows: readonly string[][]) =>
  fileInMemory(
    Buffer.concat(await Array.fromAsync(xlsxFile({ sheet: 'Blad1', headings, rows: Readable.from(rows) }))),
  )
const csv = (text: string) => fileInMemory(Buffer.from(text))
const refused = async (file: ReturnType<typeof csv>) => {
  const sheet = await openSheet(file)
  return isRefusal(sheet) ? [sheet.code, sheet.details] : 'accepted'
}

const wide = (columns: number) => Array.from({ length: columns }, (_, at) => `kolom ${at}`)
const long = 'x'.repeat(2_000_000)

describe('a CSV', () => {
  test.each([
    ['no byte at all', '', 'file_empty', {}],
    ['blank lines only', '\n\n  \r\n;;;\n', 'file_blank', {}],
    ['headings only', 'datum;thema\n', 'file_without_rows', {}],
    ['headings and blank rows', 'datum;thema\n;\n   ;\n', 'file_without_rows', {}],
    [
      'a heading of two megabytes',
      `datum;${long};thema\n1/1/2016;x;Wonen\n`,
      'heading_too_long',
      { column: `${'x'.repeat(80)}…`, most: 1000 },
    ],
    ['forty thousand columns', `${wide(40_000).join(';')}\n1;2\n`, 'sheet_too_large', {}],
  ])('with %s', async (_, text, code, details) => {
    expect(await refused(csv(text))).toEqual([code, details])
  })

  test('with blank lines above its headings is read from the headings on', async () => {
    const sheet = accepted(await openSheet(csv('\n;;\ndatum;thema\n01/12/2015;Wonen\n')))
    expect(sheet.headings).toEqual(['datum', 'thema'])
    expect(await Array.fromAsync(sheet.rows())).toEqual([{ row: 4, cells: ['01/12/2015', 'Wonen'] }])
  })
})

describe('a workbook', () => {
  test('with headings only, and with a heading that is a book', async () => {
    expect(await refused(await workbook(['datum', 'thema'], []))).toEqual(['file_without_rows', {}])
    const titles = ['datum', 'thema', 'y'.repeat(3000)]
    expect(await refused(await workbook(titles, [['1', '2', '3']]))).toEqual([
      'heading_too_long',
      { column: `${'y'.repeat(80)}…`, most: 1000 },
    ])
  })
})
