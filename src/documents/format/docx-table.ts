import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { locales } from '../../text/format.ts'
import type { ReportDocument, Table as TableBlock } from '../report-document.ts'
import { contentWidth, figureLine, hairline, headLine, noLine } from './docx-style.ts'

type Figures = Omit<TableBlock, 'rows'> & { readonly rows: readonly (readonly string[])[] }

const numberWidth = 1560
const mostKeptTogether = 12
const edges = { top: noLine, bottom: noLine, left: noLine, right: noLine }
const noEdges = { ...edges, insideHorizontal: noLine, insideVertical: noLine }

/**
 * Words to the left, numbers to the right. Its first row stands again on every page; a short table stays whole, and none
 * leaves a single row behind.
 */
export function figuresTable({ headings, rows, textColumns, widest, dutch }: Figures): Table {
  const parts = headings.map((_, at): number => (at === widest ? 2.6 : at < textColumns ? 1 : 0))
  const room = contentWidth - numberWidth * (headings.length - textColumns)
  const part = room / parts.reduce((sum, each) => sum + each, 0)
  const widths = parts.map((each) => (each === 0 ? numberWidth : Math.floor(part * each)))
  const line = (cells: readonly string[], style: 'Cell' | 'CellHead', inDutch: readonly number[] = []) =>
    cells.map((text, at) => {
      const [isText, isDutch] = [at < textColumns, inDutch.includes(at)]
      return cell(text, { style, isText, isDutch, width: widths[at] ?? numberWidth })
    })
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noEdges,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: line(headings, 'CellHead'),
      }),
      ...rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            keepNext:
              at < rows.length - 1 && (rows.length <= mostKeptTogether || at < 2 || at === rows.length - 2),
            children: line(row, 'Cell', dutch?.[at]),
          }),
      ),
    ],
  })
}

interface CellForm {
  readonly style: 'Cell' | 'CellHead'
  readonly isText: boolean
  readonly isDutch: boolean
  readonly width: number
}

const cell = (text: string, { style, isText, isDutch, width }: CellForm): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.BOTTOM,
    borders: { ...edges, bottom: style === 'Cell' ? hairline : headLine },
    margins: { left: 60, right: 60, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    children: [
      new Paragraph({
        style,
        alignment: isText ? AlignmentType.START : AlignmentType.END,
        children: [new TextRun({ text, ...(isDutch ? { language: { value: locales.nl } } : {}) })],
      }),
    ],
  })

/** The numbers that everybody asks for, side by side, each above its name. */
export function keyFigureTable(figures: ReportDocument['keyFigures']): Table {
  const width = Math.floor(contentWidth / figures.length)
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: figures.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: noEdges,
    rows: [
      new TableRow({
        cantSplit: true,
        children: figures.map(
          ({ name, value }) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              borders: { ...edges, top: figureLine },
              margins: { left: 0, right: 240, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
              children: [
                new Paragraph({ style: 'KeyValue', text: value }),
                new Paragraph({ style: 'KeyName', text: name }),
              ],
            }),
        ),
      }),
    ],
  })
}
