import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { openTestDatabase } from '../database.ts'
import { givePasswords, openServer, type TestServer, Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

// Policies decide which indexes may be used, so plans are checked as the application asks: over HTTP, as each role. What
// runs inside a function shows in no plan; the table's own count of sequential scans sees it all.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let town: Town
let one: string
const visitors = new Map<string, Visitor>()
const people = ['lies', 'nadia', 'koen', 'samira'] as const

beforeAll(async () => {
  db = await openTestDatabase()
  town = await buildOostdijk(db)
  const westdijk = await buildWestdijk(db)
  await runAt(db.adminUrl, async (admin) => {
    for (const { city, desk, people: cast } of [town, westdijk])
      await admin.query(seed, [
        city.id,
        desk,
        [cast.nadia.id, cast.zara.id, cast.samira.id],
        [cast.nadia.actor.organizationId, cast.zara.actor.organizationId, cast.samira.actor.organizationId],
      ])
    await admin.query(`insert into help_request_sensitive (city_id, id, received_on, guide_id, organization_id, status)
      select city_id, id, received_on, guide_id, organization_id, 'no_legal_stay' from help_request
      where hashtext(id::text) % 4 = 0`)
    await admin.query('vacuum analyze help_request')
    await admin.query('analyze')
    const { rows } = await admin.query('select id from help_request where guide_id = $1 limit 1', [
      town.people.nadia.id,
    ])
    one = rows[0].id
  })
  const emails = people.map((person) => `${person}@oostdijk.example.org`)
  await givePasswords(db, emails)
  server = await openServer(db)
  for (const person of people) {
    const visitor = new Visitor(server)
    expect((await visitor.signIn(`${person}@oostdijk.example.org`)).status).toBe(204)
    visitors.set(person, visitor)
  }
}, 180_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

/** 12,000 requests of a city over eight years; a school's guide has one in a hundred of them. */
const seed = `
  insert into help_request (city_id, id, visit_id, received_at, received_on, desk_id, guide_id, organization_id,
    client_kind, status, nationality, contact_language, theme, outcome, barriers, referred_to_text)
  select $1, gen_random_uuid(), gen_random_uuid(), day + time '08:00', day, $2, ($3::uuid[])[place], ($4::uuid[])[place],
    (array['woman','man','family'])[1 + i % 3], (array['newcomer','other'])[1 + i % 2],
    case when i % 4000 = 7 then 'NP' else (array['MA','UA','SY'])[1 + i % 3] end, (array['ara','rus','nld'])[1 + i % 3],
    (array['housing','work','health','residence'])[1 + i % 4], (array['answered','open'])[1 + i / 7 % 2],
    case when i % 11 = 0 then '{language}'::text[] else '{}' end, case when i % 5 = 0 then 'Woonwinkel' end
  from generate_series(0, 11999) as i,
    lateral (select date '2026-10-01' - i / 4 as day, case when i % 100 = 0 then 3 else 1 + i % 2 end as place) as facts`

/** Sequential scans of a table since it was made, once every backend has told. */
const scans = () =>
  runAt(db.adminUrl, async (admin) => {
    const { rows } = await admin.query(
      `select relname as table, seq_scan::int as scans from pg_stat_user_tables
       where relname in ('help_request', 'help_request_sensitive', 'help_request_version')`,
    )
    return Object.fromEntries(rows.map(({ table, scans: count }) => [table, count]))
  })

const flushed = async () => {
  // A backend tells what it did at the latest when it ends.
  await runAt(db.adminUrl, (admin) =>
    admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state = 'idle'`),
  )
  await expect
    .poll(() =>
      runAt(db.adminUrl, async (admin) => {
        const { rows } = await admin.query(`select count(*)::int as left from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
        return rows[0].left
      }),
    )
    .toBe(0)
}

const questions = () => [
  '/api/v1/requests',
  '/api/v1/requests?theme=housing',
  '/api/v1/requests?theme=housing,work',
  '/api/v1/requests?nationality=NP',
  '/api/v1/requests?nationality=ZZ',
  '/api/v1/requests?theme=health&outcome=open&barrier=language',
  '/api/v1/requests?firstVisit=first&from=2024-01-01&to=2024-06-30',
  '/api/v1/requests?status=newcomer&from=2024-01-01&to=2024-12-31',
  `/api/v1/requests?desk=${town.desk}`,
  `/api/v1/requests?guide=${town.people.samira.id}`,
  `/api/v1/requests?caretaker=${town.people.koen.id}`,
  '/api/v1/request-caretakers',
  '/api/v1/requests?q=wonen',
  '/api/v1/requests?q=woonwinkel',
  '/api/v1/requests?q=woonwnikel%20nepal',
  '/api/v1/requests/count',
  '/api/v1/requests/count?theme=housing',
  '/api/v1/requests/count?nationality=NP&from=2024-01-01',
  '/api/v1/requests/count?firstVisit=again',
  '/api/v1/requests/count?q=wonen',
  `/api/v1/requests/${one}`,
]

describe.each(people)('what %s asks of 24,000 requests of two towns', (person) => {
  test('is never answered by reading a whole table', async () => {
    const visitor = visitors.get(person)
    if (!visitor) throw new Error(`${person} is not signed in`)
    await flushed()
    const before = await scans()
    for (const question of questions()) {
      const answer = await visitor.ask(question)
      expect([question, answer.status === 200 || question.endsWith(one)]).toEqual([question, true])
      await answer.text()
    }
    await flushed()
    expect(await scans()).toEqual(before)
  }, 60_000)
})

test('a deep page of the list is entered where it begins', async () => {
  const plan = await asActor(db, town.people.lies.actor, async (tx) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from help_request r
      where r.city_id = app_city() and r.voided_at is null
        and (r.received_on, r.received_at, r.id) < ('2020-01-01', '2020-01-01', '00000000-0000-0000-0000-000000000000')
      order by r.received_on desc, r.received_at desc, r.id desc limit 51`.execute(tx)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/Index (Only )?Scan using help_request_newest/)
  expect(plan).toMatch(/Index Cond: .*ROW\(received_on, received_at, id\) </)
})

test('a page is read by the one that is asked, however large the databank is', async () => {
  const [row] = await asActor(db, town.people.lies.actor, async (tx) => {
    const asked = await sql<{
      workers: string
    }>`select current_setting('max_parallel_workers_per_gather') as workers`
    return (await asked.execute(tx)).rows
  })
  expect(row?.workers).toBe('0')
})
