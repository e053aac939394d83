import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Started {
  readonly child: ChildProcess
  readonly url: string
  /** From the start of the process to the line that says where it listens. */
  readonly milliseconds: number
  readonly stop: () => Promise<void>
}

/** Starts a node process that prints its address as the last word of a line. */
export async function startNode(args: readonly string[], env: Record<string, string> = {}): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, [...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0]
    if (!url) continue
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { child, url, milliseconds: performance.now() - began, stop }
  }
  throw new Error(`${args.join(' ')} ended without an address`)
}

/** Proportional memory of a process and all below it, in MiB: shared pages of PostgreSQL count once. */
export function memoryOf(pids: readonly number[]): number {
  const kib = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // because: a backend may end while we look
      return 0
    }
  })
  return kib.reduce((sum, part) => sum + part, 0) / 1024
}

/** The database processes that serve a folder: its main process and that one's children. */
export function databaseProcesses(folder: string): number[] {
  const main = Number(readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[0])
  return [main, ...childrenOf(main)]
}

/** The processes that a process started itself. */
export const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    // because: the process ended while we looked
    return undefined
  }
}
