import type { Cell, CellStyle, CellValue, HeaderFooter, RowDef, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import type { Share } from '../../domain/report/half-year-report.ts'
import type { ShownReport } from '../../domain/report/shown-report.ts'
import type { ReportDocument } from '../report-document.ts'
import { type ReportChart, type ReportWords, say } from '../report-words.ts'
import { harmless } from '../sheet/sheet-cell.ts'
import { plainText, tabName } from '../sheet/xlsx-file.ts'
import { afterRows, type FigureRow, figureRows } from './figure-row.ts'

export interface WorkbookOfReport {
  readonly document: ReportDocument
  readonly report: ShownReport
  readonly charts: readonly ReportChart[]
  readonly afterThemes?: readonly Share[] | undefined
  readonly words: ReportWords
}

/**
 * A report as an Excel workbook: what it is about, a sheet for each figure with real numbers, and what they mean. A
 * hidden figure is a word where its number would be. The same report gives the same bytes.
 */
export async function reportXlsx(workbook: WorkbookOfReport): Promise<Uint8Array> {
  const { document, report, words } = workbook
  const charts = inChapters(workbook)
  const all = [...figureRows(report, words), ...afterRows(workbook.afterThemes ?? [], words)]
  const rows = Map.groupBy(all, ({ section }) => section)
  const sheets = [
    overview({ document, report, charts, words }),
    ...charts.map((chart) => figureSheet(chart, rows.get(chart.chart) ?? [], words)),
    meanings(document, report, charts, words),
  ]
  const made = new Date(document.createdAt * 1000)
  return writeXlsx({
    sheets: sheets.map((sheet) => ({
      ...sheet,
      ...{ pageSetup, headerFooter: marginsOf(document), rowDefs: rowHeights(sheet) },
    })),
    defaultFont: font,
    properties: { title: document.fileTitle, creator: 'Brugwijzer', created: made, modified: made },
  })
}

/** In the order in which the document shows them. */
const inChapters = ({ document, charts }: WorkbookOfReport): ReportChart[] => {
  const order = document.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.chart] : [])),
  )
  return charts.toSorted((a, b) => order.indexOf(a.chart) - order.indexOf(b.chart))
}

const pageSetup = {
  paperSize: 'a4',
  orientation: 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const

function marginsOf({ title, period, pageNotice, language }: ReportDocument): HeaderFooter {
  const words = (text: string) => text.replaceAll('&', '&&')
  const page = say({ language }, 'document.page', { page: '&P', pages: '&N' })
  return {
    oddHeader: `&L${words(title)}&R${words(period)}`,
    oddFooter: `&L${words(pageNotice ?? '')}&R${page}`,
  }
}

const font = { name: 'Arial', size: 10 }
const bold: CellStyle = {
  font: { ...font, bold: true, color: { rgb: '0F5261' } },
  alignment: { wrapText: true, vertical: 'top' },
}
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }

/** What the file is about: the key figures, and what its reader must know before anything else. */
function overview({ document, report, charts, words }: WorkbookOfReport): WriteSheet {
  const figures = [report.total, report.openingDays, report.perOpeningDay]
  const name = say(words, 'sheet.overview')
  const lines: (readonly [CellValue, CellValue])[] = [
    [text(document.title), text(document.period)],
    ...document.keyFigures.map(({ name }, at) => [text(name), figures[at] ?? say(words, 'none')] as const),
    ...[...document.notices, ...document.colophon, ...charts.flatMap(({ notes }) => notes)].map(
      (line) => [null, text(line)] as const,
    ),
  ]
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: lines[0]?.[0] ?? null, style: { ...bold, font: { ...bold.font, size: 12 } } }],
    ...document.keyFigures.map((_, at): [string, Partial<Cell>] => [
      `${at + 1},1`,
      { value: lines[at + 1]?.[1] ?? null, style: { alignment: { horizontal: 'left' } } },
    ]),
  ])
  const widths = [
    { width: 40, style: wrapped },
    { width: 50, style: wrapped },
  ]
  return { name: tabName(name), rows: lines.map((line) => [...line]), columns: widths, cells }
}

/** One figure as a table that a spreadsheet can reckon with: headings in the first row, nothing above them. */
function figureSheet(
  { chart, table: { headings, textColumns } }: ReportChart,
  rows: readonly FigureRow[],
  words: ReportWords,
): WriteSheet {
  const columns = columnsOf(chart, textColumns, words)
  const written = rows.map((row) => columns.map(({ cell }) => cell(row)))
  const head = headings.map((heading, at): [string, Partial<Cell>] => [
    `0,${at}`,
    {
      value: text(heading),
      style: { ...bold, alignment: { ...alignmentOf(at < textColumns), wrapText: true } },
    },
  ])
  // What was counted and rounds to nothing is not nothing.
  const small = rows.flatMap(({ requests }, row) =>
    columns.flatMap(({ isShare, style }, at): [string, Partial<Cell>][] =>
      isShare && requests !== null && requests > 0 && written[row]?.[at] === 0
        ? [[`${row + 1},${at}`, { value: 0, style: { ...style, numFmt: smallFormat(words) } }]]
        : [],
    ),
  )
  return {
    name: tabName(say(words, chart === 'unanswered' ? 'sheet.unanswered' : `heading.${chart}`)),
    rows: [headings.map(text), ...written],
    columns: columns.map(({ style }, at) => ({
      width: at < textColumns ? widthOf([headings, ...written].map((row) => row[at])) : numberWidth,
      style,
    })),
    cells: new Map([...head, ...small]),
    freezePane: { rows: 1 },
    a11y: { headerRow: 0 },
  }
}

interface Column {
  readonly cell: (row: FigureRow) => CellValue
  readonly style: CellStyle
  readonly isShare?: true
}

/** In the order of the headings that stand above them. */
function columnsOf(chart: string, textColumns: number, words: ReportWords): Column[] {
  const number = (key: 'requests' | 'openingDays' | 'perOpeningDay', format: string): Column => ({
    cell: (row) => row[key] ?? say(words, row.hidden && key !== 'openingDays' ? 'hidden' : 'none'),
    style: { numFmt: format, alignment: alignmentOf(false) },
  })
  const share = (key: 'percent' | 'percentOfTopTen'): Column => ({
    cell: (row) => (row[key] === null ? say(words, 'none') : row[key] / 100),
    style: { numFmt: percentFormat(words), alignment: alignmentOf(false) },
    isShare: true,
  })
  const name: Column = { cell: ({ label }) => text(label), style: { alignment: alignmentOf(true) } }
  const requests = number('requests', '#,##0')
  if (chart === 'months')
    return [name, requests, number('openingDays', '0'), number('perOpeningDay', '#,##0.0')]
  if (chart === 'nationalities') return [name, requests, share('percentOfTopTen'), share('percent')]
  return [...(textColumns === 2 ? themeColumns(words) : [name]), requests, share('percent')]
}

function themeColumns(words: ReportWords): Column[] {
  const theme = ({ parent, label }: FigureRow) => (parent === null ? label : words.label('theme', parent))
  const part = ({ parent, label }: FigureRow) => (parent === null ? say(words, 'wholeTheme') : label)
  return [theme, part].map((read) => ({
    cell: (row: FigureRow) => text(read(row)),
    style: { alignment: alignmentOf(true) },
  }))
}

const percentFormat = ({ language }: ReportWords): string => (language === 'en' ? '0%' : '0\u00a0%')
const smallFormat = ({ language }: ReportWords): string => (language === 'en' ? '"< 1%"' : '"< 1 %"')

const alignmentOf = (isText: boolean) =>
  ({ horizontal: isText ? 'left' : 'right', vertical: 'top', wrapText: isText }) as const

const numberWidth = 15
const narrowest = 12
const widest = 36

const widthOf = (cells: readonly (CellValue | undefined)[]): number =>
  Math.min(widest, Math.max(narrowest, ...cells.map((cell) => String(cell).length + 2)))

const lineHeight = 13.5

/** Not every program makes a row as high as its broken lines by itself. */
function rowHeights({ rows = [], columns = [] }: WriteSheet): Map<number, RowDef> {
  const linesOf = (cell: CellValue, width = narrowest) =>
    typeof cell === 'string' ? Math.ceil(cell.length / width) : 1
  return new Map(
    rows.map((row, at) => {
      const lines = Math.max(1, ...row.map((cell, column) => linesOf(cell, columns[column]?.width)))
      return [at, { height: lineHeight * lines + 1.5 }]
    }),
  )
}

/** City, period, version, the unit and base of every figure, and the words that need a meaning. */
function meanings(
  { chapters }: ReportDocument,
  { city, period, definitions }: ShownReport,
  charts: readonly ReportChart[],
  words: ReportWords,
): WriteSheet {
  const terms = chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'terms' ? block.terms : [])),
  )
  const headings = [say(words, 'sheet.term'), say(words, 'sheet.meaning')]
  const lines = [
    headings,
    [say(words, 'sheet.city'), city.name],
    [say(words, 'sheet.period'), `${period.from} – ${period.to}`],
    [say(words, 'sheet.version'), definitions.version],
    ...charts.map(({ title, unit, base }) => [title, say(words, 'sheet.unitAndBase', { unit, base })]),
    ...terms,
  ]
  return {
    name: tabName(say(words, 'sheet.meanings')),
    rows: lines.map((line) => line.map(text)),
    columns: [
      { width: 28, style: wrapped },
      { width: 60, style: wrapped },
    ],
    cells: new Map(headings.map((heading, at) => [`0,${at}`, { value: text(heading), style: bold }])),
    freezePane: { rows: 1 },
    a11y: { headerRow: 0 },
  }
}

const text = (words: string): string => plainText(harmless(words))
