import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { CliContext } from '../../src/cli/frame.ts'
import { runProgram } from '../../src/cli/program.ts'
import { readConfig } from '../../src/config.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'

const quiet = { BRUGWIJZER_LOG: 'silent' }

/** Runs a command as a user does; `json` is what stdout holds, when that is JSON. */
export async function runCommand(data: string, args: readonly string[], env: Record<string, string>) {
  const child = spawnNode('src/cli/main.ts', args, { BRUGWIJZER_DATA: data, ...env })
  const [stdout, stderr, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), endOf(child)])
  return { code, stdout, stderr, json: parse(stdout) }
}

/**
 * The same command in this process: for what it answers, where the process that a user starts is not what is asked. A
 * second each is saved, most of it the reading of the same files.
 */
export async function commandHere(data: string, args: readonly string[], env: Record<string, string>) {
  const config = accepted(readConfig({ BRUGWIJZER_DATA: data, ...env }))
  const said = { code: 0, stdout: '', stderr: '' }
  const context: CliContext = {
    config,
    now: () => new Date(),
    stdout: (text) => {
      said.stdout += typeof text === 'string' ? `${text}\n` : Buffer.from(text).toString()
    },
    stderr: (text) => {
      said.stderr += `${text}\n`
    },
    exit: (code) => {
      said.code = code
    },
  }
  await runProgram(context, args)
  return { ...said, json: parse(said.stdout) }
}

/** Starts the server on a free port and waits for the line that says where. */
export async function startServer(data: string, env: Record<string, string>) {
  const child = spawnNode('src/main.ts', [], { BRUGWIJZER_DATA: data, PORT: '0', ...quiet, ...env })
  const said = textOf(child.stderr)
  const ended = endOf(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0]
    if (!url) continue
    const stop = () => {
      child.kill('SIGTERM')
      return ended
    }
    return { url, child, stop }
  }
  throw new Error(`the server ended with ${await ended}: ${await said}`)
}

/** A start that is expected to be refused: its exit code and the line it says. */
export async function failToStart(data: string, env: Record<string, string>) {
  const child = spawnNode('src/main.ts', [], { BRUGWIJZER_DATA: data, PORT: '0', ...quiet, ...env })
  const [stderr, code] = await Promise.all([textOf(child.stderr), endOf(child)])
  return { code, lines: stderr.trim().split('\n') }
}

function spawnNode(file: string, args: readonly string[], env: Record<string, string>) {
  // With what was compiled before (test/run.ts): a command is seconds faster.
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env
  const cache = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}
  return spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...cache, ...env },
  })
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('close', resolve))

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // because: not every answer is JSON, and a test that expects it sees undefined
    return undefined
  }
}
