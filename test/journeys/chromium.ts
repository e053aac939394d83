import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Nothing but the page under test talks to the network; root has no sandbox. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The Chromium of this machine, else the one that comes as a package: a fresh machine needs no installation. */
export async function findChromium(): Promise<LaunchOptions> {
  const own = installed.find((file) => existsSync(file))
  if (own) return { executablePath: own, args: quiet }
  const { default: packed } = await import('@sparticuz/chromium')
  // In one process it dies with the first page that is closed.
  const args = packed.args.filter((arg) => arg !== '--single-process')
  return { executablePath: await packed.executablePath(), args: [...args, ...quiet] }
}
