import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { startChores } from './chores.ts'
import { type Config, checkDemoSafety, readConfig } from './config.ts'
import { listCities } from './db/city/city-store.ts'
import type { Database } from './db/database.ts'
import { demoIsPending, forgetDemo, makeDemoTown, promiseDemo } from './demo-town.ts'
import { isRefusal, type Refusal } from './domain/refusal.ts'
import { createApp } from './http/app.ts'
import type { Services } from './http/context.ts'
import { SearchShelf } from './http/request/search-shelf.ts'
import { createMetrics } from './http/server/metrics.ts'
import { createAuth } from './http/sign-in/auth.ts'
import { LastSeen } from './http/sign-in/last-seen.ts'
import { CodeShelf } from './http/visit/code-shelf.ts'
import { type Installation, openInstallation } from './installation.ts'
import { openBackgroundWork } from './jobs/background-work.ts'
import { listen } from './listen.ts'
import { openMailer } from './mail/mailer.ts'
import { checkRuntime } from './runtime.ts'
import { deriveSecret } from './secret.ts'
import { translator } from './text/translate.ts'
import { openWebBuild } from './web-build.ts'

const refusal = await start()
if (refusal) {
  process.stderr.write(`${translator('nl')(`refusal:${refusal.code}`, refusal.details)}\n`)
  process.exitCode = 1
}

async function start(): Promise<Refusal | undefined> {
  const wrongRuntime = checkRuntime(process.version)
  if (wrongRuntime) return wrongRuntime
  const config = readConfig(process.env)
  if (isRefusal(config)) return config
  const log = pino({ level: config.log }, pino.destination(2))
  // Decided once: only a start that makes the database itself makes a demo town in it.
  const isFirst = config.demo && !config.databaseUrl && !existsSync(join(config.dataFolder, 'postgres'))
  const installation = await openInstallation(config, isFirst ? promiseDemo : undefined)
  if (isRefusal(installation)) return installation
  const refused = await serve(config, installation, log)
  if (refused) await installation.close()
  return refused
}

async function serve(
  config: Config,
  installation: Installation,
  log: pino.Logger,
): Promise<Refusal | undefined> {
  const { db, secret } = installation
  const web = openWebBuild()
  web.done.catch((error: Error) => log.fatal({ reason: error.message }, 'the web app could not be built'))
  if (await demoIsPending(config.dataFolder)) await keepDemoPromise(config, db)
  const demo = (await listCities(db)).some(({ isDemo }) => isDemo)
  const unsafe = demo ? checkDemoSafety(config) : undefined
  if (unsafe) return unsafe
  const sessions = deriveSecret(secret, 'sessions')
  // The port is known for certain only when it listens.
  let { port } = config
  const baseUrl = () => config.baseUrl ?? `http://${config.host}:${port}`
  const background = openBackgroundWork((error) =>
    log.error({ name: error.name }, 'work in the background failed'),
  )
  const services: Services = {
    db,
    search: new SearchShelf(db),
    codes: new CodeShelf(db),
    lastSeen: new LastSeen(),
    secret: sessions,
    auth: createAuth({ db, secret: sessions, baseUrl: baseUrl() }),
    get baseUrl() {
      return baseUrl()
    },
    background,
    mailer: config.mail && openMailer(config.mail),
    demo,
    trustedProxies: config.trustedProxies,
    log,
    metrics: createMetrics(),
    web,
    now: () => new Date(),
  }
  const server = await listen(createApp(services), config)
  if (isRefusal(server)) return server
  port = server.port
  closeOnSignal(server.close, background.close, installation.close)
  process.stdout.write(`Brugwijzer: http://${config.host}:${server.port}\n`)
  startChores(services)
  return undefined
}

/** Beside a city that was founded meanwhile, or where no demo is wanted, the promise is dropped. */
async function keepDemoPromise({ demo, databaseUrl, dataFolder }: Config, db: Database): Promise<void> {
  const isWanted = demo && !databaseUrl && (await listCities(db)).length === 0
  if (isWanted) await makeDemoTown(db)
  await forgetDemo(dataFolder)
}

/**
 * Stops taking requests, lets those under way and what goes on beside them end, then leaves the database: each of `parts`
 * after the other. A second signal does not wait.
 */
function closeOnSignal(...parts: readonly (() => Promise<void>)[]): void {
  const close = async () => {
    for (const part of parts) await part()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      void close()
    })
  }
}
