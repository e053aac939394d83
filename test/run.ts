import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { openWebBuild } from '../src/web-build.ts'

// npm test: unit and browser tests, and one closing line over both.

const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-results-'))
const unitFile = join(folder, 'unit.json')
const journeyFile = join(folder, 'journeys.json')

// Built once, before every server that a test starts would begin to build it. What is wrong with it, the journeys say.
await openWebBuild().done.catch(() => undefined)

const unit = await run(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`],
  {},
)
const journeys = await run('playwright', ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: journeyFile,
})

const vitest = z
  .object({
    numPassedTests: z.int(),
    numFailedTests: z.int(),
    numPendingTests: z.int(),
    testResults: z.array(
      z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
    ),
  })
  .parse(JSON.parse(await readFile(unitFile, 'utf8')))
const playwright = z
  .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) })
  .parse(JSON.parse(await readFile(journeyFile, 'utf8'))).stats
await rm(folder, { recursive: true })

const passed = vitest.numPassedTests + playwright.expected
// A test that passed only at its second try is a test that fails.
const failed = vitest.numFailedTests + playwright.unexpected + playwright.flaky
const skipped = vitest.numPendingTests + playwright.skipped
// A crash that no test reports fails the run all the same.
const crashed = unit !== 0 || journeys !== 0
// Said again here: the journeys wrote far past it.
for (const { status, fullName } of vitest.testResults.flatMap((file) => file.assertionResults))
  if (status === 'failed') console.log(`failed: ${fullName}`)
if (skipped > 0) console.log(`${skipped} skipped: each says why where it stands`)
console.log(`${passed} passed, ${failed === 0 && crashed ? 1 : failed} failed`)
process.exitCode = crashed || failed > 0 || passed === 0 ? 1 : 0

function run(command: string, args: string[], env: Record<string, string>): Promise<number> {
  const bin = join(import.meta.dirname, '../node_modules/.bin', command)
  // Every server, command and thread that the tests start would compile the same files anew.
  const compiled = { NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const child = spawn(bin, args, { stdio: 'inherit', env: { ...process.env, ...compiled, ...env } })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
