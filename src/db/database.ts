import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Refusal } from '../domain/refusal.ts'
import { migrate, refuseOldServer } from './migrate.ts'
import { preparedClient } from './prepared-client.ts'
import { makeRoles } from './role.ts'
import type { DB } from './schema.ts'
import { readerOf } from './value-reader.ts'

/** A connection that has an actor or may take one. Rows are typed from the migrated database (schema.ts). */
export type Tx = Kysely<DB>

export interface Database {
  /** Only asActor uses it: without an actor its role may read nothing. */
  readonly app: Kysely<DB>
  /** Accounts, sessions and cities: what must be known before there is an actor. */
  readonly auth: Kysely<DB>
  /** How another thread of this server connects: as the login role, never as the owner. */
  readonly loginUrl: string
  /** One transaction in one round trip; the rows of its question. Only the door uses it (as-actor.ts). */
  readonly askTogether: AskTogether
  readonly close: () => Promise<void>
}

/** A query with its values, not yet asked. */
export type Question<Row> = CompiledQuery<Row>

/** A question that may be asked in one round trip, and what must be asked before it: a lock perhaps. */
export interface Asked<Row> {
  readonly question: Question<Row>
  readonly first?: readonly Question<unknown>[]
}

/** Text: statements without values, several perhaps. */
export type Step = string | Question<unknown>
/** Of a step that fails nothing before it stays done, and nothing after it is. */
type AskTogether = <Row>(begin: readonly Step[], question: Question<Row>) => Promise<Row[]>

/**
 * Migrates the database behind `adminUrl` and connects to it as the login role, which owns nothing.
 * Refuses what migrate refuses; throws when the server cannot be reached.
 */
export async function openDatabase(adminUrl: string, loginPassword: string): Promise<Database | Refusal> {
  const refusal = await prepare(adminUrl, loginPassword)
  return refusal ?? connect(adminUrl, loginPassword)
}

async function prepare(adminUrl: string, loginPassword: string): Promise<Refusal | undefined> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    return (await refuseOldServer(admin)) ?? (await makeRoles(admin, loginPassword)) ?? (await migrate(admin))
  } finally {
    await admin.end()
  }
}

/** Connects to a database that is prepared already. */
export function connect(adminUrl: string, loginPassword: string): Database {
  // The same server, TLS and all, as somebody else.
  const url = new URL(adminUrl)
  url.username = 'brugwijzer_login'
  url.password = loginPassword
  return connectAsLogin(url.href, { app: 12, auth: 4 })
}

/** Connects with what `loginUrl` of another connection says, to as many connections as are asked for. */
export function connectAsLogin(
  loginUrl: string,
  most: { readonly app: number; readonly auth: number },
): Database {
  const pool = openPool(loginUrl, { max: most.app })
  const app = kyselyOver(pool)
  const auth = kyselyOver(openPool(loginUrl, { max: most.auth, role: 'brugwijzer_auth' }))
  return {
    app,
    auth,
    askTogether: askOver(pool),
    loginUrl,
    close: async () => void (await Promise.all([app.destroy(), auth.destroy()])),
  }
}

const settings = [
  'plan_cache_mode=force_generic_plan',
  'random_page_cost=1.1',
  'max_parallel_workers_per_gather=0',
  'idle_in_transaction_session_timeout=60000',
]

function openPool(connectionString: string, { max, role }: { max: number; role?: string }) {
  const pool = new pg.Pool({
    connectionString,
    max,
    Client: preparedClient,
    // The actor of a transaction goes out with its first question, not before it.
    pipeline: true,
    // A transaction that somebody forgot must not hold its rows for ever, hence the time-out.
    // A plan made once serves every city and period: ours differ in their values only, and planning under a policy
    // costs more than what a plan for these very values would save.
    // The databank fits in memory or lies on an SSD: reading a page out of turn costs little more than in turn.
    // Many ask at once and each wants little: to start workers for one page takes longer than to read it, and keeps
    // them from the others.
    options: [...settings, ...(role ? [`role=${role}`] : [])].map((setting) => `-c ${setting}`).join(' '),
    types: { getTypeParser: readerOf },
  })
  // because: an idle connection may be cut by the server; the pool replaces it and the next query tells if all is lost
  pool.on('error', () => undefined)
  // because: so may one in use between two questions; the next question on it says so, and nobody else must fall
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const kyselyOver = (pool: pg.Pool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

/** Kysely asks one question after the other; on the wire itself they need not wait for each other. */
const askOver =
  (pool: pg.Pool): AskTogether =>
  async <Row>(begin: readonly Step[], question: Question<Row>) => {
    const client = await pool.connect()
    const asked = [...begin, question, 'COMMIT'].map((step) =>
      typeof step === 'string' ? client.query(step) : client.query(step.sql, [...step.parameters]),
    )
    const answers = await Promise.allSettled(asked)
    client.release()
    const failed = answers.find((answer) => answer.status === 'rejected')
    if (failed) throw failed.reason
    const answer = await asked[begin.length]
    // because: the question stands right after its steps
    return answer?.rows as Row[]
  }

const cannotBe = ['22003', '22007', '22008', '22009', '22021', '22P05']

/** Whether writing failed because a number, a moment or a character can stand in no row, however often it is tried. */
export const isImpossible = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && cannotBe.includes(error.code ?? '')
