import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { FileBytes } from './file-bytes.ts'

export type Encoding = 'utf-8' | 'windows-1252' | 'macintosh' | 'utf-16le' | 'utf-16be'

/**
 * Recognises how a text file is written: by its byte order mark or its zeros, else UTF-8 when every byte fits that, else
 * Windows-1252, which Excel still writes, or what its "CSV (Macintosh)" writes: lines that end as on old Macs, letters
 * with accents where Windows has signs. A UTF-8 file cut off inside a character is UTF-8.
 * Refuses an empty file (`file_empty`).
 */
export async function recogniseEncoding(file: FileBytes): Promise<Encoding | Refusal> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let start = new Uint8Array()
  let [isUtf8, hasLineFeed, hasMacLetter, hasWindowsLetter] = [true, false, false, false]
  for await (const chunk of file.read()) {
    if (start.length < longestMark) start = Buffer.concat([start, chunk.subarray(0, longestMark)])
    isUtf8 &&= fits(() => utf8.decode(chunk, { stream: true }))
    hasLineFeed ||= chunk.includes(lineFeed)
    hasMacLetter ||= !hasLineFeed && chunk.some((byte) => byte >= 0x87 && byte <= 0x9f)
    hasWindowsLetter ||= !hasLineFeed && chunk.some((byte) => byte >= 0xe0)
    if (!isUtf8 && hasLineFeed && start.length >= longestMark) break
  }
  if (start.length === 0) return refuse('file_empty')
  const other = !hasLineFeed && hasMacLetter && !hasWindowsLetter ? 'macintosh' : 'windows-1252'
  return readMark(start) ?? (isUtf8 ? 'utf-8' : other)
}

const longestMark = 2
const lineFeed = 0x0a

function readMark(start: Uint8Array): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  // Without a mark: a heading begins with a letter of ours, whose other byte is zero.
  if (start.length === 2 && start[1] === 0 && start[0] !== 0) return 'utf-16le'
  return start.length === 2 && start[0] === 0 && start[1] !== 0 ? 'utf-16be' : undefined
}

function fits(decode: () => string): boolean {
  try {
    decode()
    return true
  } catch {
    return false
  }
}

/** The text of a file, without its byte order mark. */
export async function* decode(file: FileBytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of file.read()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
