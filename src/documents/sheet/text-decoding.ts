import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { FileBytes } from './file-bytes.ts'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

const signatures = [
  { format: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'XLSX', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'XLS', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
] as const

/**
 * Recognises how a text file is written: by its byte order mark, else UTF-8 when every byte fits that, else
 * Windows-1252, which Excel still writes. A UTF-8 file cut off inside a character is UTF-8.
 * Refuses an empty file (`file_empty`) and a file of another kind (`file_not_csv`).
 */
export async function recogniseEncoding(file: FileBytes): Promise<Encoding | Refusal> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let start = new Uint8Array()
  let isUtf8 = true
  for await (const chunk of file.read()) {
    if (start.length < longestSignature) start = Buffer.concat([start, chunk.subarray(0, longestSignature)])
    isUtf8 &&= fits(() => utf8.decode(chunk, { stream: true }))
    if (!isUtf8 && start.length >= longestSignature) break
  }
  if (start.length === 0) return refuse('file_empty')
  return readSignature(start) ?? (isUtf8 ? 'utf-8' : 'windows-1252')
}

const longestSignature = 4

function readSignature(start: Uint8Array): Encoding | Refusal | undefined {
  const other = signatures.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))
  if (other) return refuse('file_not_csv', { format: other.format })
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return undefined
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
