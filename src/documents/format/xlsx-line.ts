import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre'
import { harmless } from '../sheet/sheet-cell.ts'
import { plainText, tabName } from '../sheet/xlsx-file.ts'

/** A cell as it is written, with its look. */
export interface LineCell {
  readonly value: CellValue
  readonly style: CellStyle
}

/** A row of a sheet; a sentence runs over all its columns. */
export interface Line {
  readonly cells: readonly LineCell[]
  readonly isSentence?: true
}

export const font = { name: 'Arial', size: 10 }
const petrol = { rgb: '0F5261' }
const quiet = { rgb: '536267' }
const upright = { vertical: 'top', wrapText: true } as const

export const looks = {
  words: { alignment: { ...upright, horizontal: 'left' } },
  number: { alignment: { vertical: 'top', horizontal: 'right' } },
  title: { font: { ...font, size: 14, bold: true, color: petrol }, alignment: upright },
  heading: { font: { ...font, size: 11, bold: true, color: petrol }, alignment: upright },
  source: { font: { ...font, size: 9, color: quiet }, alignment: upright },
  columnName: {
    font: { ...font, bold: true, color: petrol },
    alignment: { ...upright, horizontal: 'left', vertical: 'bottom' },
    border: { bottom: { style: 'thin', color: petrol } },
  },
  numberName: {
    font: { ...font, bold: true, color: petrol },
    alignment: { ...upright, horizontal: 'right', vertical: 'bottom' },
    border: { bottom: { style: 'thin', color: petrol } },
  },
} as const satisfies Record<string, CellStyle>

/** Words that no spreadsheet takes for a formula. */
export const words = (text: string, style: CellStyle = looks.words): LineCell => ({
  value: plainText(harmless(text)),
  style,
})

export const sentence = (text: string, style: CellStyle = looks.words): Line => ({
  cells: [words(text, style)],
  isSentence: true,
})

export const emptyLine: Line = { cells: [] }

const narrowest = 14
const usualWidest = 38
/** A page of A4 lies down where more would make its letters small. */
const mostStanding = 100
const lineHeight = 13.5

/** Lines below each other on one sheet, its columns as wide as they ask for; printed, what stands between empty lines stays together. */
export function sheetOf(name: string, lines: readonly Line[], widest = usualWidest): WriteSheet {
  const rows = lines.filter(({ isSentence }) => !isSentence).map(({ cells }) => cells)
  const count = Math.max(1, ...rows.map((cells) => cells.length))
  const widths = Array.from({ length: count }, (_, at) =>
    widthOf(
      rows.map((cells) => cells[at]),
      widest,
    ),
  )
  const width = widths.reduce((sum, each) => sum + each, 0)
  const isLying = width > mostStanding
  const heights = lines.map((line) => heightOf(line, line.isSentence ? [width] : widths))
  return {
    name: shortName(name),
    rows: lines.map(({ cells }) => cells.map(({ value }) => value)),
    cells: new Map(
      lines.flatMap(({ cells }, row) =>
        cells.map((cell, at): [string, Partial<Cell>] => [`${row},${at}`, cell]),
      ),
    ),
    columns: widths.map((each) => ({ width: each })),
    merges: lines.flatMap(({ isSentence }, row) =>
      isSentence && count > 1 ? [{ startRow: row, endRow: row, startCol: 0, endCol: count - 1 }] : [],
    ),
    rowDefs: new Map(heights.map((height, row) => [row, { height }] as const)),
    rowBreaks: breaksIn(lines, heights, isLying ? lyingHeight : standingHeight),
    pageSetup: {
      paperSize: 'a4',
      orientation: isLying ? 'landscape' : 'portrait',
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    },
  }
}

const widthOf = (cells: readonly (LineCell | undefined)[], widest: number): number =>
  Math.min(widest, Math.max(narrowest, ...cells.map((cell) => (cell ? lengthOf(cell) : 0) + 2)))

/** The name of a column breaks between its words. */
function lengthOf({ value, style }: LineCell): number {
  const isName = style === looks.columnName || style === looks.numberName
  const parts = isName ? String(value).split(' ') : [String(value)]
  return Math.max(...parts.map((part) => part.length))
}

/** Not every program makes a row as high as its broken lines by itself. */
function heightOf({ cells }: Line, widths: readonly number[]): number {
  const lines = cells.map(({ value, style }, at) => {
    const size = style.font?.size ?? font.size
    // A column is measured in digits: bold letters are wider than those, others narrower.
    const room = (((widths[at] ?? narrowest) * font.size) / size) * (style.font?.bold ? 0.85 : 1.08)
    const broken = typeof value === 'string' ? linesOf(value, room) : 1
    return (broken * size) / font.size
  })
  return lineHeight * Math.max(1, ...lines) + 1.5
}

/** Over how many lines words break, in a room for so many characters. */
function linesOf(text: string, room: number): number {
  let [lines, filled] = [1, 0]
  for (const word of text.split(' ')) {
    const isNew = filled > 0 && filled + 1 + word.length > room
    lines += isNew ? 1 : 0
    filled = isNew || filled === 0 ? word.length : filled + 1 + word.length
    lines += Math.floor(filled / (room + 1))
    filled %= room + 1
  }
  return lines
}

/** What a page holds, in points. */
const standingHeight = 690
const lyingHeight = 440

/** The empty lines after which a new page begins: what follows does not fit any more, and fits on a page. */
function breaksIn(lines: readonly Line[], heights: readonly number[], page: number): number[] {
  const starts = lines.flatMap((line, row) => (line === emptyLine ? [row] : []))
  const heightBetween = (from: number, to?: number) =>
    heights.slice(from, to).reduce((sum, height) => sum + height, 0)
  const breaks: number[] = []
  let filled = heightBetween(0, starts[0])
  for (const [at, start] of starts.entries()) {
    const height = heightBetween(start, starts[at + 1])
    const isNew = filled + height > page && height <= page
    if (isNew) breaks.push(start)
    filled = (isNew ? height : filled + height) % page
  }
  return breaks
}

/** A tab holds 31 characters: cut between words. */
function shortName(name: string): string {
  const cut = tabName(name)
  if (name.length <= 31) return cut
  return cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,:;?]+$/, '')
}
