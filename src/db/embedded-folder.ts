import { createHash } from 'node:crypto'
import { access, lstat, mkdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Refusal, refuse } from '../domain/refusal.ts'

/** A postmaster.pid as PostgreSQL writes it: who serves this folder, and where. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
}

/**
 * Undefined when no living server has this folder. A file that a dead server left behind is PostgreSQL's own to judge;
 * one whose number meanwhile belongs to another program it would respect for ever, so that one is removed.
 */
export async function findServer(folder: string): Promise<RunningServer | undefined> {
  const file = join(folder, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const [pid, , , port, socketFolder] = lines
  if (!pid || !isAlive(Number(pid))) return undefined
  if (!(await isPostgres(Number(pid)))) {
    await rm(file)
    return undefined
  }
  return port && socketFolder ? { pid: Number(pid), port: Number(port), socketFolder } : undefined
}

/** A server removes its file as the last thing it does. */
export const hasEnded = (folder: string): Promise<boolean> =>
  access(join(folder, 'postmaster.pid')).then(
    () => false,
    () => true,
  )

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** After a restart of the machine another program may have the number of the server that died. */
async function isPostgres(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  return command === undefined || command.includes('postgres')
}

// sun_path holds 108 bytes with its closing NUL (unix(7)); the socket's own name takes 14.
const longestSocketFolder = 90

/**
 * A folder of our own for the socket: beside the data, or under the system's temporary folder where that path is too
 * long for a socket. Refuses one that somebody else has put there: `database_socket_folder`.
 */
export async function makeSocketFolder(folder: string): Promise<string | Refusal> {
  const beside = join(dirname(folder), 'run')
  const hashed = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const chosen =
    Buffer.byteLength(beside) <= longestSocketFolder ? beside : join(tmpdir(), `brugwijzer-${hashed}`)
  await mkdir(chosen, { recursive: true, mode: 0o700 })
  const { uid, mode } = await lstat(chosen)
  const isOurs = uid === process.getuid?.() && (mode & 0o077) === 0
  return isOurs ? chosen : refuse('database_socket_folder', { folder: chosen })
}
