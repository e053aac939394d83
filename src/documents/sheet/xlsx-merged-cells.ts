import { isOneCell, readRange } from './xlsx-cell-reference.ts'
import { decodeXml } from './xml-reading.ts'

/**
 * Reads a whole worksheet for merged cells that touch this row; answers the first, as `A1:C1`. They stand behind the
 * rows, so this looks for their tags alone, at the speed of unpacking: a damaged or swelling file shows here first.
 */
export async function findMergedCells(
  bytes: AsyncIterable<Uint8Array>,
  row: number,
): Promise<string | undefined> {
  let found: string | undefined
  let rest = ''
  for await (const piece of decodeXml(bytes)) {
    const text = rest + piece
    for (const [, , range = ''] of text.matchAll(mergedCell)) {
      const merged = readRange(range)
      if (merged && !isOneCell(merged) && merged.firstRow <= row && merged.lastRow >= row) found ??= range
    }
    const open = text.lastIndexOf('<')
    rest = open < 0 ? '' : text.slice(open).slice(0, longestTag)
  }
  return found
}

const mergedCell = /<(?:[\w.-]+:)?mergeCell\s+(?:[^<>]*\s)?ref\s*=\s*(["'])([A-Z0-9:$]+)\1/g
const longestTag = 1000
