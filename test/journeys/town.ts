import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from '@playwright/test'
import { type MailServer, openMailServer } from '../mail-server.ts'

const root = join(import.meta.dirname, '../..')

export interface DemoTown {
  readonly address: string
  /** Where its mails arrive. */
  readonly mail: MailServer
  readonly close: () => Promise<void>
}

/** Brugwijzer as `npm start` runs it, in a folder of its own, with its demo town and its web app built. */
export async function openDemoTown(): Promise<DemoTown> {
  const mail = await openMailServer()
  const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-journey-'))
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
      SMTP_URL: mail.url,
      MAIL_FROM: 'Onthaal De Leiebrug <onthaal@kortrijk.example.org>',
    },
  })
  const close = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit')
    await mail.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const address = await readAddress(server)
    await expect.poll(async () => (await fetch(address)).status, { timeout: 60_000 }).toBe(200)
    return { address, mail, close }
  } catch (error) {
    await close()
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
