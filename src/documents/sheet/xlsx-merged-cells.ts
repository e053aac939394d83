import { SheetFault } from './sheet-fault.ts'
import { type CellRange, isOneCell, readRange } from './xlsx-cell-reference.ts'
import { decodeXml } from './xml-reading.ts'

/** Merged cells as the worksheet names them: `A1:C1`. */
export interface MergedCells extends CellRange {
  readonly name: string
}

/**
 * Reads a whole worksheet for its merged cells. They stand behind the rows, so this looks for their tags alone, at the
 * speed of unpacking: a damaged or swelling file shows here first. Throws a SheetFault: `sheet_too_large`.
 */
export async function readMergedCells(bytes: AsyncIterable<Uint8Array>): Promise<MergedCells[]> {
  const found: MergedCells[] = []
  let rest = ''
  for await (const piece of decodeXml(bytes)) {
    const text = rest + piece
    for (const [, , name = ''] of text.matchAll(mergedCell)) {
      const merged = readRange(name)
      if (merged && !isOneCell(merged)) found.push({ name, ...merged })
      if (found.length > mostMerged) throw new SheetFault('sheet_too_large')
    }
    const open = text.lastIndexOf('<')
    rest = open < 0 || text.includes('>', open) ? '' : text.slice(open).slice(0, longestTag)
  }
  return found.sort((one, other) => one.firstRow - other.firstRow)
}

const mergedCell = /<(?:[\w.-]+:)?mergeCell\s+(?:[^<>]*\s)?ref\s*=\s*(["'])([A-Z0-9:$]+)\1/g
const longestTag = 1000
const mostMerged = 100_000

/**
 * The columns of a row that stand behind a merged cell, up to `width`; asked row by row, downwards. Cells that are merged
 * do not overlap, so they cover no more than the row has: more is `file_damaged`, before anybody counts through it.
 */
export function makeCoveredColumns(merged: readonly MergedCells[], width: number): (row: number) => number[] {
  const within = merged.filter(({ firstColumn }) => firstColumn < width)
  let next = 0
  let open: MergedCells[] = []
  return (row) => {
    for (let cells = within[next]; cells && cells.firstRow <= row; cells = within[++next]) open.push(cells)
    if (open.length === 0) return []
    open = open.filter(({ lastRow }) => lastRow >= row)
    const covered: number[] = []
    for (const { firstRow, firstColumn, lastColumn } of open) {
      const last = Math.min(lastColumn, width - 1)
      for (let at = firstRow === row ? firstColumn + 1 : firstColumn; at <= last; at++) covered.push(at)
      if (covered.length > width) throw new SheetFault('file_damaged')
    }
    return covered
  }
}
