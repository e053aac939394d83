import { recogniseColumns } from '../../domain/import/import-heading.ts'
import { isBlankRow, type Sheet } from '../../domain/import/import-sheet.ts'
import { shorten } from '../../domain/import/import-text.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { openCsv } from './csv-sheet.ts'
import type { FileBytes } from './file-bytes.ts'
import type { WantsHeadings } from './sheet-headings.ts'
import { mostColumns } from './xlsx-cell-reference.ts'
import { openXlsx } from './xlsx-sheet.ts'

const signatures = [
  { format: 'ZIP', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'ZIP', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'XLS', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { format: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
] as const

/**
 * Opens a CSV or an Excel workbook as a sheet; which it is shows in its bytes, never in its name. Of a workbook's sheets
 * it prefers the one that is wanted: help requests, unless somebody looks for other headings.
 * Refuses what openCsv and openXlsx refuse, any other file (`file_not_csv`), a workbook behind a password
 * (`file_encrypted`), more columns than any sheet has (`sheet_too_large`), a heading that is none (`heading_too_long`)
 * and headings above nothing (`file_without_rows`).
 */
export async function openSheet(
  file: FileBytes,
  isWanted: WantsHeadings = holdsRequests,
): Promise<Sheet | Refusal> {
  const sheet = await openKind(file, isWanted)
  return isRefusal(sheet) ? sheet : withContent(sheet)
}

async function openKind(file: FileBytes, isWanted: WantsHeadings): Promise<Sheet | Refusal> {
  const start = await readStart(file)
  const found = findKind(start)
  if (!found) return openCsv(file, isWanted)
  if (found.format === 'ZIP') return openXlsx(file, isWanted)
  if (found.format === 'XLS' && (await isEncrypted(file))) return refuse('file_encrypted')
  return refuse('file_not_csv', { format: found.format })
}

const longestHeading = 1000

async function withContent(sheet: Sheet): Promise<Sheet | Refusal> {
  if (sheet.headings.length > mostColumns) return refuse('sheet_too_large')
  const column = sheet.headings.find((heading) => heading.length > longestHeading)
  if (column !== undefined)
    return refuse('heading_too_long', { column: shorten(column), most: longestHeading })
  for await (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    if (!isBlankRow(row)) return sheet
  }
  return refuse('file_without_rows')
}

/** Refuses by its first bytes what can be no sheet (`file_not_csv`): the rest of it need not be sent. */
export function refuseKind(start: Uint8Array): Refusal | undefined {
  const found = findKind(start)
  // An old workbook and one behind a password begin alike: openSheet tells them apart.
  if (!found || found.format === 'ZIP' || found.format === 'XLS') return undefined
  return refuse('file_not_csv', { format: found.format })
}

const findKind = (start: Uint8Array) =>
  signatures.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))

/** A heading that stands there twice is better refused on this sheet than passed over for another. */
const holdsRequests: WantsHeadings = (headings) => {
  const columns = recogniseColumns(headings)
  return !isRefusal(columns) || columns.code === 'column_twice'
}

const readStart = async (file: FileBytes): Promise<Uint8Array> =>
  Buffer.concat(await Array.fromAsync(file.read(0, Math.min(4, file.size))))

/** Office locks a workbook inside the container of its old files, under this name. */
async function isEncrypted(file: FileBytes): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  let end = Buffer.alloc(0)
  for await (const piece of file.read()) {
    const bytes = Buffer.concat([end, piece])
    if (bytes.includes(name)) return true
    end = bytes.subarray(-name.length)
  }
  return false
}
