import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import type { FileBytes } from './file-bytes.ts'
import { SheetFault } from './sheet-fault.ts'

/** The files inside a ZIP. Their names are compared without case, as Office does. */
export interface Archive {
  readonly has: (name: string) => boolean
  /** The bytes of a file inside; none when it is not there. Throws a SheetFault when they are too many or wrong. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>
}

const mostEntries = 5000
// The XML of a full worksheet of a million rows; deflate makes at most 1,032 bytes of one, a real sheet some thirty.
const mostBytes = 2 * 2 ** 30
const mostRatio = 200
const ratioCountsFrom = 5 * 2 ** 20

/** Opens a ZIP by its directory. Throws a SheetFault: `file_damaged`, `file_encrypted`, `zip_bomb`. */
export async function openArchive(file: FileBytes): Promise<Archive> {
  const reader = new DirectoryReader(file)
  const zip = await readDirectory(reader, () => fromRandomAccessReaderPromise(reader, file.size, options))
  if (zip.entryCount > mostEntries) throw new SheetFault('zip_bomb')
  const entries = await readDirectory(reader, () => Array.fromAsync(zip.eachEntry()))
  const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]))
  return {
    has: (name) => byName.has(name.toLowerCase()),
    async *read(name) {
      const entry = byName.get(name.toLowerCase())
      if (!entry) return
      const start = await readDirectory(reader, () => findData(zip, entry))
      yield* watch(inflate(file.read(start, start + entry.compressedSize), entry), entry)
    },
  }
}

// Sizes are counted while inflating: what the directory says of them proves nothing.
const options = { autoClose: false, validateEntrySizes: false }

/** Gives yauzl what it asks of the directory, and remembers when it is the file that fails and not the ZIP. */
class DirectoryReader extends RandomAccessReader {
  failure: unknown
  readonly #file: FileBytes
  constructor(file: FileBytes) {
    super()
    this.#file = file
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#fill(buffer.subarray(offset, offset + length), position).then(
      () => callback(null),
      (error) => callback(error),
    )
  }
  async #fill(target: Buffer, position: number): Promise<void> {
    if (position + target.length > this.#file.size) throw new RangeError('The ZIP points past its end')
    let filled = 0
    try {
      for await (const piece of this.#file.read(position, position + target.length)) {
        target.set(piece, filled)
        filled += piece.length
      }
    } catch (error) {
      this.failure = error
      throw error
    }
  }
}

async function readDirectory<T>(reader: DirectoryReader, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw reader.failure ?? (error instanceof SheetFault ? error : new SheetFault('file_damaged'))
  }
}

async function findData(zip: ZipFile, entry: Entry): Promise<number> {
  if (entry.isEncrypted()) throw new SheetFault('file_encrypted')
  if (!entry.canDecodeFileData()) throw new SheetFault('file_damaged')
  return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart
}

function inflate(packed: AsyncIterable<Uint8Array>, { compressionMethod }: Entry): AsyncIterable<Uint8Array> {
  if (compressionMethod === 0) return packed
  // because: whoever iterates over the result is told what went wrong; the callback is only there to be
  return pipeline(Readable.from(packed), createInflateRaw({ chunkSize: 2 ** 16 }), () => undefined)
}

async function* watch(bytes: AsyncIterable<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
  let [size, sum] = [0, 0]
  try {
    for await (const piece of bytes) {
      size += piece.length
      sum = crc32(piece, sum)
      const ratio = size / Math.max(1, entry.compressedSize)
      if (size > mostBytes || (size > ratioCountsFrom && ratio > mostRatio)) throw new SheetFault('zip_bomb')
      yield piece
    }
  } catch (error) {
    throw isInflateError(error) ? new SheetFault('file_damaged') : error
  }
  if (sum !== entry.crc32) throw new SheetFault('file_damaged')
}

const isInflateError = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
