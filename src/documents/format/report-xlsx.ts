import type { CellValue, HeaderFooter } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import type { Block, Chapter, ReportDocument, Table } from '../report-document.ts'
import { type ReportChart, type ReportWords, say } from '../report-words.ts'
import { type FigureRow, type FigureSource, figureRows } from './figure-row.ts'
import { figureLines, headingLine } from './xlsx-figure.ts'
import { emptyLine, font, type Line, looks, sentence, sheetOf, words as text } from './xlsx-line.ts'

export interface WorkbookOfReport extends FigureSource {
  readonly document: ReportDocument
  readonly words: ReportWords
}

/**
 * A report as an Excel workbook: what it is about, a sheet for each chapter with real numbers, and what they mean. A
 * hidden figure is a word where its number would be. The same report gives the same bytes.
 */
export async function reportXlsx(workbook: WorkbookOfReport): Promise<Uint8Array> {
  const { document, words } = workbook
  const rows = Map.groupBy(figureRows(workbook, words), ({ section }) => section)
  const sheets = [
    sheetOf(say(words, 'sheet.overview'), overview(workbook)),
    ...document.chapters.flatMap((chapter) => {
      const lines = chapterLines(chapter, rows, words)
      return lines.length === 0
        ? []
        : [sheetOf(chapter.title, [sentence(chapter.title, looks.title), ...lines])]
    }),
    sheetOf(say(words, 'sheet.meanings'), meanings(workbook), 48),
  ]
  const made = new Date(document.createdAt * 1000)
  return writeXlsx({
    sheets: sheets.map((sheet) => ({ ...sheet, headerFooter: marginsOf(document) })),
    defaultFont: font,
    properties: { title: document.fileTitle, creator: 'Brugwijzer', created: made, modified: made },
  })
}

function marginsOf({ title, period, pageNotice, language }: ReportDocument): HeaderFooter {
  const words = (text: string) => text.replaceAll('&', '&&')
  const page = say({ language }, 'document.page', { page: '&P', pages: '&N' })
  return {
    oddHeader: `&L${words(title)} · &A&R${words(period)}`,
    oddFooter: `&L${words(pageNotice ?? '')}&R${page}`,
  }
}

/** What the file is about: the key figures, and what its reader must know before anything else. */
function overview({ document, report, words }: WorkbookOfReport): Line[] {
  const { kind, title, period, keyFigures, notices, colophon, standing } = document
  const figures: CellValue[] = [report.total, report.openingDays, report.perOpeningDay]
  return [
    { cells: [text(title, looks.title), text(period)] },
    ...keyFigures.map(({ name }, at) => ({
      cells: [text(name), { value: figures[at] ?? say(words, 'none'), style: looks.words }],
    })),
    emptyLine,
    sentence(kind, looks.heading),
    ...[...notices, ...colophon, standing].map((line) => sentence(line)),
  ]
}

/** The figures and tables of a chapter below each other, each under its heading. Its texts are in the document. */
const chapterLines = (
  { blocks }: Chapter,
  rows: ReadonlyMap<string, readonly FigureRow[]>,
  words: ReportWords,
): Line[] =>
  blocks.flatMap((block, at) => {
    const lines = blockLines(block, rows, words)
    if (lines.length === 0) return []
    const before = blocks[at - 1]
    return [
      emptyLine,
      ...(before?.kind === 'heading' ? [sentence(before.text, looks.heading)] : []),
      ...lines,
    ]
  })

function blockLines(
  block: Block,
  rows: ReadonlyMap<string, readonly FigureRow[]>,
  words: ReportWords,
): Line[] {
  switch (block.kind) {
    case 'figure':
      return figureLines(block.figure, rows.get(block.figure.chart) ?? [], words)
    case 'table':
      return tableLines(block)
    case 'heading':
    case 'text':
    case 'terms':
      return []
  }
}

const tableLines = (table: Table): Line[] => [
  headingLine(table),
  ...table.rows.map((row) => ({
    cells: row.map((cell, at) => {
      const look = at < table.textColumns ? looks.words : looks.number
      return typeof cell === 'number'
        ? { value: cell, style: { ...look, numFmt: '#,##0' } }
        : text(cell, look)
    }),
  })),
]

/** City, period, version, the unit and base of every figure, and the words that need a meaning. */
function meanings({ document, report, words }: WorkbookOfReport): Line[] {
  const { city, period, definitions } = report
  const blocks = document.chapters.flatMap((chapter) => chapter.blocks)
  const figures: ReportChart[] = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))
  const terms = [
    [say(words, 'sheet.city'), city.name],
    [say(words, 'sheet.period'), `${period.from} – ${period.to}`],
    [say(words, 'sheet.version'), definitions.version],
    ...figures.map(({ title, unit, base }) => [title, say(words, 'sheet.unitAndBase', { unit, base })]),
    ...blocks.flatMap((block) => (block.kind === 'terms' ? block.terms : [])),
  ]
  const headings = [say(words, 'sheet.term'), say(words, 'sheet.meaning')]
  return [
    headingLine({ headings, textColumns: 2 }),
    ...terms.map((line) => ({ cells: line.map((cell) => text(cell)) })),
  ]
}
