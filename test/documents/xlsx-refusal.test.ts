import { describe, expect, test } from 'vitest'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { fileInMemory } from './file-in-memory.ts'
import { textRow, type WorkbookByHand, workbookFiles, workbookOf, zipOf } from './workbook-by-hand.ts'

/** What stops the reading of a file: at once, or at its last row. */
async function refusalOf(bytes: Uint8Array | string) {
  const sheet = await openSheet(fileInMemory(bytes))
  if (isRefusal(sheet)) return sheet
  let last: unknown
  for await (const row of sheet.rows()) last = row
  return isRefusal(last) ? last : undefined
}

const headings = textRow(1, 'datum', 'thema')
const refusalOfRows = (rows: string, more: Partial<WorkbookByHand['sheets'][0]> = {}) =>
  refusalOf(workbookOf({ sheets: [{ rows: `${headings}${rows}`, ...more }] }))

const part = (name: string, content: string | Uint8Array) =>
  zipOf({ ...workbookFiles({ sheets: [{ rows: headings }], formats: [14], strings: '' }), [name]: content })

const sheetXml = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const container = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(70_000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(99),
  ])

describe('a file that is no workbook', () => {
  test.each([
    ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['PNG', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['JPEG', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['GIF', Buffer.from('GIF89a')],
    ['XLS', container('Workbook')],
    ['ZIP', zipOf({ 'foto.jpg': 'x' })],
    ['ZIP', zipOf({})],
    ['DOCX', zipOf({ 'word/document.xml': '<x/>' })],
    ['PPTX', zipOf({ 'ppt/presentation.xml': '<x/>' })],
    ['XLSB', zipOf({ 'xl/workbook.bin': 'x' })],
    ['ODS', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
    ['ODT', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
    ['ZIP', zipOf({ mimetype: 'application/epub+zip' })],
    ['HTML', Buffer.from('\r\n<html><table><tr><td>datum</td></tr></table>')],
    ['XML', Buffer.from('\ufeff<?xml version="1.0"?><Workbook/>')],
  ])('is refused as %s, whatever its name says', async (format, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ code: 'file_not_csv', details: { format } })
  })
})

describe('a workbook is refused', () => {
  test('when it is behind a password', async () => {
    expect(await refusalOf(container('EncryptedPackage'))).toMatchObject({ code: 'file_encrypted' })
    const locked = workbookOf({ sheets: [{ rows: headings }] }, { claim: { flags: 1 } })
    expect(await refusalOf(locked)).toMatchObject({ code: 'file_encrypted' })
  })

  test('when it swells', async () => {
    const bomb = { rows: `${headings}${' '.repeat(12_000_000)}` }
    for (const size of [undefined, 10]) {
      const bytes = workbookOf({ sheets: [bomb] }, size ? { claim: { size } } : {})
      expect(bytes.length).toBeLessThan(20_000)
      expect(await refusalOf(bytes)).toMatchObject({ code: 'zip_bomb' })
    }
    const strings = `<si><t>${'x'.repeat(90_000)}</t></si>`.repeat(150)
    expect(await refusalOf(workbookOf({ sheets: [{ rows: headings }], strings }))).toMatchObject({
      code: 'zip_bomb',
    })
    const crowd = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`x${index}`, '']))
    expect(await refusalOf(zipOf(crowd))).toMatchObject({ code: 'zip_bomb' })
  })

  test('when any of its files declares a document type', async () => {
    const lol =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    for (const name of [
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet1.xml',
    ]) {
      expect([name, await refusalOf(part(name, `${lol}<x>&b;&c;</x>`))]).toMatchObject([
        name,
        { code: 'xml_entities' },
      ])
    }
    expect(await refusalOfRows('<row><c t="str"><v>&b;</v></c></row>')).toMatchObject({
      code: 'file_damaged',
    })
  })

  test('when it has more than fifty sheets', async () => {
    const sheets = (count: number) =>
      workbookOf({
        sheets: Array.from({ length: count }, () => ({ rows: `${headings}${textRow(2, 'a', 'b')}` })),
      })
    expect(await refusalOf(sheets(50))).toBeUndefined()
    expect(await refusalOf(sheets(200))).toMatchObject({
      code: 'sheets_too_many',
      details: { count: 200, most: 50 },
    })
  })

  test('when cells are merged in or across its headings, and only then', async () => {
    const merge = (...refs: string[]) =>
      `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    for (const ref of ['A1:B1', 'C1:C3', 'A1:D9']) {
      const after = merge('A5:B5', ref)
      expect(await refusalOfRows(textRow(2, 'a', 'b'), { after })).toMatchObject({
        code: 'headings_merged',
        details: { cells: ref },
      })
    }
    const title = textRow(1, 'nr', 'Hulpvragen 2016') + textRow(2, '', 'datum', 'thema')
    const titled = workbookOf({ sheets: [{ rows: title, after: merge('B1:F1', 'A1:A2') }] })
    expect(await refusalOf(titled)).toMatchObject({ code: 'headings_merged' })
    const prefixed = `<x:mergeCells xmlns:x="y"><x:mergeCell  z="1" ref='A1:B1' /></x:mergeCells>`
    expect(await refusalOfRows('', { after: prefixed })).toMatchObject({ code: 'headings_merged' })
    const said = textRow(2, '<mergeCell ref="A1:B1"/>', 'b')
    expect(await refusalOfRows(said, { after: merge('A2:B2', 'A1') })).toBeUndefined()
  })

  test('when a heading is a formula', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v>datum</v></c><c r="B1" t="str"><f>A9</f><v>thema</v></c></row>'
    expect(await refusalOf(workbookOf({ sheets: [{ rows }] }))).toMatchObject({
      code: 'heading_formula',
      details: { column: 'thema' },
    })
  })

  test.each([
    ['sheet_too_large', '<row r="1048577"><c><v>1</v></c></row>'],
    ['sheet_too_large', '<row r="2"><c r="XFE2"><v>1</v></c></row>'],
    ['sheet_too_large', '<row r="2"><c r="XFD2"><v>1</v></c><c><v>2</v></c></row>'],
    ['sheet_too_large', '<row r="2"><c r="ABCDEFGH2"><v>1</v></c></row>'],
    [
      'cell_too_long',
      `<row><c t="inlineStr"><is>${`<r><t>${'é'.repeat(999)}</t></r>`.repeat(101)}</is></c></row>`,
    ],
    ['file_damaged', '<row r="1"><c><v>1</v></c></row>'],
    ['file_damaged', '<row r="0"><c><v>1</v></c></row>'],
    ['file_damaged', '<row r="2.5"><c><v>1</v></c></row>'],
    ['file_damaged', '<row r="x"><c><v>1</v></c></row>'],
    ['file_damaged', '<row r="2"><c r="2"><v>1</v></c></row>'],
    ['file_damaged', '<row><c><v>1</c></row>'],
    ['file_damaged', '<row><c><v>\u0001</v></c></row>'],
    ['file_damaged', '<a>'.repeat(200) + '</a>'.repeat(200)],
  ])('with %s when it holds %s', async (code, rows) => {
    expect(await refusalOfRows(rows)).toMatchObject({ code })
  })

  test('when one word in it never ends', async () => {
    const noise = Buffer.from(
      Array.from({ length: 3_000_000 }, (_, at) => 97 + ((at * at * 7919 + (at >> 3)) % 26)),
    ).toString()
    for (const rows of [noise, `<!--${noise}-->`, `<c r="${noise}"/>`, `<${noise}/>`]) {
      expect(
        await refusalOf(part('xl/worksheets/sheet1.xml', sheetXml(`${headings}<row>${rows}</row>`))),
      ).toMatchObject({ code: 'cell_too_long' })
    }
  })

  test('when it is cut off, patched or packed in another way', async () => {
    const whole = workbookOf({ sheets: [{ rows: headings }] })
    for (const size of [4, 30, 200, whole.length - 30, whole.length - 1]) {
      expect(await refusalOf(whole.subarray(0, size))).toMatchObject({ code: 'file_damaged' })
    }
    for (const claim of [{ sum: 12345 }, { method: 14 }, { flags: 0x40 }]) {
      expect(await refusalOf(workbookOf({ sheets: [{ rows: headings }] }, { claim }))).toMatchObject({
        code: 'file_damaged',
      })
    }
    for (const xml of ['', 'geen xml', '<workbook><sheets>']) {
      expect(await refusalOf(part('xl/workbook.xml', xml))).toMatchObject({
        code: expect.stringMatching(/^file_/),
      })
    }
    expect(await refusalOf(zipOf({ ...workbookFiles({ sheets: [] }) }))).toMatchObject({ code: 'file_empty' })
  })
})

test('what goes wrong with the disk is no fault of the file', async () => {
  const whole = fileInMemory(workbookOf({ sheets: [{ rows: headings }] }))
  let readings = 0
  const failingAt = (last: number) => ({
    size: whole.size,
    async *read(start = 0, end = whole.size) {
      if (++readings > last) throw new Error('the disk is gone')
      yield* whole.read(start, end)
    },
  })
  await openSheet(failingAt(1000))
  for (let last = readings - 1; last >= 0; last--) {
    readings = 0
    await expect(openSheet(failingAt(last))).rejects.toThrow('the disk is gone')
  }
})
