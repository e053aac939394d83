import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What stands before a command so that PostgreSQL, which refuses root, is run by somebody else. */
export type Launcher = readonly string[]

// In every system's list of users, in which PostgreSQL looks its own user up.
const nobody = 65_534

/** Both leave root's own files readable and writable: a checkout and data in a 0700 home. */
const launchersOfRoot: readonly Launcher[] = [
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

/** The first that runs this binary; undefined where root may become nobody. */
export async function chooseLauncher(binary: string): Promise<Launcher | undefined> {
  if (process.getuid?.() !== 0) return []
  for (const launcher of launchersOfRoot) {
    const [file = '', ...args] = launcher
    const works = await run(file, [...args, binary, '--version']).then(
      () => true,
      () => false,
    )
    if (works) return launcher
  }
  return undefined
}
