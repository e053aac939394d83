import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { type MailServer, openMailServer } from '../mail-server.ts'

const copy = promisify(execFile)
const root = join(import.meta.dirname, '../..')

export interface DemoTown {
  readonly address: string
  /** Where its mails arrive. */
  readonly mail: MailServer
  readonly close: () => Promise<void>
}

/** Makes a demo town that every other begins as a copy of; what a first start makes is for test/start.test.ts. */
export async function makeDemoTown(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-made-'))
  const { end } = await startTown(folder, 'smtp://127.0.0.1:1')
  await end()
  process.env[madeTown] = folder
  return () => rm(folder, { recursive: true, force: true })
}

// Workers of the browser tests are processes of their own: they hear of it by their environment.
const madeTown = 'JOURNEY_TOWN'

/** Brugwijzer as `npm start` runs it, in a folder of its own, with its demo town and its web app built. */
export async function openDemoTown(): Promise<DemoTown> {
  const mail = await openMailServer()
  const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-journey-'))
  const made = process.env[madeTown]
  if (made !== undefined) await copy('cp', ['-a', `${made}/.`, folder])
  const clear = async () => {
    await mail.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const { address, end } = await startTown(folder, mail.url)
    return { address, mail, close: () => end().then(clear) }
  } catch (error) {
    await clear()
    throw error
  }
}

async function startTown(folder: string, smtpUrl: string) {
  const server = spawn('node', ['src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      PORT: '0',
      BRUGWIJZER_DATA: join(folder, 'data'),
      BRUGWIJZER_DEMO: 'on',
      BRUGWIJZER_LOG: 'silent',
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Onthaal De Leiebrug <onthaal@kortrijk.example.org>',
    },
  })
  const end = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit')
  }
  try {
    const address = await readAddress(server)
    await expect.poll(async () => (await fetch(address)).status, { timeout: 60_000 }).toBe(200)
    return { address, end }
  } catch (error) {
    await end()
    throw error
  }
}

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: stdout })) {
    const address = /^Brugwijzer: (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('the server ended without saying where it listens')
}
