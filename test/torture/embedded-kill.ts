import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openEmbedded } from '../../src/db/embedded/embedded.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { runAt } from '../server.ts'

export const password = 'a password of Oostdijk'

export interface DatabaseUser {
  readonly child: ChildProcess
  /** The next line that the process prints; undefined when it has ended. */
  readonly nextLine: () => Promise<string | undefined>
  /** Lets it end by itself and waits for that. */
  readonly finish: () => Promise<void>
}

/** Starts a process that uses the embedded database of `folder`; see database-user.ts. */
export function startUser(
  folder: string,
  task: 'write' | 'wait',
  options: { uid?: number; path?: string } = {},
): DatabaseUser {
  const script = join(import.meta.dirname, 'database-user.ts')
  const child = spawn(process.execPath, [script, folder, password, task], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(options.path === undefined ? {} : { env: { PATH: options.path } }),
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  return {
    child,
    nextLine: async () => (await lines.next()).value,
    finish: async () => {
      child.stdin?.end()
      await ended
    },
  }
}

/** kill -9 of the app, the server and every process of the server. */
export function killEverything(folder: string, app?: ChildProcess): void {
  const postmaster = postmasterOf(folder)
  const victims = [postmaster, ...childrenOf(postmaster)]
  app?.kill('SIGKILL')
  for (const pid of victims) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // because: a worker of the server may end by itself while we go through the list
    }
  }
}

export const postmasterOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])

export const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)

function parentOf(pid: number): number | undefined {
  try {
    // The name in parentheses may hold anything; the parent's number is the second word after it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    // because: the process ended while we looked
    return undefined
  }
}

/**
 * Kills everything in the middle of writes, `rounds` times, each after as many acknowledged rows as `acknowledge`
 * says. Answers the acknowledged rows and those found after each restart; every acknowledged one must be found.
 */
export async function killWhileWriting(
  folder: string,
  rounds: number,
  acknowledge: (round: number) => number,
) {
  const acknowledged: number[] = []
  const missing: number[] = []
  for (let round = 0; round < rounds; round++) {
    const user = startUser(folder, 'write')
    const opened = await user.nextLine()
    if (!opened?.startsWith('open')) throw new Error(`round ${round}: ${opened}`)
    const enough = acknowledge(round)
    for (let row = 0; row < enough; row++) {
      const number = await user.nextLine()
      if (!number) throw new Error(`round ${round}: the writer ended after ${row} rows`)
      acknowledged.push(Number(number))
    }
    killEverything(folder, user.child)
    const found = new Set(await readWritten(folder))
    missing.push(...acknowledged.filter((number) => !found.has(number)))
  }
  return { acknowledged: acknowledged.length, missing }
}

export async function readWritten(folder: string): Promise<number[]> {
  const embedded = await openEmbedded({ folder, password })
  if (isRefusal(embedded)) throw new Error(embedded.code)
  const rows = await runAt(
    embedded.adminUrl,
    async (client) => (await client.query('select number from written')).rows,
  )
  await embedded.release()
  return rows.map(({ number }) => Number(number))
}
