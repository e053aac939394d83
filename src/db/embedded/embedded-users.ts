import { isIP } from 'node:net'
import pg from 'pg'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { explainFailure, wordsOf } from './embedded-failure.ts'
import type { RunningServer } from './embedded-folder.ts'

/** Every process that uses the server holds this lock shared; whoever can have it alone is the last and stops it. */
const usersLock = 4_811_000

/** Nobody listens there; or somebody does, but cannot serve now (starting, stopping, recovering). */
export type Absence = 'nobody' | 'not now'

/** The connection that holds our share in the server. Refuses what waiting does not mend. */
export async function joinUsers(
  server: RunningServer,
  password: string,
  folder: string,
): Promise<pg.Client | Absence | Refusal> {
  const client = new pg.Client({
    connectionString: urlOf(server, password, 'postgres'),
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
    application_name: 'brugwijzer user',
  })
  // because: the server may go away at any time; whoever holds the connection learns it by its end
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [usersLock])
    const { rowCount } = await client.query(`select from pg_database where datname = 'brugwijzer'`)
    if (rowCount === 0) await client.query('create database brugwijzer').catch(ignoreDuplicate)
    return client
  } catch (error) {
    // because: a connection that never was has no good end
    client.end().catch(() => undefined)
    return await readAbsence(error, folder)
  }
}

export const urlOf = ({ host, port }: RunningServer, password: string, database: string): string => {
  const user = `postgres:${encodeURIComponent(password)}`
  if (isIP(host)) return `postgres://${user}@${host}:${port}/${database}`
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

/** Gives up the share; true when nobody else holds one, and until the connection ends nobody can take one. */
export async function leaveUsers(users: pg.Client): Promise<boolean> {
  await users.query('select pg_advisory_unlock_shared($1)', [usersLock])
  const { rows } = await users.query('select pg_try_advisory_lock($1) as last', [usersLock])
  return rows[0].last
}

// cannot_connect_now, admin_shutdown, crash_shutdown, too_many_connections
const passing = new Set(['57P03', '57P01', '57P02', '53300'])

async function readAbsence(error: unknown, folder: string): Promise<Absence | Refusal> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'nobody'
  if (code === '28P01') return refuse('database_other_secret', { folder })
  // Without a state of PostgreSQL's own it is the connection that broke: a server that is about to be gone.
  if (passing.has(code) || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('E')) return 'not now'
  return explainFailure(wordsOf(error), folder)
}

// duplicate_database, unique_violation: a process that started at the same moment made it
const ignoreDuplicate = (error: Error & { code?: string }) => {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}
