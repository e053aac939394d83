import type { FileBytes } from '../../src/documents/sheet/file-bytes.ts'

/** A file that a test holds, in pieces of this size: no reader may depend on where the disk cuts them. */
export function fileInMemory(content: Uint8Array | string, pieces = 65_536): FileBytes {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    size: bytes.length,
    async *read(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += pieces) yield bytes.subarray(at, Math.min(end, at + pieces))
    },
  }
}

/** All that a writer writes. */
export const bytesOf = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(pieces))
