import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Refusal, refuse } from '../../domain/refusal.ts'

/** A postmaster.pid as PostgreSQL writes it: who serves this folder, and where. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
  /** A socket's folder, or a loopback address. */
  readonly host: string
}

/** Undefined when no server says that it serves the folder; one that died may still say so. */
export async function readServer(folder: string): Promise<RunningServer | undefined> {
  const written = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder, address] = written.split('\n')
  const host = socketFolder || address?.trim()
  return pid && port && host ? { pid: Number(pid), port: Number(port), host } : undefined
}

/**
 * Whether this process is a server of this folder. After a restart of the machine or of a container another program
 * may well have the number of the server that died: a server works in its folder.
 */
export async function isServing({ pid }: Pick<RunningServer, 'pid'>, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (command === undefined) return process.platform !== 'linux'
  if (!command.includes('postgres')) return false
  const worksIn = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return worksIn === undefined ? command.includes(folder) : worksIn === (await realpath(folder))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What a dead server left behind, where PostgreSQL itself takes the program that now has its number for a server. */
export async function clearTraces(folder: string, left: RunningServer): Promise<void> {
  if (!isAlive(left.pid) || (await readServer(folder))?.pid !== left.pid) return
  await rm(join(folder, 'postmaster.pid'), { force: true })
  await rm(join(left.host, `.s.PGSQL.${left.port}.lock`), { force: true })
}

const writingLockMs = 5000

/** A lock that stays empty was left by a machine that lost its power: PostgreSQL itself would not start beside it. */
export async function clearEmptyLock(folder: string, now: Date): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  const found = await lstat(file).catch(() => undefined)
  if (found?.size === 0 && now.getTime() - found.mtimeMs > writingLockMs) await rm(file, { force: true })
}

/** The settings of an address that only this machine's own users reach. */
export interface Address {
  readonly listen_addresses: string
  readonly port: number
  readonly unix_socket_directories: string
}

/** Windows has no unix sockets that our driver knows: a free port of the loopback address there. */
export async function chooseAddress(folder: string): Promise<Address | Refusal> {
  if (process.platform === 'win32') {
    return { listen_addresses: '127.0.0.1', port: await findFreePort(), unix_socket_directories: '' }
  }
  const socketFolder = await makeSocketFolder(folder)
  if (typeof socketFolder !== 'string') return socketFolder
  // because: the setting is a list, in which a path may hold a comma
  const quoted = `"${socketFolder.replaceAll('"', '""')}"`
  return { listen_addresses: '', port: 5432, unix_socket_directories: quoted }
}

// sun_path holds 108 bytes with its closing NUL (unix(7)), 104 on macOS; the socket's own name takes 14.
const longestSocketFolder = 88

/**
 * A folder of our own for the socket: beside the data, or under the system's temporary folder where that path is too
 * long for a socket. Refuses one that somebody else has put there: `database_socket_folder`.
 */
async function makeSocketFolder(folder: string): Promise<string | Refusal> {
  const beside = join(dirname(folder), 'run')
  const hashed = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const chosen =
    Buffer.byteLength(beside) <= longestSocketFolder ? beside : join(tmpdir(), `brugwijzer-${hashed}`)
  await mkdir(chosen, { recursive: true, mode: 0o700 })
  const found = await lstat(chosen)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    return refuse('database_socket_folder', { folder: chosen })
  }
  // A copy or a restored backup may have opened it.
  if ((found.mode & 0o077) !== 0) await chmod(chosen, 0o700)
  return chosen
}

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
