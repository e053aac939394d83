import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// The check on the arrows must itself be checked: forbidden imports are planted in a small house of their own.

let house: string
beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'brugwijzer-layers-'))
  await symlink(resolve('node_modules'), join(house, 'node_modules'))
  await plant(
    'src/db/desk-store.ts',
    'export interface Desk { readonly name: string }\nexport const desk = 1\n',
  )
  await plant('src/http/app.ts', 'export interface App { readonly name: string }\nexport const app = 1\n')
})
afterEach(() => rm(house, { recursive: true }))

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(house, file)), { recursive: true })
  await writeFile(join(house, file), text)
}

const check = () =>
  new Promise<{ broken: boolean; says: string }>((done) => {
    const args = ['src', '--config', resolve('.dependency-cruiser.mjs')]
    execFile(resolve('node_modules/.bin/depcruise'), args, { cwd: house }, (error, says) =>
      done({ broken: error !== null, says }),
    )
  })

test('a house in order passes', async () => {
  await plant(
    'src/http/desk-routes.ts',
    "import { desk } from '../db/desk-store.ts'\nexport const routes = desk\n",
  )
  expect((await check()).broken).toBe(false)
})

test.each([
  [
    'src/domain/desk.ts',
    "import type { Desk } from '../db/desk-store.ts'\nexport type X = Desk\n",
    'domain-imports-only',
  ],
  ['src/domain/desk.ts', "import pg from 'pg'\nexport const x = pg\n", 'domain-knows-no-package'],
  [
    'src/domain/desk.ts',
    "import { join } from 'node:path'\nexport const x = join\n",
    'domain-knows-no-package',
  ],
  ['src/http/desk-routes.ts', "import pg from 'pg'\nexport const x = pg\n", 'sql-lives-in-db'],
  [
    'src/web/desk-page.ts',
    "import { desk } from '../db/desk-store.ts'\nexport const x = desk\n",
    'web-imports-only',
  ],
  ['src/web/api.ts', "import { app } from '../http/app.ts'\nexport const x = app\n", 'by-type-only'],
  [
    'src/text/label.ts',
    "import { desk } from '../nowhere.ts'\nexport const x = desk\n",
    'nothing-unresolved',
  ],
])('%s with %j is found out', async (file, text, rule) => {
  await plant(file, text)
  const { broken, says } = await check()
  expect(broken).toBe(true)
  expect(says).toContain(rule)
})

test('two files that import each other are found out', async () => {
  await plant('src/db/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n")
  await plant('src/db/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n")
  expect((await check()).says).toContain('no-circles')
})
