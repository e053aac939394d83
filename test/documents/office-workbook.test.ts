import { describe, expect, test } from 'vitest'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import type { SheetRow } from '../../src/domain/import/import-sheet.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { fileInMemory } from './file-in-memory.ts'
import { escapeXml, textRow, workbookFiles, workbookOf, zipOf } from './workbook-by-hand.ts'

// Workbooks put together part by part the way that Excel, Google Sheets and the exports of other programs write them.

async function readSheet(bytes: Uint8Array) {
  const sheet = await openSheet(fileInMemory(bytes))
  if (isRefusal(sheet)) return sheet
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    rows.push(row)
  }
  return { headings: sheet.headings, rows }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const transitional = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships'
const relation = (id: string, base: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`
const relations = (inside: string) =>
  `${declaration}<Relationships xmlns="${package_}">${inside}</Relationships>`
const header =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'

describe('a workbook that Excel writes', () => {
  const strings = [
    '<si><t>datum</t></si><si><t>thema</t></si><si><t>uur</t></si>',
    '<si><r><t xml:space="preserve">Wo</t></r><r><rPr><b/><sz val="11"/><color theme="1"/><rFont val="Calibri"/></rPr><t>nen</t></r></si>',
    '<si><t>仕事</t><rPh sb="0" eb="2"><t>シゴト</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> Werk </t></si><si/>',
  ].join('')
  const rows = [
    '<row r="2" spans="1:3" s="1" customFormat="1" ht="15" x14ac:dyDescent="0.25"><c r="A2" s="1"><v>42339</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" s="2"><v>0.4375</v></c></row>',
    '<row r="5" hidden="1"><c r="A5" s="3"><v>42340.437499999993</v></c><c r="B5" t="s"><v>4</v></c><c r="C5" s="4"/></row>',
    '<row r="9"><c r="A9" s="5"><v>42341</v></c><c r="B9" t="s"><v>5</v></c><c r="C9" t="s"><v>6</v></c></row>',
  ].join('')
  // Excel says more than it needs: what is not there, what it froze, which rows a filter shows, which table they are.
  const worksheet = `${declaration}<worksheet xmlns="${transitional}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr filterMode="1"/><dimension ref="A1:A1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="10.7" hidden="1" customWidth="1"/></cols><sheetData>${header}${rows}</sheetData><autoFilter ref="A1:C9"><filterColumn colId="1"><filters><filter val="Wonen"/></filters></filterColumn></autoFilter><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`
  const formats = [
    '[$-813]dd/mm/yyyy;@',
    'h:mm;@',
    '[$-nl-BE]d mmmm yyyy h:mm;@',
    'hh:mm',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  ]

  test('with texts in pieces, local dates, a filter, frozen headings and a table is read row for row', async () => {
    const files = workbookFiles({ sheets: [{ rows: '' }], formats, strings })
    expect(await readSheet(zipOf({ ...files, 'xl/worksheets/sheet1.xml': worksheet }))).toEqual({
      headings: ['datum', 'thema', 'uur'],
      rows: [
        { row: 2, cells: ['2015-12-01', 'Wonen', '10:30'] },
        { row: 5, cells: ['2015-12-02 10:30', '仕事'], isHidden: true },
        { row: 9, cells: ['2015-12-03', ' Werk '] },
      ],
    })
  })

  test.each([
    ['[$-813]dd/mm/yyyy;@', '2015-12-01'],
    ['[$-2000813]d/mm/yy;@', '2015-12-01'],
    ['[$-x-sysdate]dddd, mmmm dd, yyyy', '2015-12-01'],
    ['[$-nl-BE,1]dd-mmm-yy;@', '2015-12-01'],
    ['[Blue]dd/mm/yyyy;[Red]General', '2015-12-01'],
    ['dd"/"mm"/"yyyy\\ ;@', '2015-12-01'],
    ['[$-F400]h:mm:ss\\ AM/PM', '12:00'],
    ['[h]:mm', '1016148:00'],
    ['_-* #,##0.00\\ [$€-813]_-', '42339.5'],
    ['0.00" dagen"', '42339.5'],
    ['[>=100]0;General', '42339.5'],
  ])('with the number format %s says %s', async (format, said) => {
    const value = said === '2015-12-01' ? '42339' : '42339.5'
    const row = `<row r="2"><c r="A2" s="1"><v>${value}</v></c></row>`
    const found = await readSheet(
      workbookOf({ sheets: [{ rows: `${textRow(1, 'datum', 'thema')}${row}` }], formats: [format] }),
    )
    expect(found).toMatchObject({ rows: [{ cells: [said] }] })
  })

  test('as "Strict Open XML", with its dates written out or as numbers, is read the same', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const base = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const sheet = `<worksheet xmlns="${strict}" xmlns:r="${base}"><sheetData>${textRow(1, 'datum', 'thema', 'uur')}<row r="2"><c r="A2" s="1" t="d"><v>2015-12-01T00:00:00.000</v></c><c r="B2" t="inlineStr"><is><t>Wonen</t></is></c><c r="C2" t="d"><v>1899-12-30T10:30:00</v></c></row><row r="3"><c r="A3" s="1"><v>42340</v></c></row></sheetData></worksheet>`
    const styles = `<styleSheet xmlns="${strict}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
    const files = {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relations(relation('rId1', base, 'officeDocument', 'xl/workbook.xml')),
      'xl/workbook.xml': `${declaration}<workbook xmlns="${strict}" xmlns:r="${base}" conformance="strict"><workbookPr dateCompatibility="0"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"/></mc:AlternateContent><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations(
        relation('rId1', base, 'worksheet', 'worksheets/sheet1.xml') +
          relation('rId2', base, 'styles', 'styles.xml'),
      ),
      'xl/styles.xml': styles,
      'xl/worksheets/sheet1.xml': sheet,
    }
    expect(await readSheet(zipOf(files))).toEqual({
      headings: ['datum', 'thema', 'uur'],
      rows: [
        { row: 2, cells: ['2015-12-01', 'Wonen', '10:30'] },
        { row: 3, cells: ['2015-12-02'] },
      ],
    })
  })

  test('on an old Mac counts its days from 1904', async () => {
    const row = '<row r="2"><c r="A2" s="1"><v>40877.4375</v></c></row>'
    const sheets = [{ rows: `${textRow(1, 'datum', 'thema')}${row}` }]
    expect(await readSheet(workbookOf({ sheets, formats: [22], is1904: true }))).toMatchObject({
      rows: [{ cells: ['2015-12-01 10:30'] }],
    })
  })

  test('with a title in merged cells above its table is read from the headings on', async () => {
    const rows = `${textRow(1, 'Permanentie onthaal, najaar 2026')}${textRow(3, 'Datum', 'Thema')}${textRow(4, '3/11/2026', 'Wonen')}`
    const after = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    expect(await readSheet(workbookOf({ sheets: [{ rows, after }] }))).toEqual({
      headings: ['Datum', 'Thema'],
      rows: [{ row: 4, cells: ['3/11/2026', 'Wonen'] }],
    })
  })

  test('with cells merged below its headings names the cells that say nothing themselves', async () => {
    const rows = [
      textRow(1, 'datum', 'thema', 'plaats'),
      textRow(2, '01/12/2015', 'Wonen', 'Stadhuis'),
      '<row r="3"><c r="A3" t="inlineStr"><is><t>02/12/2015</t></is></c><c r="B3" t="inlineStr"><is><t>Werk</t></is></c><c r="C3" s="0"/></row>',
      textRow(4, '03/12/2015', 'Werk', 'Stadhuis'),
      textRow(7, 'Totaal', '', '3'),
    ].join('')
    const merged = ['C2:C3', 'A7:B7', 'D2:D4'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    expect(
      await readSheet(
        workbookOf({ sheets: [{ rows, after: `<mergeCells count="3">${merged}</mergeCells>` }] }),
      ),
    ).toMatchObject({
      rows: [
        { row: 2, cells: ['01/12/2015', 'Wonen', 'Stadhuis'] },
        { row: 3, covered: [2] },
        { row: 4, cells: ['03/12/2015', 'Werk', 'Stadhuis'] },
        { row: 7, covered: [1] },
      ],
    })
  })

  test('with merged cells over merged cells is damaged, and costs no more than it is long', async () => {
    const rows = [1, 2, 3].map((row) => textRow(row, 'datum', 'thema', 'plaats')).join('')
    const readMerged = (...refs: string[]) =>
      readSheet(
        workbookOf({
          sheets: [
            {
              rows,
              after: `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
            },
          ],
        }),
      )
    expect(await readMerged('A2:A3', 'B2:B3', 'C2:C3', 'D2:XFD3')).toMatchObject({
      rows: [{ row: 2 }, { row: 3, covered: [0, 1, 2] }],
    })
    expect(await readMerged('A2:C1048576', 'B2:C1048576')).toMatchObject({ code: 'file_damaged' })
  })
})

describe('a workbook that Google Sheets writes', () => {
  test('is read to its last row, past a thousand that only have a style', async () => {
    const empty = Array.from(
      { length: 996 },
      (_, at) => `<row r="${at + 5}"><c r="A${at + 5}" s="2"/><c r="B${at + 5}" s="2"/></row>`,
    )
    const rows = `<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1" t="s"><v>2</v></c></row><row r="2"><c r="A2" s="1"><v>42339.0</v></c><c r="B2" s="2" t="s"><v>3</v></c><c r="C2" s="2" t="b"><v>1</v></c></row><row r="3" ht="15.75" customHeight="1"><c r="A3" s="3"><v>42340.4375</v></c><c r="B3" s="2" t="s"><v>4</v></c></row><row r="4" hidden="true"><c r="A4" s="2" t="str"><v>03/12/2015</v></c><c r="B4" s="2" t="s"><v>3</v></c></row>${empty.join('')}`
    const strings =
      '<si><t>datum</t></si><si><t>thema</t></si><si><t>eerste keer</t></si><si><t>Wonen</t></si><si><r><rPr><color rgb="FF000000"/></rPr><t>Wer</t></r><r><t>k</t></r></si>'
    const book = workbookOf({
      sheets: [{ name: 'Formulierreacties 1', rows }],
      formats: ['d/m/yyyy', 0, 'd/m/yyyy h:mm:ss'],
      strings,
    })
    expect(await readSheet(book)).toEqual({
      headings: ['datum', 'thema', 'eerste keer'],
      rows: [
        { row: 2, cells: ['2015-12-01', 'Wonen', 'TRUE'] },
        { row: 3, cells: ['2015-12-02 10:30', 'Werk'] },
        { row: 4, cells: ['03/12/2015', 'Wonen'], isHidden: true },
      ],
    })
  })
})

describe('a workbook that another program writes', () => {
  test('with prefixes everywhere, absolute targets, no numbers on rows or cells and no table of texts is read', async () => {
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${escapeXml(text)}</x:t></x:is></x:c>`
    const row = (...texts: string[]) => `<x:row>${texts.map(cell).join('')}</x:row>`
    const files = {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relations(relation('R1', office, 'officeDocument', '/xl/workbook.xml')),
      'xl/workbook.xml': `<x:workbook xmlns:x="${transitional}" xmlns:rel="${office}"><x:sheets><x:sheet name="Export" sheetId="1" rel:id="R1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': relations(
        relation('R1', office, 'worksheet', '/xl/worksheets/sheet.xml'),
      ),
      'xl/worksheets/sheet.xml': `<x:worksheet xmlns:x="${transitional}"><x:sheetData>${row('datum', 'thema')}${row('01/12/2015', 'Wonen & werk')}<x:row/>${row('02/12/2015', '')}</x:sheetData></x:worksheet>`,
    }
    expect(await readSheet(zipOf(files))).toEqual({
      headings: ['datum', 'thema'],
      rows: [
        { row: 2, cells: ['01/12/2015', 'Wonen & werk'] },
        { row: 4, cells: ['02/12/2015'] },
      ],
    })
  })
})
