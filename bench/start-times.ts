import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { startNode } from './process.ts'

const { scripts } = z
  .object({ scripts: z.object({ start: z.string(), brugwijzer: z.string() }) })
  .parse(JSON.parse(await readFile('package.json', 'utf8')))
const argumentsOf = (script: string) => script.split(' ').slice(1)

/** As npm start does it, flags and all. */
export const startCommand = argumentsOf(scripts.start)
/** As npm run brugwijzer does it. */
export const commandLine = argumentsOf(scripts.brugwijzer)

/** As a new user: no data, no built web app; then once more with both. Milliseconds. */
export async function measureStarts() {
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
