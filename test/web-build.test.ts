import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { landBuild } from '../src/web-build.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brugwijzer-build-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A build of these sources: two files that say of which, and who made it. */
async function build(sources: string, by: number): Promise<string> {
  const fresh = await mkdtemp(join(folder, 'fresh-'))
  await writeFile(join(fresh, '.sources'), sources)
  await mkdir(join(fresh, 'assets'))
  for (const name of ['index.html', 'assets/main.js']) await writeFile(join(fresh, name), `${sources} ${by}`)
  return fresh
}

const target = () => join(folder, 'web')
const served = () =>
  Promise.all(['index.html', 'assets/main.js'].map((name) => readFile(join(target(), name), 'utf8')))

test('many who start at the same moment each end with a whole build in place', async () => {
  for (const sources of ['first', 'second']) {
    const builds = await Promise.all(Array.from({ length: 12 }, (_, by) => build(sources, by)))
    await Promise.all(builds.map((fresh) => landBuild(fresh, target())))
    const [page, script] = await served()
    expect(page).toBe(script)
    expect(page).toMatch(new RegExp(`^${sources} `))
  }
})

test('a build of other sources takes the place of the one that is there, and nothing is left over', async () => {
  const [older, newer] = [await build('older', 1), await build('newer', 2)]
  await Promise.all([landBuild(older, target()), landBuild(newer, target())])
  expect(new Set(await served()).size).toBe(1)
  await landBuild(await build('last', 3), target())
  expect(await served()).toEqual(['last 3', 'last 3'])
  expect((await readdir(folder)).filter((name) => name.startsWith('web'))).toEqual(['web'])
})
