import { readFile, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Refusal, refuse } from '../../domain/refusal.ts'

/** What PostgreSQL and the system say when it cannot start, and what that means for whoever runs us; first match wins. */
const meanings = [
  { says: /No space left on device|Disk quota exceeded/i, code: 'database_disk_full' },
  // Empty: another start has made its lock this very moment, and not yet written it.
  {
    says: /lock file .* (already exists|is empty)|another server|pre-existing shared memory/i,
    code: 'database_busy',
  },
  {
    says: /ENOTDIR|EEXIST|Read-only file system|Permission denied|Operation not permitted|has wrong ownership/i,
    code: 'database_folder_unwritable',
  },
  { says: /database files are incompatible/i, code: 'database_other_version' },
] as const

/** One segment of the write-ahead log: with less than that PostgreSQL cannot go on. */
const segmentBytes = 16 * 2 ** 20

/** A failed start or a failed write as a refusal; `words` is what was printed, logged or thrown. */
export async function explainFailure(words: string, folder: string): Promise<Refusal> {
  const known = meanings.find(({ says }) => says.test(words))?.code
  // A full disk may have had no room for the log that would have said so.
  const code = known ?? ((await isFull(folder)) ? 'database_disk_full' : 'database_damaged')
  const telling = words.split('\n').filter((line) => /FATAL|PANIC|error|E[A-Z]{4,}:/i.test(line))
  return refuse(code, { folder, reason: telling.at(-1)?.trim() ?? words.trim().slice(-200) })
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function isFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => statfs(dirname(folder)).catch(() => undefined))
  return disk !== undefined && disk.bavail * disk.bsize < segmentBytes
}

/**
 * What was written since `from` (bytes), all of it: others that start and stop at the same moment write to the same log, far
 * past why one start ended. A log that is shorter was put aside meanwhile, and this is the next one.
 */
export async function readLogSince(file: string, from: number): Promise<string> {
  const log = await readFile(file).catch(() => Buffer.alloc(0))
  return log.subarray(log.length < from ? 0 : from).toString('utf8')
}
