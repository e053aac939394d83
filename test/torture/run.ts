import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boundsFinder } from '../../src/jobs/report/find-bounds.ts'
import { killWhileWriting } from './embedded-kill.ts'
import { publishAndAttack } from './publish-reports.ts'
import { randomFrom } from './random.ts'
import { tortureSync } from './sync-long.ts'

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

console.log(
  `seeds ${seed} to ${seed + cities - 1}: each a guide who notes while pages, servers and the network break`,
)
const { saved, faults } = await tortureSync(join(folder, 'sync'), seed, cities)
console.log(`${saved} visits saved, ${faults.length} lost, doubled or not undone`)
for (const fault of faults) console.log(fault)
await rm(folder, { recursive: true })
process.exitCode = missing.length + opened.length + faults.length === 0 ? 0 : 1
