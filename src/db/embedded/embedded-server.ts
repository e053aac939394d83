import { access, constants, type FileHandle, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Binaries } from './embedded-binaries.ts'
import { explainFailure, readLogSince, wordsOf } from './embedded-failure.ts'
import { chooseAddress } from './embedded-folder.ts'
import { writeSettings } from './embedded-settings.ts'

/** A server that this process has started; it may be ready, still recovering, or gone again. */
export interface Start {
  readonly hasEnded: () => boolean
  /** Why it has ended; undefined when it was stopped in good order. */
  readonly explain: () => Promise<Refusal | undefined>
}

/** Starts the server of the folder and does not wait until it answers. */
export async function startServer(binaries: Binaries, folder: string): Promise<Start | Refusal> {
  try {
    await access(folder, constants.W_OK)
    const address = await chooseAddress(folder)
    if (isRefusal(address)) return address
    await writeSettings(folder, address)
    return await spawnServer(binaries, folder)
  } catch (error) {
    return await explainFailure(wordsOf(error), folder)
  }
}

async function spawnServer({ serve }: Binaries, folder: string): Promise<Start> {
  const file = join(folder, 'server.log')
  const log = await openLog(file)
  const { size } = await log.stat()
  const server = serve(['-D', folder], log.fd)
  server.unref()
  let ended: string | undefined
  server.once('error', (error) => {
    ended = wordsOf(error)
  })
  server.once('exit', (code) => {
    ended = code === 0 ? '' : `exit ${code}`
  })
  await log.close()
  const explain = async () =>
    ended ? explainFailure(`${ended}\n${await readLogSince(file, size)}`, folder) : undefined
  return { hasEnded: () => ended !== undefined, explain }
}

const longestLog = 4 * 2 ** 20

/** Appends: another start may be writing to the same log. A long one is put aside, one generation of it. */
async function openLog(file: string): Promise<FileHandle> {
  const log = await open(file, 'a', 0o600)
  if ((await log.stat()).size <= longestLog) return log
  await log.close()
  await rename(file, `${file}.old`)
  return openLog(file)
}
