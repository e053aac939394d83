import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boundsFinder } from '../../src/jobs/report/find-bounds.ts'
import { killWhileWriting } from './embedded-kill.ts'
import { publishAndAttack } from './publish-reports.ts'
import { randomFrom } from './random.ts'

// npm run torture -- [rounds] [seed]: long random runs. A seed that fails becomes a test of its own.

const rounds = Number(process.argv[2] ?? 20)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-torture-'))
console.log(
  `seed ${seed}, ${rounds} rounds: kill -9 of the app and of every database process while it writes`,
)
const random = randomFrom(seed)
const { acknowledged, missing } = await killWhileWriting(
  join(folder, 'postgres'),
  rounds,
  () => 1 + Math.floor(random() * 400),
)
await rm(folder, { recursive: true })
console.log(`${acknowledged} rows acknowledged, ${missing.length} of them lost`)

const cities = rounds * 50
console.log(
  `seeds ${seed} to ${seed + cities - 1}: each a city that publishes reports, and somebody who subtracts them`,
)
const findBounds = await boundsFinder()
let reports = 0
const opened: number[] = []
for (let city = seed; city < seed + cities; city++) {
  const { published, found } = publishAndAttack(city, findBounds)
  reports += published
  if (found.length > 0) opened.push(city)
}
console.log(
  `${reports} reports published, hidden numbers found in ${opened.length} cities${opened.map((city) => ` ${city}`).join()}`,
)
process.exitCode = missing.length + opened.length === 0 ? 0 : 1
