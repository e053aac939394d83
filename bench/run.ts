import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../src/db/database.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { isRefusal } from '../src/domain/refusal.ts'
import { deriveSecret, readSecret } from '../src/secret.ts'
import { measureDesk } from './desk-work.ts'
import { importByCommand } from './import-time.ts'
import { measure } from './load.ts'
import { keepSection } from './performance-file.ts'
import { databaseProcesses, memoryOf, type Started, startNode } from './process.ts'
import { measureReportFiles } from './report-files.ts'
import { measureStarts, startCommand } from './start-times.ts'
import { ask, buildTown, coordinator, periodWith } from './town.ts'
import { measureTransfer } from './transfer.ts'

// npm run bench [-- --rows 1000000]: the product beside the raw limit in the same run; writes docs/performance.md.
// npm run bench -- --files: the files of reports alone; -- --desk: what a guide waits for, alone.

const { values } = parseArgs({
  options: { rows: { type: 'string' }, files: { type: 'boolean' }, desk: { type: 'boolean' } },
})
const rows = Number(values.rows ?? (values.files ? 220_000 : 100_000))
const lines: string[] = []
const say = (line: string) => {
  console.log(line)
  lines.push(line)
}
const ms = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
const alone = { count: 60, together: 1 }
const busy = { count: 800, together: 16 }

const starts = values.files || values.desk ? undefined : await measureStarts()
const home = await mkdtemp(join(tmpdir(), 'brugwijzer-bench-'))
const folder = join(home, 'postgres')
const { adminUrl, cityId, release } = await prepare()
const app = await startNode(startCommand, {
  BRUGWIJZER_DATA: home,
  BRUGWIJZER_DEMO: 'off',
  PORT: '0',
  BRUGWIJZER_LOG: 'silent',
})
const startRaw = () => startNode(['bench/raw-server.ts', adminUrl, cityId])
let raw = await startRaw()
const cookie = await signIn(app)

const title = `## ${rows.toLocaleString('en')} help requests in the databank${values.files ? ': files of reports' : values.desk ? ': at the desk' : ''}`
say(title)
say('')
say(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}, the embedded PostgreSQL, four years of requests.`,
)
say('')
if (starts) await compareAll(starts)
else if (values.desk) await compareDesk()
else await measureReportFiles({ app, raw, adminUrl, cookie, say })

await raw.stop()
await app.stop()
await release()
await rm(home, { recursive: true })
await keepSection(title, lines)

async function compareAll({ firstApi, firstPage, warmPage }: Awaited<ReturnType<typeof measureStarts>>) {
  sayHead()
  await compareLists()
  await compareReports()
  // The connections of the raw limit are no part of the product.
  await raw.stop()
  await ask(
    adminUrl,
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'raw'",
  )
  const memory = memoryOf([app.child.pid ?? 0, ...databaseProcesses(folder)])
  raw = await startRaw()
  say(`| memory after this load, app + database (MiB) | – | ${Math.round(memory)} | – | ≤ 300 |`)
  await compareExports()
  await compareImport()
  await measureDesk({ app, raw, adminUrl, cookie, say })
  say(`| first start after install, to the first answer of the API (ms) | – | ${ms(firstApi)} | – | – |`)
  say(`| first start after install, to the first page (ms) | – | ${ms(firstPage)} | – | ≤ 15,000 |`)
  say(`| warm start, to the first page (ms) | – | ${ms(warmPage)} | – | ≤ 2,000 |`)
}

function compareDesk() {
  sayHead()
  return measureDesk({ app, raw, adminUrl, cookie, say })
}

function sayHead() {
  say('| work | raw | Brugwijzer | ratio | target |')
  say('|---|---|---|---|---|')
}

async function compareLists() {
  const lists = [
    ['newest 50', '/list', '/api/v1/requests?'],
    ['newest 50 of a theme', '/list?theme=housing', '/api/v1/requests?theme=housing'],
    ['newest 50 of a rare nationality', '/list?nationality=NP', '/api/v1/requests?nationality=NP'],
    [
      'newest 50 of theme and outcome and barrier',
      '/list?theme=health&outcome=no_offer&barrier=language',
      '/api/v1/requests?theme=health&outcome=no_offer&barrier=language',
    ],
    ['search a common word (wonen)', '/search?lexeme=theme:housing', '/api/v1/requests?q=wonen'],
    [
      'search a rare word (rechtswinkel)',
      '/search?lexeme=word:rechtswinkel',
      '/api/v1/requests?q=rechtswinkel',
    ],
    [
      'search with a slip of the pen (rechtswinkle)',
      '/search?lexeme=word:rechtswinkel',
      '/api/v1/requests?q=rechtswinkle',
    ],
  ] as const
  for (const [work, rawPath, path] of lists)
    await compare(`${work}, 16 at a time (p50 ms)`, rawPath, path, busy, '≤ raw ÷ 0.6')
  await compare('newest 50 of a theme, one at a time (p50 ms)', lists[1][1], lists[1][2], alone, '')
  await compare(
    'how many under a theme (p50 ms)',
    '/count?theme=housing',
    '/api/v1/requests/count?theme=housing',
    alone,
    '',
  )
  const [one] = await ask(adminUrl, 'select id from help_request order by id offset $1 limit 1', [
    Math.floor(rows / 2),
  ])
  await compare(
    'one request, 16 at a time (p50 ms)',
    `/one?id=${one.id}`,
    `/api/v1/requests/${one.id}`,
    busy,
    '',
  )
}

async function compareReports() {
  for (const wanted of [1000, 10_000, 20_000]) {
    const period = await periodWith(adminUrl, wanted)
    if (!period) continue
    const work = `figures of a report, ${period.requests.toLocaleString('en')} requests in the period (ms)`
    const target = wanted === 10_000 ? '≤ 1.5 × raw and ≤ 25 ms' : '≤ 1.5 × raw'
    await compare(work, `/report?${period.query}`, `/api/v1/reports/live?${period.query}`, alone, target)
  }
  const usual = await periodWith(adminUrl, Math.min(rows, 10_000))
  if (!usual) return
  await single(
    'figures with charts for the page, 10,000 in the period (ms)',
    `/api/v1/reports/live/page?${usual.query}&language=nl`,
    '',
  )
}

async function compareExports() {
  const limit = await measureTransfer(raw, `${raw.url}/export`, { method: 'GET' })
  for (const format of ['csv', 'xlsx']) {
    const { seconds, bytes, extraMemory } = await measureTransfer(app, `${app.url}/api/v1/requests/exports`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({ format, language: 'nl', reason: 'Meting van de uitvoer van Oostdijk' }),
    })
    const size = `${(bytes / 1024 / 1024).toFixed(1)} MiB, ${Math.round(extraMemory)} MiB extra memory`
    say(
      `| export of everything as ${format.toUpperCase()} (s; ${size}) | ${limit.seconds.toFixed(1)} | ${seconds.toFixed(1)} | ${(seconds / limit.seconds).toFixed(2)} | |`,
    )
  }
}

async function compareImport() {
  const count = Math.min(rows, 100_000)
  const { seconds, rawSeconds, extraMemory, otherP99 } = await importByCommand({
    home,
    count,
    app,
    raw,
    cookie,
  })
  const conditions = `${Math.round(extraMemory)} MiB of its process; others' lists meanwhile p99 ${ms(otherP99)} ms`
  say(
    `| import of ${count.toLocaleString('en')} rows of CSV (s; ${conditions}) | ${rawSeconds.toFixed(1)} | ${seconds.toFixed(1)} | ${(seconds / rawSeconds).toFixed(2)} | ≤ 60 s and ≤ 300 MiB |`,
  )
}

async function prepare() {
  const secret = await readSecret(home, undefined)
  if (isRefusal(secret)) throw new Error(secret.code)
  const embedded = await openEmbedded({ folder, password: deriveSecret(secret, 'database-owner') })
  if (isRefusal(embedded)) throw new Error(embedded.code)
  const loginPassword = deriveSecret(secret, 'database-login')
  const db = await openDatabase(embedded.adminUrl, loginPassword)
  if (isRefusal(db)) throw new Error(db.code)
  await db.close()
  const id = await buildTown(embedded.adminUrl, loginPassword, rows)
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

async function single(work: string, path: string, target: string) {
  const { p50 } = await measure(app.url + path, cookie, { count: 12, together: 1 })
  say(`| ${work} | – | ${ms(p50)} | – | ${target} |`)
}
