import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Database } from '../src/db/database.ts'
import { databaseUrl, runAt } from './server.ts'

export interface TestDatabase extends Database {
  /** Superuser of this copy: for tests about the schema itself, never for the product's own work. */
  readonly adminUrl: string
}

/** A database of one's own, copied from the migrated template; it goes away with the test file (`await using`). */
export async function openTestDatabase(): Promise<TestDatabase & AsyncDisposable> {
  const name = `town_${randomBytes(6).toString('hex')}`
  const server = inject('adminUrl')
  await runAt(server, (admin) => admin.query(`create database ${name} template ${inject('template')}`))
  const adminUrl = databaseUrl(server, name)
  const database = connect(adminUrl, inject('loginPassword'))
  return {
    ...database,
    adminUrl,
    async [Symbol.asyncDispose]() {
      await database.close()
      await runAt(server, (admin) => admin.query(`drop database ${name} with (force)`))
    },
  }
}
