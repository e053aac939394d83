import { appendFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Binaries } from './embedded-binaries.ts'
import { explainFailure, wordsOf } from './embedded-failure.ts'
import { settingsFile } from './embedded-settings.ts'

/** Makes the folder's database when there is none; refuses one of another version and a folder that is not ours. */
export async function prepareFolder(
  binaries: Binaries,
  folder: string,
  password: string,
): Promise<Refusal | undefined> {
  try {
    if (await isEmpty(folder)) await makeDatabase(binaries, folder, password)
    const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()
    if (version === binaries.major) return undefined
    return refuse(version ? 'database_other_version' : 'database_damaged', {
      folder,
      version,
      reason: 'PG_VERSION',
    })
  } catch (error) {
    return await explainFailure(wordsOf(error), folder)
  }
}

const isEmpty = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    (names) => names.length === 0,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return true
      throw error
    },
  )

/** Into a folder beside, then one rename: a start that is cut off leaves nothing half-made where data are looked for. */
async function makeDatabase(binaries: Binaries, folder: string, password: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  const workshop = await mkdtemp(`${folder}.new-`)
  try {
    await initialise(binaries, workshop, password)
    await rename(join(workshop, 'data'), folder)
    await flushFolder(dirname(folder))
    await clearWorkshops(folder)
  } catch (error) {
    // Of two first starts at once, the slower one uses the other's database.
    if (await isEmpty(folder)) throw error
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function initialise({ initdb }: Binaries, workshop: string, password: string): Promise<void> {
  const passwordFile = join(workshop, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  const data = join(workshop, 'data')
  const access = ['-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256']
  // The C locale: the application sorts by language, so no index hangs on the system's collation version.
  await initdb(['-D', data, ...access, '--locale=C', '--encoding=UTF8', '--no-instructions'])
  await appendFile(join(data, 'postgresql.conf'), `\ninclude_if_exists '${settingsFile}'\n`, { flush: true })
}

/** After a power cut the folder still has the name under which we acknowledged rows in it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** What earlier starts that were cut off, or slower ones of this moment, made beside. */
async function clearWorkshops(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.new-`)) continue
    // because: a slower start may be writing there; it clears up itself
    await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(() => undefined)
  }
}
