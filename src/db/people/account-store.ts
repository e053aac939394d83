import { CompiledQuery } from 'kysely'
import type { AccountId, CityId, MemberId, OrganizationId } from '../../domain/id.ts'
import { accountId } from '../../domain/id.ts'
import type { Role } from '../../domain/people/member.ts'
import { actorOf, type SignedIn } from '../../domain/people/session.ts'
import { askAsBefore } from '../as-actor.ts'
import type { Asked, Database, Question } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** Whose a session was when it was last looked up. */
export interface Seen {
  readonly signedIn: SignedIn
  /** All that the look-up found, as JSON. */
  readonly found: string
}

interface Session {
  readonly token: string
  readonly now: Date
}

/**
 * Who holds this session token, in one query: the account, its memberships and their cities. Undefined when the
 * session does not exist or has ended, or when the account is at work nowhere any more.
 */
export async function findSignedIn(db: Database, { token, now }: Session): Promise<Seen | undefined> {
  // Asked at every request: written out, because building it anew each time costs more than its answer.
  const question: Question<SignedInColumns> = CompiledQuery.raw(signedInSql, [token, now])
  const { rows } = await db.auth.executeQuery(question)
  const signedIn = signedInOf(rows)
  return signedIn && { signedIn, found: JSON.stringify(rows) }
}

/**
 * The answer to a question of whoever this session was of when it was last looked up: in the same round trip it is looked
 * up again, and all of it fails when anything about them changed, their session above all.
 */
export const askAsLastSeen = <Row>(
  db: Database,
  { token, now }: Session,
  { signedIn, found }: Seen,
  { question, first }: Asked<Row>,
): Promise<Row[]> =>
  askAsBefore(db, actorOf(signedIn), CompiledQuery.raw(isStillSql, [token, now, found]), question, first)

function signedInOf(rows: readonly SignedInColumns[]): SignedIn | undefined {
  const row = rows.find(({ cityId, chosenCityId }) => cityId === chosenCityId) ?? rows[0]
  if (!row) return undefined
  const { accountId, email, memberId, memberName, organizationId, roles } = row
  return {
    accountId,
    email,
    member: { id: memberId, cityId: row.cityId, organizationId, name: memberName, roles },
    city: cityOf(row),
    cities: rows.map(cityOf),
  }
}

const signedInSql = `select account.id as "accountId", account.email, session.city_id as "chosenCityId",
    member.id as "memberId", member.name as "memberName", member.roles, member.organization_id as "organizationId",
    city.id as "cityId", city.code, city.name, city.time_zone as "timeZone", city.is_demo as "isDemo"
  from session
    join account on account.id = session.user_id
    join member on member.account_id = account.id and member.disabled_at is null
    join city on city.id = member.city_id
  where session.token = $1 and session.expires_at > $2 and session.shut_out_at is null
  order by city.name`

// Its rows in JSON, as the driver reads them and JSON.stringify writes them.
const isStillSql = `select go_on_if((select jsonb_agg(found) from (${signedInSql}) as found) = $3::jsonb)`

interface SignedInColumns extends CityColumns {
  readonly accountId: AccountId
  readonly email: string
  readonly chosenCityId: CityId | null
  readonly memberId: MemberId
  readonly memberName: string
  readonly roles: readonly Role[]
  readonly organizationId: OrganizationId
}

interface CityColumns {
  readonly cityId: CityId
  readonly code: string
  readonly name: string
  readonly timeZone: string
  readonly isDemo: boolean
}

const cityOf = ({ cityId, code, name, timeZone, isDemo }: CityColumns) => ({
  id: cityId,
  code,
  name,
  timeZone,
  isDemo,
})

/** Whether this session ended because its person was shut out, and is at work nowhere now. */
export async function isShutOut(db: Database, token: string, now: Date): Promise<boolean> {
  const row = await db.auth
    .selectFrom('session')
    .select('session.id')
    .where('token', '=', token)
    .where('expires_at', '>', now)
    .where('shut_out_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('member')
            .select('member.id')
            .whereRef('member.account_id', '=', 'session.user_id')
            .where('member.disabled_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst()
  return row !== undefined
}

export async function chooseSessionCity(db: Database, token: string, cityId: CityId): Promise<void> {
  await db.auth.updateTable('session').set({ city_id: cityId }).where('token', '=', token).execute()
}

/** The account of this address, made when it is new. It cannot sign in before it has a password (credential-store.ts). */
export async function ensureAccount(
  db: Pick<Database, 'auth'>,
  email: string,
  name: string,
): Promise<AccountId> {
  const { id } = await db.auth
    .insertInto('account')
    .values({ id: accountId.parse(makeUuid()), email: email.toLowerCase(), name, email_verified: true })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ updated_at: new Date() }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const findAccount = (db: Database, email: string) =>
  db.auth.selectFrom('account').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst()

/** The accounts of the demo town, one for each role: nobody else signs in without a password. */
export const listDemoMembers = (db: Database) =>
  db.auth
    .selectFrom('member')
    .innerJoin('city', 'city.id', 'member.city_id')
    .where('city.is_demo', '=', true)
    .where('member.account_id', 'is not', null)
    .where('member.disabled_at', 'is', null)
    // Whoever was invited into the demo has a password of their own.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('account_credential')
            .select('account_credential.id')
            .whereRef('account_credential.user_id', '=', 'member.account_id'),
        ),
      ),
    )
    .select(['member.account_id as accountId', 'member.name', 'member.roles'])
    .orderBy('member.id')
    .execute()
