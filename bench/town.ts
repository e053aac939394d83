import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { asActor } from '../src/db/as-actor.ts'
import { foundCity } from '../src/db/city/town-store.ts'
import { connect } from '../src/db/database.ts'
import { openAccount } from '../src/db/people/credential-store.ts'
import { addMember, listOrganizations } from '../src/db/people/member-store.ts'
import { writeSeed } from '../src/db/request/seed-store.ts'
import { localDate } from '../src/domain/local-date.ts'
import { isRefusal } from '../src/domain/refusal.ts'
import { hashPassword } from '../src/http/sign-in/password.ts'
import { languageName } from '../src/text/format.ts'

export const coordinator = { email: 'lies@oostdijk.example.org', password: randomBytes(12).toString('hex') }

/** The last day that has requests. */
export const lastDay = localDate.parse('2026-06-30')
const firstDay = localDate.parse('2022-07-01')
const guides = ['Nadia', 'Zara', 'Yusuf', 'Marina']

/** The town of the measurements: Oostdijk, four years of lifelike help requests, one coordinator who also guides. */
export async function buildTown(adminUrl: string, loginPassword: string, rows: number): Promise<string> {
  const db = connect(adminUrl, loginPassword)
  const passwordHash = await hashPassword(coordinator.password)
  if (isRefusal(passwordHash)) throw new Error(passwordHash.code)
  const cityId = await foundCity(db, {
    city: { code: 'oostdijk', name: 'Oostdijk', timeZone: 'Europe/Brussels', isDemo: false },
    administrator: { email: 'tom@oostdijk.example.org', passwordHash },
    languageName: (tag, language) => languageName(language, tag),
  })
  if (!cityId) throw new Error('Oostdijk exists already')
  const account = { email: coordinator.email, name: 'Lies', passwordHash, now: new Date() }
  const { id: accountId } = await openAccount(db.auth, account)
  const actor = { kind: 'cli', cityId } as const
  await asActor(db, actor, async (tx) => {
    const [organization] = await listOrganizations(tx)
    if (!organization) throw new Error('Oostdijk has no organisation')
    const at = { organizationId: organization.id }
    await addMember(tx, cityId, { ...at, name: 'Lies', roles: ['coordinator', 'guide'], accountId })
    for (const name of guides) await addMember(tx, cityId, { ...at, name, roles: ['guide'], accountId: null })
  })
  const seeded = await asActor(db, actor, (tx) =>
    writeSeed(tx, actor, {
      rows,
      seed: 1,
      period: { from: firstDay, to: lastDay },
      timeZone: 'Europe/Brussels',
    }),
  )
  if (isRefusal(seeded)) throw new Error(seeded.code)
  await db.close()
  await ask(adminUrl, 'vacuum analyze')
  return cityId
}

/** The first day of the shortest period up to the last day that holds at least `requests`; undefined when none does. */
export async function periodWith(adminUrl: string, requests: number) {
  const rows = await ask(
    adminUrl,
    `select day::text, sum as requests from (
       select received_on as day, sum(count(*)) over (order by received_on desc)::int as sum
       from help_request group by received_on) as days
     where sum >= $1 order by day desc limit 1`,
    [requests],
  )
  const [row] = rows
  return row && { query: `from=${row.day}&to=${lastDay}`, requests: Number(row.requests) }
}

export async function ask(adminUrl: string, sql: string, values: unknown[] = []) {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows } = await admin.query(sql, values)
  await admin.end()
  return rows
}
