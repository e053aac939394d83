import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { findServer, hasEnded, type RunningServer } from './embedded-folder.ts'
import { prepareFolder, startServer } from './embedded-server.ts'

export interface Embedded {
  /** The superuser of the database `brugwijzer`, over a unix socket. */
  readonly adminUrl: string
  /** The server ran already: another process of ours uses it, or one that was killed left it alive. */
  readonly adopted: boolean
  /** Stops the server unless another process uses it. */
  readonly release: () => Promise<void>
}

export interface EmbeddedOptions {
  /** The server's data; made when it does not exist. */
  readonly folder: string
  readonly password: string
}

const attempts = 100

/**
 * A real PostgreSQL of our own in `folder`: started, or found alive. It listens on a unix socket only and outlives the
 * process that started it. Refuses in one clear line what it cannot mend (embedded-failure.ts); nothing is lost then.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded | Refusal> {
  const binaries = await findBinaries()
  if (isRefusal(binaries)) return binaries
  const problem = await prepareFolder(binaries, options.folder, options.password)
  if (problem) return problem
  const first = await join(binaries, options)
  if (isRefusal(first)) return first
  const stay = keepStaying(first, () => join(binaries, options))
  return {
    adminUrl: urlOf(first.server, options.password, 'brugwijzer'),
    adopted: first.adopted,
    release: () => leave(options.folder, stay()),
  }
}

/** Being one of the server's users: a connection of our own that holds the users' lock. */
interface Stay {
  readonly server: RunningServer
  readonly client: pg.Client
  readonly adopted: boolean
}

async function join(binaries: Binaries, { folder, password }: EmbeddedOptions): Promise<Stay | Refusal> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const running = await findServer(folder)
    const failed = running ? undefined : await startServer(binaries, folder)
    if (failed && failed.code !== 'database_busy') return failed
    const server = running ?? (await findServer(folder))
    const client = server && (await holdLock(server, password))
    if (isRefusal(client)) return client
    if (server && client) return { server, client, adopted: running !== undefined }
    // The server was just stopping or starting, or another process got there first: look again.
    await pause(50 * Math.min(attempt, 20))
  }
  return refuse('database_busy', { folder })
}

/**
 * When the server falls, it drops every lock: we take ours again, and start the server where it did not come back by
 * itself, so that a command that ends cannot stop it under us. Answers the stay of the moment, and then stays no more.
 */
function keepStaying(first: Stay, again: () => Promise<Stay | Refusal>): () => Stay {
  let stay = first
  let left = false
  const watch = () =>
    stay.client.once('end', async () => {
      const next = left ? undefined : await again()
      if (!next || isRefusal(next)) return
      stay = next
      watch()
    })
  watch()
  return () => {
    left = true
    return stay
  }
}

const urlOf = ({ port, socketFolder }: RunningServer, password: string, database: string): string =>
  `postgres://postgres:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder)}`

/** Every process that uses the server holds this lock shared; whoever can have it alone is the last and stops it. */
const usersLock = 4_811_000

/** Undefined while the server does not take connections; a refusal when this is not our server. */
async function holdLock(server: RunningServer, password: string): Promise<pg.Client | Refusal | undefined> {
  const client = new pg.Client({ connectionString: urlOf(server, password, 'postgres') })
  // because: the server may go away at any time; whoever uses it notices by its own queries
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [usersLock])
    const { rowCount } = await client.query(`select from pg_database where datname = 'brugwijzer'`)
    if (rowCount === 0) await client.query('create database brugwijzer').catch(ignoreDuplicate)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '28P01') return refuse('database_other_secret', { folder: server.socketFolder })
    return undefined
  }
}

// duplicate_database, unique_violation: a process that started at the same moment made it
const ignoreDuplicate = (error: Error & { code?: string }) => {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}

async function leave(folder: string, { server, client }: Stay): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [usersLock])
    const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [usersLock])
    if (rows[0].last) await stopServer(folder, server)
  } catch {
    // because: a server that is gone needs no stopping
  }
  await client.end().catch(() => undefined)
}

/** A fast shutdown: open transactions roll back, everything committed is written. */
async function stopServer(folder: string, { pid }: RunningServer): Promise<void> {
  process.kill(pid, 'SIGINT')
  while (!(await hasEnded(folder))) await pause(10)
}
