import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { makeRoles } from '../src/db/role.ts'
import { isRefusal } from '../src/domain/refusal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    template: string
    loginPassword: string
  }
}

/**
 * One PostgreSQL for the whole run (TEST_DATABASE_URL, else an embedded one of its own) and one migrated template
 * database in it: each test file then copies the template (test/database.ts).
 */
export async function setup({ provide }: TestProject) {
  // The same in every run: a server given by TEST_DATABASE_URL keeps the role.
  const loginPassword = 'the login of the tests'
  const server = await openServer()
  const template = `template_${randomBytes(6).toString('hex')}`
  await runAt(server.adminUrl, (admin) => admin.query(`create database ${template}`))
  await runAt(databaseUrl(server.adminUrl, template), async (admin) => {
    const refusal = (await makeRoles(admin, loginPassword)) ?? (await migrate(admin))
    if (refusal) throw new Error(refusal.code)
  })
  provide('adminUrl', server.adminUrl)
  provide('template', template)
  provide('loginPassword', loginPassword)
  return async () => {
    await runAt(server.adminUrl, (admin) => admin.query(`drop database ${template} with (force)`))
    await server.close()
  }
}

async function openServer() {
  // because: the one variable that the test suite itself reads; the product's are read in src/config.ts
  const given = process.env.TEST_DATABASE_URL
  if (given) return { adminUrl: given, close: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-test-'))
  const embedded = await openEmbedded({
    folder: join(folder, 'postgres'),
    password: randomBytes(16).toString('hex'),
  })
  if (isRefusal(embedded)) throw new Error(`${embedded.code} ${JSON.stringify(embedded.details)}`)
  // Nobody needs these rows after a crash: no write waits for the disk. What a crash leaves, test/db/embedded.test.ts asks.
  await runAt(embedded.adminUrl, async (admin) => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
      await admin.query(`alter system set ${setting} = off`)
    await admin.query('select pg_reload_conf()')
  })
  return {
    adminUrl: embedded.adminUrl,
    close: async () => {
      await embedded.release()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function runAt<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same server, another database. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}
