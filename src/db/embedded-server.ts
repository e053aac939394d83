import { access, appendFile, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { Binaries } from './embedded-binaries.ts'
import { explainFailure, readLogEnd } from './embedded-failure.ts'
import { makeSocketFolder } from './embedded-folder.ts'

/** Small enough for app and database in 300 MiB, large enough for a city's whole databank. */
const settings = {
  listen_addresses: '',
  port: 5432,
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
  password_encryption: 'scram-sha-256',
  // The text of an error may quote a person's name, and so may the statement: neither goes into the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  autovacuum_naptime: '20s',
} as const

/** Makes the folder's database when there is none; refuses one of another version and a folder that is not ours. */
export async function prepareFolder(
  binaries: Binaries,
  folder: string,
  password: string,
): Promise<Refusal | undefined> {
  try {
    const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
    if (version === undefined) return await makeDatabase(binaries, folder, password)
    if (version.trim() === binaries.major) return undefined
    return refuse('database_other_version', { version: version.trim(), major: binaries.major, folder })
  } catch (error) {
    return await explainFailure(error instanceof Error ? error.message : String(error), folder)
  }
}

/** Into a folder beside, then one rename: a start that is cut off leaves nothing half-made behind. */
async function makeDatabase(
  { initdb, run }: Binaries,
  folder: string,
  password: string,
): Promise<Refusal | undefined> {
  const fresh = `${folder}.new-${process.pid}`
  const passwordFile = `${fresh}.password`
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    const args = ['-D', fresh, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256']
    await run(initdb, [...args, '--locale=C', '--encoding=UTF8', '--no-instructions'])
    await appendFile(join(fresh, 'postgresql.conf'), "\ninclude 'brugwijzer.conf'\n")
    await writeFile(join(fresh, 'brugwijzer.conf'), '')
    await rename(fresh, folder).catch(ignoreOther)
    return undefined
  } catch (error) {
    return await explainFailure(error instanceof Error ? error.message : String(error), folder)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(fresh, { recursive: true, force: true })
  }
}

// because: of two first starts at once, the one whose rename comes second uses the other's database
const ignoreOther = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}

/** Starts the server of the folder and waits until it answers, through a recovery too. */
export async function startServer({ pgCtl, run }: Binaries, folder: string): Promise<Refusal | undefined> {
  const log = join(folder, 'server.log')
  try {
    await access(folder, constants.W_OK)
    const socketFolder = await makeSocketFolder(folder)
    if (isRefusal(socketFolder)) return socketFolder
    await writeFile(join(folder, 'brugwijzer.conf'), settingLines(socketFolder))
    await rm(log, { force: true })
    // pg_ctl gives the server a session of its own, so Ctrl-C in the terminal does not reach it.
    await run(pgCtl, ['start', '-D', folder, '-l', log, '-w', '-t', '600', '-s'])
    return undefined
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return await explainFailure(`${words}\n${await readLogEnd(log)}`, folder)
  }
}

function settingLines(socketFolder: string): string {
  const quote = (value: string | number) => `'${String(value).replaceAll("'", "''")}'`
  // because: the setting is a list, in which a quoted path may hold a comma
  const folders = `"${socketFolder.replaceAll('"', '""')}"`
  const all = { ...settings, unix_socket_directories: folders, unix_socket_permissions: '0700' }
  return Object.entries(all)
    .map(([name, value]) => `${name} = ${quote(value)}\n`)
    .join('')
}
