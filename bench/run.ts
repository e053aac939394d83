import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openDatabase } from '../src/db/database.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { isRefusal } from '../src/domain/refusal.ts'
import { deriveSecret, readSecret } from '../src/secret.ts'
import { measure, type Timing } from './load.ts'
import { databaseProcesses, memoryOf, type Started, startNode } from './process.ts'
import { buildTown, coordinator, lastDay } from './town.ts'

// npm run bench [-- --rows 1000000]: the product beside the raw limit in the same run; writes docs/performance.md.

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
const rows = Number(values.rows)
const perDay = 100
const lines: string[] = []
const say = (line: string) => {
  console.log(line)
  lines.push(line)
}
const ms = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))

// As npm start does it, flags and all.
const startCommand = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(await readFile('package.json', 'utf8')))
  .scripts.start.split(' ')
  .slice(1)
const starts = await measureStarts()
const home = await mkdtemp(join(tmpdir(), 'brugwijzer-bench-'))
const folder = join(home, 'postgres')
const { adminUrl, cityId, release } = await prepare()
const app = await startNode(startCommand, {
  BRUGWIJZER_DATA: home,
  BRUGWIJZER_DEMO: 'off',
  PORT: '0',
  BRUGWIJZER_LOG: 'silent',
})
const raw = await startNode(['bench/raw-server.ts', adminUrl, cityId])
const cookie = await signIn(app)

const title = `## ${rows.toLocaleString('en')} help requests in the databank`
say(title)
say('')
say(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}, the embedded PostgreSQL, ${perDay} requests a day.`,
)
say('')
say('| work | raw | Brugwijzer | ratio | target |')
say('|---|---|---|---|---|')
const period = (days: number) => `from=${daysBefore(days - 1)}&to=${lastDay}`
const alone = { count: 60, together: 1 }
const busy = { count: 1600, together: 16 }
await compare(
  'newest 50 of a theme, 16 at a time (p50 ms)',
  '/list?theme=housing',
  '/api/v1/requests?theme=housing',
  busy,
  '≤ raw ÷ 0.6',
)
await compare(
  'newest 50 of a theme, one at a time (p50 ms)',
  '/list?theme=housing',
  '/api/v1/requests?theme=housing',
  alone,
  '',
)
for (const days of [10, 100, 200]) {
  if (days * perDay > rows) continue
  const inPeriod = (days * perDay).toLocaleString('en')
  const target = days === 100 ? '≤ 1.5 × raw and ≤ 25 ms' : '≤ 1.5 × raw'
  await compare(
    `figures of a report, ${inPeriod} requests in the period (ms)`,
    `/report?${period(days)}`,
    `/api/v1/reports/live?${period(days)}`,
    alone,
    target,
  )
}
await single(
  'figures with charts for the page, 10,000 in the period (ms)',
  `/api/v1/reports/live/page?${period(100)}&language=nl`,
  '',
)
await single(
  'report as PDF, 10,000 in the period (ms)',
  `/api/v1/reports/live.pdf?${period(100)}&language=nl`,
  '≤ 300 ms',
)
const memory = memoryOf([app.child.pid ?? 0, ...databaseProcesses(folder)])
say(`| memory after this load, app + database (MiB) | – | ${Math.round(memory)} | – | ≤ 300 |`)
say(`| first start after install, to the first answer of the API (ms) | – | ${ms(starts.firstApi)} | – | – |`)
say(`| first start after install, to the first page (ms) | – | ${ms(starts.firstPage)} | – | ≤ 15,000 |`)
say(`| warm start, to the first page (ms) | – | ${ms(starts.warmPage)} | – | ≤ 2,000 |`)

await raw.stop()
await app.stop()
await release()
await rm(home, { recursive: true })
await keepSection()

async function prepare() {
  const secret = await readSecret(home, undefined)
  if (isRefusal(secret)) throw new Error(secret.code)
  const embedded = await openEmbedded({ folder, password: deriveSecret(secret, 'database-owner') })
  if (isRefusal(embedded)) throw new Error(embedded.code)
  const loginPassword = deriveSecret(secret, 'database-login')
  const db = await openDatabase(embedded.adminUrl, loginPassword)
  if (isRefusal(db)) throw new Error(db.code)
  await db.close()
  const id = await buildTown(embedded.adminUrl, loginPassword, rows, perDay)
  return { adminUrl: embedded.adminUrl, cityId: id, release: embedded.release }
}

async function signIn({ url }: Started): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(coordinator),
  })
  if (answer.status !== 204) throw new Error(`sign-in answered ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
}

/** Turn by turn, so that both meet the same moods of the machine; the better of three rounds of each. */
async function compare(
  work: string,
  rawPath: string,
  path: string,
  load: { count: number; together: number },
  target: string,
) {
  const best = { raw: Number.POSITIVE_INFINITY, ours: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 3; round++) {
    best.raw = Math.min(best.raw, (await measure(raw.url + rawPath, '', load)).p50)
    best.ours = Math.min(best.ours, (await measure(app.url + path, cookie, load)).p50)
  }
  say(`| ${work} | ${ms(best.raw)} | ${ms(best.ours)} | ${(best.ours / best.raw).toFixed(2)} | ${target} |`)
}

async function single(work: string, path: string, target: string): Promise<Timing> {
  const timing = await measure(app.url + path, cookie, { count: 12, together: 1 })
  say(`| ${work} | – | ${ms(timing.p50)} | – | ${target} |`)
  return timing
}

function daysBefore(days: number): string {
  return new Date(Date.parse(lastDay) - days * 86_400_000).toISOString().slice(0, 10)
}

/** As a new user: no data, no built web app; then once more with both. */
async function measureStarts() {
  const data = await mkdtemp(join(tmpdir(), 'brugwijzer-start-'))
  await rm('dist/web', { recursive: true, force: true })
  const env = { BRUGWIJZER_DATA: data, PORT: '0', BRUGWIJZER_LOG: 'silent' }
  const first = await startNode(startCommand, env)
  const firstPage = first.milliseconds + (await untilPage(first.url))
  await first.stop()
  const warm = await startNode(startCommand, env)
  const warmPage = warm.milliseconds + (await untilPage(warm.url))
  await warm.stop()
  await rm(data, { recursive: true })
  return { firstApi: first.milliseconds, firstPage, warmPage }
}

async function untilPage(url: string): Promise<number> {
  const began = performance.now()
  while ((await fetch(url)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20))
  return performance.now() - began
}

/** Puts this run's table in the place of the last one with as many rows. */
async function keepSection(): Promise<void> {
  const file = 'docs/performance.md'
  const [head = '', ...sections] = (await readFile(file, 'utf8')).split(/(?=^## )/m)
  const others = sections.filter((section) => !section.startsWith(title))
  const sizeOf = (section: string) => Number((section.split(' ')[1] ?? '').replaceAll(',', ''))
  const all = [...others, `${lines.join('\n')}\n`].toSorted((a, b) => sizeOf(a) - sizeOf(b))
  await writeFile(file, [head.trimEnd(), ...all.map((section) => section.trim())].join('\n\n').concat('\n'))
}
