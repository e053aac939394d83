import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { FileBytes } from '../../documents/sheet/file-bytes.ts'
import { openSheet } from '../../documents/sheet/sheet-file.ts'
import type { WantsHeadings } from '../../documents/sheet/sheet-headings.ts'
import { type ImportMapping, parseMapping } from '../../domain/import/import-mapping.ts'
import type { Sheet } from '../../domain/import/import-sheet.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'

/** Opens a file of this machine as openSheet does. Refuses a file that is not there (`file_unreadable`) too. */
export async function openFile(path: string, isWanted?: WantsHeadings): Promise<Sheet | Refusal> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return refuse('file_unreadable', { file: basename(path) })
  try {
    return await openSheet(fileOnDisk(path, found.size), isWanted)
  } catch (error) {
    if (isReadError(error)) return refuse('file_unreadable', { file: basename(path) })
    throw error
  }
}

const fileOnDisk = (path: string, size: number): FileBytes => ({
  size,
  read: (start = 0, end = size) =>
    end > start ? createReadStream(path, { start, end: end - 1 }) : Readable.from([]),
})

/** Reads a mapping file; none decides nothing. */
export async function readMapping(path: string | undefined): Promise<ImportMapping | Refusal> {
  if (path === undefined) return {}
  try {
    return parseMapping(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (isReadError(error)) return refuse('file_unreadable', { file: basename(path) })
    if (error instanceof SyntaxError) return refuse('mapping_unreadable', { file: basename(path) })
    throw error
  }
}

const isReadError = (error: unknown) => error instanceof Error && 'syscall' in error
