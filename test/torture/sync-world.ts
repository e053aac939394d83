import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { connect, type Database } from '../../src/db/database.ts'
import { findChromium } from '../journeys/chromium.ts'
import { givePasswords, password } from '../open-server.ts'
import { buildOostdijk, type Town } from '../story.ts'
import { BadNetwork } from './bad-network.ts'

export interface SyncWorld {
  readonly town: Town
  readonly network: BadNetwork
  /** A superuser's connection: for what the runs look at and break. */
  readonly admin: pg.Client
  /** A page that is open for work, in the one browser. */
  readonly openTab: () => Promise<Page>
  readonly signIn: () => Promise<void>
  /** kill -9; another server, with the same database, takes over at once. */
  readonly killServer: () => Promise<void>
  /** From now on a page that is opened comes with a newer store. */
  readonly updateApp: () => void
  readonly close: () => Promise<void>
}

/** A town, a browser, servers and the network between them. */
export async function openSyncWorld(
  { adminUrl, loginPassword }: { adminUrl: string; loginPassword: string },
  random: () => number,
): Promise<SyncWorld> {
  const db = connect(adminUrl, loginPassword)
  const town = await buildTown(db)
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const servers = await openServers(adminUrl, loginPassword)
  const network = new BadNetwork(random)
  network.target = servers.current()
  const base = await network.open()
  let version = 1
  await servePage(network, () => version)
  const browser = await chromium.launch(await findChromium())
  const context = await browser.newContext({ baseURL: base })
  const author = { cityId: town.city.id, memberId: town.people.nadia.id }
  return {
    town,
    network,
    admin,
    openTab: () => openTab(context, author),
    signIn: () => signIn(context, town),
    killServer: async () => {
      network.target = await servers.replace()
    },
    updateApp: () => void version++,
    close: async () => {
      await browser.close()
      await network.close()
      await servers.close()
      await admin.end()
      await db.close()
    },
  }
}

async function buildTown(db: Database): Promise<Town> {
  const town = await buildOostdijk(db)
  await givePasswords(db, [town.people.nadia.email])
  return town
}

async function signIn(context: BrowserContext, { people: { nadia } }: Town): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: { email: nadia.email, password },
  })
  if (answer.status() !== 204) throw new Error(`nobody can sign in: ${answer.status()}`)
}

async function openTab(context: BrowserContext, author: { cityId: string; memberId: string }): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/torture/')
  await page.evaluate((who) => Reflect.get(globalThis, 'outbox').open(who), author)
  return page
}

/** The outbox as the product has it, in an empty page. Each version of the app asks for a newer store. */
async function servePage(network: BadNetwork, version: () => number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-page-'))
  await runNode(process.execPath, [join(import.meta.dirname, 'build-page.ts'), folder])
  let stores = 0
  for (const file of await Array.fromAsync(glob('**/*.js', { cwd: folder }))) {
    const code = await readFile(join(folder, file), 'utf8')
    const parts = code.split(/(?<=localStore\(outboxName, )1(?=,)/)
    stores += parts.length - 1
    network.files.set(`/torture/${file}`, () => parts.join(String(version())))
  }
  await rm(folder, { recursive: true })
  if (stores !== 1) throw new Error('the version of the store is not where it was')
  network.files.set(
    '/torture/',
    () => '<!doctype html><script type="module" src="/torture/entry.js"></script>',
  )
}

const runNode = promisify(execFile)

/** One server that works, and one that is ready for when it is killed. */
async function openServers(adminUrl: string, loginPassword: string) {
  const started: Promise<Server>[] = []
  const start = () => {
    const server = startServer(adminUrl, loginPassword)
    started.push(server)
    return server
  }
  let [working, spare] = [await start(), start()]
  return {
    current: () => working.url,
    /** Two who kill at once kill the same one. */
    replace: async () => {
      const next = spare
      working.child.kill('SIGKILL')
      working = await next
      if (spare === next) spare = start()
      return working.url
    },
    close: async () => {
      for (const { child } of await Promise.all(started)) {
        if (child.exitCode !== null || child.signalCode !== null) continue
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    },
  }
}

interface Server {
  readonly child: ChildProcess
  readonly url: string
}

async function startServer(...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sync-server.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const url of createInterface({ input: child.stdout })) return { child, url }
  throw new Error('a server ended without saying where it listens')
}
