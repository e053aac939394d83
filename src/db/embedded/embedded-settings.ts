import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address } from './embedded-folder.ts'

/** Small enough for app and database in 300 MiB, large enough for a city's whole databank. */
const settings = {
  // Two pools of the server and a handful of commands beside it.
  max_connections: 60,
  // The hot rows of 100,000 requests fit; the rest is the operating system's cache.
  shared_buffers: '64MB',
  // The report groups a million rows without a temporary file.
  work_mem: '16MB',
  // Compiling a query costs more than any of ours takes.
  jit: 'off',
  // A row that was acknowledged is on disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Whole pages are most of what a small database writes; pglz is in every build, lz4 is not.
  wal_compression: 'pglz',
  // A recovery reads half a gigabyte at most: seconds, not minutes.
  max_wal_size: '512MB',
  // Nobody copies from this server: one process less.
  max_logical_replication_workers: 0,
  // Passwords are never kept as they are.
  password_encryption: 'scram-sha-256',
  // The same answer on every machine; local dates are the application's work.
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The text of an error may quote a person's name, and so may the statement: neither goes into the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // Rows of a first import are counted before the first report asks for them.
  autovacuum_naptime: '20s',
  // So that the list of processes says whose server this is.
  cluster_name: 'brugwijzer',
  unix_socket_permissions: '0700',
} as const

export const settingsFile = 'brugwijzer.conf'

/** Writes the settings if they differ, in one move: a server that starts at this moment never reads half a file. */
export async function writeSettings(folder: string, address: Address): Promise<void> {
  const file = join(folder, settingsFile)
  const lines = Object.entries({ ...settings, ...address })
    .map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
    .join('')
  if ((await readFile(file, 'utf8').catch(() => undefined)) === lines) return
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, lines, { mode: 0o600, flush: true })
  await rename(fresh, file)
}
