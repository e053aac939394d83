import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type Refusal, refuse } from '../domain/refusal.ts'

/**
 * The roles of docs/decisions/0003-database-roles.md. Roles belong to the server, not to one database, so they are
 * made before any migration, and again makes nothing.
 */
const roles = [
  // Owns every table; nobody signs in as it.
  { name: 'brugwijzer_owner', attributes: 'nologin' },
  // What the city's people, programs and clockwork may do, under the policies.
  { name: 'brugwijzer_app', attributes: 'nologin' },
  // Accounts and sessions, and nothing of a city but who is a member of it.
  { name: 'brugwijzer_auth', attributes: 'nologin' },
  // Owns the functions that search help requests, and may read what they search (docs/decisions/0014-finding-by-one-index.md).
  { name: 'brugwijzer_finder', attributes: 'nologin' },
  // The only one that connects. It owns nothing and is nothing until it takes the role of the app or of auth.
  { name: 'brugwijzer_login', attributes: 'login noinherit' },
] as const

const rolesLock = 4_811_001

/**
 * Makes the roles and sets the login's password. `admin` may create roles: a superuser, or CREATEROLE. Refuses a server
 * that is used with another secret: `database_other_secret`.
 */
export async function makeRoles(admin: pg.Client, loginPassword: string): Promise<Refusal | undefined> {
  const mark = `brugwijzer ${createHash('sha256').update(loginPassword).digest('base64url').slice(0, 16)}`
  await admin.query('begin')
  // Locks are per database and roles are not: two databases of one server may still meet here, hence the catch below.
  await admin.query('select pg_advisory_xact_lock($1)', [rolesLock])
  for (const { name, attributes } of roles) await makeRole(admin, name, attributes)
  if (await isOfAnother(admin, mark)) {
    await admin.query('rollback')
    return refuse('database_other_secret', { folder: 'DATABASE_URL' })
  }
  await admin.query('grant brugwijzer_app, brugwijzer_auth to brugwijzer_login')
  await admin.query('grant brugwijzer_finder to brugwijzer_owner')
  await admin.query('grant brugwijzer_owner to current_user')
  await admin.query(`alter role brugwijzer_login password ${admin.escapeLiteral(loginPassword)}`)
  await admin.query(`comment on role brugwijzer_login is ${admin.escapeLiteral(mark)}`)
  await admin.query('commit')
  return undefined
}

/** Whether the login's password comes from another secret: changing it would shut out the servers that use that. */
async function isOfAnother(admin: pg.Client, mark: string): Promise<boolean> {
  const { rows } = await admin.query<{ mark: string | null }>(
    `select shobj_description('brugwijzer_login'::regrole, 'pg_authid') as mark`,
  )
  return (rows[0]?.mark ?? mark) !== mark
}

const makeRole = (admin: pg.Client, name: string, attributes: string) =>
  admin.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${attributes}; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
