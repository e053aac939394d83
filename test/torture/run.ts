import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killWhileWriting } from './embedded-kill.ts'

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
process.exitCode = missing.length === 0 ? 0 : 1

/** mulberry32: small, and the same for the same seed everywhere. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
