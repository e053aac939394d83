import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { type Refusal, refuse } from '../domain/refusal.ts'

/** The password given in the environment, else what somebody at a terminal types, unseen. Refuses: `password_missing`. */
export async function readPassword(given: string | undefined, question: string): Promise<string | Refusal> {
  if (given) return given
  if (!process.stdin.isTTY) return refuse('password_missing')
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  const typed = await terminal.question('')
  terminal.close()
  process.stderr.write('\n')
  return typed || refuse('password_missing')
}
