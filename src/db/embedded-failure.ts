import { readFile, statfs } from 'node:fs/promises'
import { type Refusal, refuse } from '../domain/refusal.ts'

/** What PostgreSQL says when it cannot start, and what that means for whoever runs us. First match wins. */
const meanings = [
  { says: /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/, code: 'database_disk_full' },
  {
    says: /EROFS|EEXIST|EACCES|EPERM|ENOTDIR|Read-only file system|Permission denied|Operation not permitted/,
    code: 'database_folder_unwritable',
  },
  { says: /database files are incompatible/, code: 'database_other_version' },
  {
    says: /lock file .* already exists|another server might be running|pre-existing shared memory/,
    code: 'database_busy',
  },
] as const

/** A failed start as a refusal; `words` are what was printed and the end of the server's own log. */
export async function explainFailure(words: string, folder: string): Promise<Refusal> {
  const known = meanings.find(({ says }) => says.test(words))?.code
  const lines = words.split('\n').filter((line) => /FATAL|PANIC|error/i.test(line))
  const reason = lines.at(-1)?.trim() ?? words.trim().slice(-200)
  // On a full disk the server cannot write down why it stopped.
  return refuse(known ?? ((await isFull(folder)) ? 'database_disk_full' : 'database_damaged'), {
    folder,
    reason,
  })
}

const leastBytes = 1024 * 1024

const isFull = (folder: string): Promise<boolean> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize < leastBytes,
    () => false,
  )

export async function readLogEnd(file: string): Promise<string> {
  const log = await readFile(file, 'utf8').catch(() => '')
  return log.slice(-4000)
}
