import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { clearEmptyLock, clearTraces, isServing, type RunningServer, readServer } from './embedded-folder.ts'
import { prepareFolder } from './embedded-making.ts'
import { type Start, startServer } from './embedded-server.ts'
import { joinUsers, leaveUsers, urlOf } from './embedded-users.ts'

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

/**
 * A real PostgreSQL of our own in `folder`: started, or found alive. It listens on a unix socket only, outlives the
 * process that started it, and is started again if it dies while this process uses it. Refuses in one clear line what
 * it cannot mend (embedded-failure.ts); nothing is lost then.
 */
export async function openEmbedded({ folder, password }: EmbeddedOptions): Promise<Embedded | Refusal> {
  const binaries = await findBinaries()
  if (isRefusal(binaries)) return binaries
  const problem = await prepareFolder(binaries, folder, password)
  if (problem) return problem
  const house: House = { binaries, folder, password, closing: new AbortController() }
  const stay = await enter(house)
  if (isRefusal(stay)) return stay
  return {
    adminUrl: urlOf(stay.server, password, 'brugwijzer'),
    adopted: stay.adopted,
    release: keepStaying(house, stay),
  }
}

interface House {
  readonly binaries: Binaries
  readonly folder: string
  readonly password: string
  /** Aborted when this process wants no database any more. */
  readonly closing: AbortController
}

interface Stay {
  readonly server: RunningServer
  readonly users: pg.Client
  readonly adopted: boolean
}

/** A recovery after a crash may take minutes, and cutting it short only makes the next one longer. */
const patienceMs = 600_000

/** Joins the users of the folder's server; starts one where nobody serves. */
async function enter({ binaries, folder, password, closing }: House): Promise<Stay | Refusal> {
  const deadline = performance.now() + patienceMs
  let start: Start | undefined
  for (
    let wait = 5;
    performance.now() < deadline && !closing.signal.aborted;
    wait = Math.min(wait * 1.5, 200)
  ) {
    const server = await readServer(folder)
    const users = server ? await joinUsers(server, password, folder) : 'nobody'
    if (isRefusal(users)) return users
    if (server && typeof users !== 'string') return { server, users, adopted: start === undefined }
    if (users === 'nobody' && !(server && (await isServing(server, folder)))) {
      const next = await startWhereNobodyServes(binaries, folder, start, server)
      if (isRefusal(next)) return next
      start = next
    }
    await pause(wait)
  }
  return refuse('database_busy', { folder })
}

/** The start under way, or a new one; refuses why the last one failed unless another process was just faster. */
async function startWhereNobodyServes(
  binaries: Binaries,
  folder: string,
  start: Start | undefined,
  left: RunningServer | undefined,
): Promise<Start | Refusal | undefined> {
  if (start && !start.hasEnded()) return start
  const failure = await start?.explain()
  if (failure && failure.code !== 'database_busy') return failure
  if (left) await clearTraces(folder, left)
  else await clearEmptyLock(folder, new Date())
  return startServer(binaries, folder)
}

/**
 * Comes back when the server dies or is stopped by others (a process without its share would find the server stopped
 * under it by the next command that ends). Returns how to leave for good.
 */
function keepStaying(house: House, first: Stay): () => Promise<void> {
  const { signal } = house.closing
  let current: Promise<Stay | Refusal> = Promise.resolve(first)
  const watch = (stay: Stay) => {
    stay.users.once('end', () => {
      if (!signal.aborted) current = comeBack()
    })
  }
  const comeBack = async (): Promise<Stay | Refusal> => {
    const again = await enter(house)
    if (!isRefusal(again)) watch(again)
    if (!isRefusal(again) || signal.aborted) return again
    // because: a full disk may have room again in a moment; meanwhile every query says what is wrong
    await pause(1000, undefined, { ref: false })
    return comeBack()
  }
  watch(first)
  return async () => {
    if (signal.aborted) return
    house.closing.abort()
    const stay = await current
    if (!isRefusal(stay)) await leave(stay, house.folder)
  }
}

async function leave({ server, users }: Stay, folder: string): Promise<void> {
  // because: a server that is gone needs no stopping
  const isLast = await leaveUsers(users).catch(() => false)
  // Only a server that this process can see is the one it means: in another container the number is another program.
  if (isLast && (await isServing(server, folder))) await stopServer(server, folder)
  await users.end().catch(() => undefined)
}

/** A fast shutdown: open transactions roll back, everything committed is written. */
async function stopServer(server: RunningServer, folder: string): Promise<void> {
  process.kill(server.pid, 'SIGINT')
  while ((await readServer(folder))?.pid === server.pid && (await isServing(server, folder))) await pause(10)
}
