import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Refusal, refuse } from '../domain/refusal.ts'

const folder = join(import.meta.dirname, '../../migrations')
const migrationLock = 4_811_002
const oldestServer = 150_000

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly digest: string
}

/**
 * Brings the database to this version's schema: forward only, each file in one transaction, safe when two servers
 * start at once. Refuses a database that a newer version has migrated (`database_newer`) and a migration whose text has
 * changed since it ran (`migration_changed`).
 */
export async function migrate(
  admin: pg.Client,
  migrations?: readonly Migration[],
): Promise<Refusal | undefined> {
  await admin.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    await makeLedger(admin)
    return await applyMissing(admin, migrations ?? (await readMigrations()))
  } finally {
    await admin.query('reset role')
    await admin.query('select pg_advisory_unlock($1)', [migrationLock])
  }
}

/** Refuses a PostgreSQL older than 15: `database_too_old`. Asked before anything is made in it. */
export async function refuseOldServer(admin: pg.Client): Promise<Refusal | undefined> {
  const { rows } = await admin.query(`select current_setting('server_version_num')::int as number,
    current_setting('server_version') as name`)
  return rows[0].number < oldestServer ? refuse('database_too_old', { version: rows[0].name }) : undefined
}

async function makeLedger(admin: pg.Client): Promise<void> {
  // With grant option: a migration lends it to the owner of a function for as long as it hands the function over.
  await admin.query('grant usage, create on schema public to brugwijzer_owner with grant option')
  await admin.query('set role brugwijzer_owner')
  await admin.query(`create table if not exists schema_migration (
    number integer primary key, name text not null, digest text not null,
    applied_at timestamptz not null default now())`)
}

export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      const digest = createHash('sha256').update(sql).digest('hex')
      return { number: Number(name.slice(0, 4)), name, sql, digest }
    }),
  )
}

async function applyMissing(
  admin: pg.Client,
  migrations: readonly Migration[],
): Promise<Refusal | undefined> {
  const { rows } = await admin.query('select number, name, digest from schema_migration order by number')
  const applied = new Map(rows.map((row) => [row.number, row]))
  for (const [number, { name }] of applied) {
    if (!migrations.some((migration) => migration.number === number))
      return refuse('database_newer', { name })
  }
  for (const migration of migrations) {
    const before = applied.get(migration.number)
    if (before && before.digest !== migration.digest) {
      return refuse('migration_changed', { name: migration.name })
    }
    if (!before) await apply(admin, migration)
  }
  return undefined
}

async function apply(admin: pg.Client, { number, name, sql, digest }: Migration): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query(sql)
    await admin.query('insert into schema_migration (number, name, digest) values ($1, $2, $3)', [
      number,
      name,
      digest,
    ])
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    throw error
  }
}
