import { setTimeout as pause } from 'node:timers/promises'
import { reportFormat } from '../src/domain/report/report-format.ts'
import { measure } from './load.ts'
import { childrenOf, type Started } from './process.ts'
import { periodWith } from './town.ts'
import { measureTransfer } from './transfer.ts'

export interface FilesMeasured {
  readonly app: Started
  readonly raw: Started
  readonly adminUrl: string
  readonly cookie: string
  readonly say: (line: string) => void
}

const sizes = [866, 20_000, 200_000]
const some = { count: 6, together: 1 }
const ms = (value: number) => String(Math.round(value))

/**
 * Each format beside the figures that it shows, asked as raw as they go: the first that a new process makes, with what that
 * process then holds, and the next ones that it makes.
 */
export async function measureReportFiles({ app, raw, adminUrl, cookie, say }: FilesMeasured): Promise<void> {
  const headers = { cookie }
  say(
    '| file of a report | figures, raw (ms) | first (ms) | next (ms) | memory of its process (MiB) | target |',
  )
  say('|---|---|---|---|---|---|')
  for (const size of sizes) {
    const period = await periodWith(adminUrl, size)
    if (!period) continue
    const name = `${period.requests.toLocaleString('en')} requests`
    const figures = ms((await measure(`${raw.url}/report?${period.query}`, '', some)).p50)
    const path = (ending: string) => `${app.url}/api/v1/reports/live${ending}?${period.query}&language=nl`
    const first = (format: string) => measureTransfer(app, path(`.${format}`), { method: 'GET', headers })
    for (const format of reportFormat.options) {
      await endMaker(app)
      const { seconds, childMemory } = await first(format)
      const { p50 } = await measure(path(`.${format}`), cookie, some)
      const target = format === 'pdf' ? '≤ 300 ms' : ''
      say(
        `| ${format.toUpperCase()}, ${name} | ${figures} | ${ms(seconds * 1000)} | ${ms(p50)} | ${ms(childMemory)} | ${target} |`,
      )
    }
    await endMaker(app)
    await measure(path('/page'), cookie, { count: 1, together: 1 })
    await pause(readingMs)
    const { seconds } = await first('pdf')
    say(`| PDF, ${name}, the page opened before | ${figures} | ${ms(seconds * 1000)} | – | – | ≤ 300 ms |`)
  }
}

/** As long as somebody who opens the reports looks at them at the least. */
const readingMs = 4000

/** Ends the process that makes files, so that the next one begins anew. */
async function endMaker({ child }: Started): Promise<void> {
  const running = () => childrenOf(child.pid ?? 0)
  for (const pid of running()) process.kill(pid)
  while (running().length > 0) await pause(50)
}
