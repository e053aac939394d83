import { describe, expect, test } from 'vitest'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import type { SheetRow } from '../../src/domain/import/import-sheet.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { fileInMemory } from './file-in-memory.ts'
import { textRow, type WorkbookByHand, workbookFiles, workbookOf, zipOf } from './workbook-by-hand.ts'

async function readSheet(bytes: Uint8Array, pieces?: number) {
  const sheet = await openSheet(fileInMemory(bytes, pieces))
  if (isRefusal(sheet)) return sheet
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    rows.push(row)
  }
  return { headings: sheet.headings, rows }
}

const headings = textRow(1, 'datum', 'thema')
const nine = textRow(1, 'datum', 'thema', 'c', 'd', 'e', 'f', 'g', 'h', 'i')
const readRows = (rows: string, more: Partial<WorkbookByHand> = {}) =>
  readSheet(workbookOf({ sheets: [{ rows: `${nine}${rows}` }], ...more }))

describe('a workbook of Oostdijk', () => {
  test('keeps the row numbers that the spreadsheet shows, whatever stands above and between', async () => {
    const rows = `<row r="1"/><row r="2"><c r="A2"/></row>${textRow(4, 'datum', 'thema')}${textRow(5, 'a', 'b')}${textRow(9, '', 'c')}`
    expect(await readSheet(workbookOf({ sheets: [{ rows }] }))).toEqual({
      headings: ['datum', 'thema'],
      rows: [
        { row: 5, cells: ['a', 'b'] },
        { row: 9, cells: ['', 'c'] },
      ],
    })
  })

  test('holds texts of every kind: shared, in pieces, with phonetic signs, inline, escaped, of a formula', async () => {
    const cells = [
      '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>',
      '<c r="C2" t="s"><v>2</v></c><c r="D2" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c>',
      '<c r="E2" t="str"><v>a&amp;b &#233; <![CDATA[<c>]]></v></c><c r="F2" t="s"><v>3</v></c><c r="G2" t="s"><v>99</v></c>',
    ]
    const strings =
      '<si><t>Wonen</t></si><si><r><rPr><b/></rPr><t>be</t></r><r><t>zoek</t></r></si>' +
      '<si><t>東</t><rPh sb="0" eb="1"><t>とう</t></rPh></si><si><t>één_x000D_twee _x005F_x0041_</t></si>'
    expect(await readRows(`<row r="2">${cells.join('')}</row>`, { strings })).toMatchObject({
      rows: [{ cells: ['Wonen', 'bezoek', '東', 'in line', 'a&b é <c>', 'één\rtwee _x0041_'] }],
    })
  })

  test('holds booleans, errors and numbers without the noise of binary fractions', async () => {
    const values = [
      't="b"><v>1',
      't="b"><v>0',
      't="e"><v>#N/A',
      '><v>0.30000000000000004',
      '><v>15',
      '><v>1.5E2',
      '><v>-0',
    ]
    const cells = values.map((value) => `<c ${value}</v></c>`).join('')
    expect(
      await readRows(`<row>${cells}<c><v>85073003328</v></c><c s="1"><v>0.15</v></c></row>`, {
        formats: [10],
      }),
    ).toMatchObject({
      rows: [{ row: 2, cells: ['TRUE', 'FALSE', '#N/A', '0.3', '15', '150', '0', '85073003328', '15%'] }],
    })
  })

  test.each<[string | number, number, string, string?]>([
    [14, 42339, '2015-12-01', '2019-12-02'],
    [22, 42339.375, '2015-12-01 09:00', '2019-12-02 09:00'],
    [22, 42339, '2015-12-01', '2019-12-02'],
    [20, 0.336805555555555, '08:05', '08:05'],
    [20, 42339.375, '09:00', '09:00'],
    [21, 0.999999, '00:00', '00:00'],
    [46, 1.0625, '25:30', '25:30'],
    [45, 0.00385, '00:05:33', '00:05:33'],
    ['dd/mm/jjjj', 42339, '2015-12-01', '2019-12-02'],
    ['d-m-yy;@', 42339, '2015-12-01', '2019-12-02'],
    ['[$-813]dddd d mmmm yyyy', 42339.5, '2015-12-01', '2019-12-02'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 42339, '2015-12-01', '2019-12-02'],
    ['jj/mm/aaaa', 42339, '2015-12-01', '2019-12-02'],
    ['TT.MM.JJJJ', 42339, '2015-12-01', '2019-12-02'],
    ['mmm', 42339, '2015-12-01', '2019-12-02'],
    ['d/m/yyyy h:mm AM/PM', 42339.75, '2015-12-01 18:00', '2019-12-02 18:00'],
    ['uu:mm', 0.5, '12:00', '12:00'],
    ['h"u"mm', 0.5, '12:00', '12:00'],
    ['[mm]', 0.03125, '45', '45'],
    ['[Red]0.00" dagen"', 1.5, '1.5', '1.5'],
    ['Standaard', 42339, '42339', '42339'],
    ['General', 42339, '42339', '42339'],
    ['#,##0.00 "€"', 12.5, '12.5', '12.5'],
    ['0.00E+00', 12.5, '12.5', '12.5'],
    ['0 "yd"', 3, '3', '3'],
    ['@', 3, '3', '3'],
    ['0%', 0.07, '7%', '7%'],
    [14, 1, '1900-01-01', '1904-01-02'],
    [14, 59, '1900-02-28', '1904-02-29'],
    [14, 60, '1900-02-29', '1904-03-01'],
    [14, 61, '1900-03-01', '1904-03-02'],
    [14, -1, '-1', '-1'],
    [14, 3e6, '3000000', '3000000'],
  ])(
    'shows in the format %s the number %d as %s; counting from 1904 as %s',
    async (format, serial, text, since1904) => {
      const row = `<row><c s="1"><v>${serial}</v></c></row>`
      expect(await readRows(row, { formats: [format] })).toMatchObject({ rows: [{ cells: [text] }] })
      expect(await readRows(row, { formats: [format], is1904: true })).toMatchObject({
        rows: [{ cells: [since1904] }],
      })
    },
  )

  test('keeps of what stands beyond its headings only the first, however far away', async () => {
    const cell = (reference: string) => `<c r="${reference}" t="str"><v>${reference}</v></c>`
    const far = Array.from({ length: 2000 }, (_, row) => `<row>${cell(`XFD${row + 3}`)}</row>`).join('')
    const rows = `${headings}<row>${cell('D2')}${cell('C2')}${cell('A2')}</row>${far}`
    const sheet = await readSheet(workbookOf({ sheets: [{ rows }] }))
    expect(sheet).toMatchObject({ headings: ['datum', 'thema'] })
    expect('rows' in sheet && sheet.rows.slice(0, 2)).toEqual([
      { row: 2, cells: ['A2', '', 'D2'] },
      { row: 3, cells: ['', '', 'XFD3'] },
    ])
  })

  test('may write its dates out', async () => {
    const values = ['2015-12-01', '2015-12-01T08:05:00', '2015-12-01T00:00:00Z', '2015-12-01T08:05:09.000']
    const cells = values.map((value) => `<c t="d"><v>${value}</v></c>`).join('')
    expect(await readRows(`<row>${cells}</row>`)).toMatchObject({
      rows: [{ cells: ['2015-12-01', '2015-12-01 08:05', '2015-12-01', '2015-12-01 08:05:09'] }],
    })
  })

  test('marks formulas whatever they show, shared and over a block too', async () => {
    const rows =
      '<row r="2"><c r="A2" t="str"><f>TODAY()</f><v>x</v></c><c r="B2"><v>1</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/></c><c r="B3"><f t="array" ref="B3:C4">A1:B2</f><v>1</v></c><c r="C3"><v>2</v></c></row>' +
      '<row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>3</v></c><c r="D4"><v>5</v></c></row>' +
      '<row r="5"><c r="B5"><v>1</v></c></row>'
    expect(await readRows(rows)).toMatchObject({
      rows: [
        { row: 2, cells: ['x', '1'], formulas: [0] },
        { row: 3, cells: ['', '1', '2'], formulas: [0, 1, 2] },
        { row: 4, cells: ['1', '3', '', '5'], formulas: [1] },
        { row: 5, cells: ['', '1'] },
      ],
    })
  })

  test('is read from the first visible sheet with help requests, or with what is looked for', async () => {
    const rows = (text: string) => `${headings}${textRow(2, text, 'Wonen')}`
    const notes = { rows: textRow(1, 'uitleg bij dit bestand') }
    const hidden = { rows: rows('verborgen'), state: 'hidden' as const }
    const secret = { rows: rows('diep verborgen'), state: 'veryHidden' as const }
    const closures = { rows: `${textRow(1, 'datum', 'reden')}${textRow(2, '24/12/2015', 'kerst')}` }
    const read = (...sheets: WorkbookByHand['sheets']) => readSheet(workbookOf({ sheets }))
    expect(await read(notes, hidden, secret, closures, { rows: rows('dit') })).toMatchObject({
      rows: [{ cells: ['dit', 'Wonen'] }],
    })
    const file = fileInMemory(workbookOf({ sheets: [notes, { rows: rows('dit') }, closures] }))
    expect(await openSheet(file, (cells) => cells.includes('reden'))).toMatchObject({
      headings: ['datum', 'reden'],
    })
    const twice = `${textRow(1, 'datum', 'thema', 'datum')}${textRow(2, 'a', 'b', 'c')}`
    expect(await read(notes, { rows: twice })).toMatchObject({
      headings: ['datum', 'thema', 'datum'],
    })
    expect(await read({ rows: '' }, notes, hidden)).toMatchObject({ code: 'file_without_rows' })
    expect(await read(hidden, { rows: '' })).toMatchObject({ code: 'file_empty' })
  })

  test('reads the same however other programs write it', async () => {
    const files = {
      '_rels/.rels':
        '<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/Workbook.xml"/></p:Relationships>',
      'xl/workbook.xml':
        '\ufeff<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="r"><x:sheets><x:sheet name="a" sheetId="1" q:id="c"/><x:sheet name="b" sheetId="2" q:id="b"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/Data.xml"/><Relationship Id="c" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="d" Type="x/sharedStrings" Target="gone.xml"/></Relationships>',
      'xl/worksheets/data.xml': Buffer.from(
        '\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>datum</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>thema</x:t></x:is></x:c></x:row><x:row><x:c/><x:c t="str"><x:v>één</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        'utf16le',
      ),
    }
    for (const pieces of [1000, 3]) {
      expect(await readSheet(zipOf(files), pieces)).toEqual({
        headings: ['datum', 'thema'],
        rows: [{ row: 2, cells: ['', 'één'] }],
      })
    }
  })

  test('with macros is read as data', async () => {
    const files = workbookFiles({
      sheets: [{ rows: `${headings}${textRow(2, '01/12/2015', 'Wonen')}` }],
      more: { 'xl/vbaProject.bin': Buffer.alloc(99, 7) },
    })
    expect(await readSheet(zipOf(files))).toMatchObject({ headings: ['datum', 'thema'] })
  })
})

test('of a workbook with a sheet per month one is read, and the others that hold something are named', async () => {
  const rows = `${textRow(1, 'datum', 'thema')}${textRow(2, '1/1/2016', 'Wonen')}`
  const sheets = [
    { name: 'uitleg', rows: textRow(1, 'Zo vul je dit in') },
    { name: 'jan', rows },
    { name: 'feb', rows },
    { name: 'mrt', rows },
    { name: 'Blad5', rows: '' },
  ]
  const sheet = await openSheet(fileInMemory(workbookOf({ sheets })))
  expect(isRefusal(sheet) ? sheet : sheet.otherSheets).toEqual(['uitleg', 'feb', 'mrt'])
})
