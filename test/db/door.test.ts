import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor, askAsActor } from '../../src/db/as-actor.ts'
import { askPage, pageIn } from '../../src/db/request/request-page-store.ts'
import { closureId, helpRequestId } from '../../src/domain/id.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { openTestDatabase } from '../database.ts'
import {
  buildOostdijk,
  buildWestdijk,
  type PersonName,
  personNames,
  registerRequest,
  type Town,
} from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town
const registered: Record<string, string> = {}

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  for (const person of ['nadia', 'zara', 'samira'] as const) {
    registered[`oostdijk ${person}`] = await registerRequest(db, oostdijk, person)
    registered[`westdijk ${person}`] = await registerRequest(db, westdijk, person)
  }
})
afterAll(() => db[Symbol.asyncDispose]())

const seenBy = async (town: Town, person: PersonName) => {
  const page = { limit: 100, timeZone: 'Europe/Brussels' }
  const { actor } = town.people[person]
  const { items } = pageIn(await askAsActor(db, actor, askPage(db.app, actor, page)), page.limit)
  return Object.keys(registered)
    .filter((key) => items.includes(registered[key] ?? 'nobody'))
    .sort()
}

/** design: guide = own organisation, coach = own team, coordinator = the city, everybody else nothing. */
const expected: Record<PersonName, string[]> = {
  nadia: ['nadia', 'zara'],
  zara: ['nadia', 'zara'],
  koen: ['nadia'],
  samira: ['samira'],
  lies: ['nadia', 'samira', 'zara'],
  pieter: [],
  an: [],
  bart: [],
  eva: [],
  tom: [],
}

describe.each(['oostdijk', 'westdijk'] as const)('in %s', (name) => {
  test.each(personNames)('%s sees exactly the help requests of the own role', async (person) => {
    const town = { oostdijk, westdijk }[name]
    expect(await seenBy(town, person)).toEqual(expected[person].map((other) => `${name} ${other}`))
  })
})

test('without an actor the login reads nothing of a city, and owns nothing', async () => {
  await expect(db.app.selectFrom('help_request').selectAll().execute()).rejects.toThrow(/permission denied/)
  await expect(db.app.selectFrom('account').selectAll().execute()).rejects.toThrow(/permission denied/)
  await expect(db.auth.selectFrom('help_request').selectAll().execute()).rejects.toThrow(/permission denied/)
  const { rows } = await sql<{ owned: number }>`
    select count(*)::int as owned from pg_class where relowner = 'brugwijzer_login'::regrole`.execute(db.auth)
  expect(rows).toEqual([{ owned: 0 }])
})

test('the actor of one transaction is gone in the next on the same connection', async () => {
  await asActor(db, oostdijk.people.lies.actor, (tx) => tx.selectFrom('desk').selectAll().execute())
  const { rows } = await sql<{ city: string; role: string }>`
    select current_setting('app.city', true) as city, current_user as role`.execute(db.app)
  expect(rows).toEqual([{ city: '', role: 'brugwijzer_login' }])
})

test('an actor whose ids are not ids is refused before anything is asked', async () => {
  const { actor } = oostdijk.people.lies
  // because: what the type forbids is exactly what this test tries
  const forged = { ...actor, cityId: "x'; drop table city; --" as typeof actor.cityId }
  await expect(asActor(db, forged, (tx) => tx.selectFrom('desk').selectAll().execute())).rejects.toThrow(
    /Invalid/,
  )
})

test('a question that travels with its actor is answered for that actor alone', async () => {
  const whoAsks = sql<{ member: string }>`select current_setting('app.member', true) as member`.compile(
    db.app,
  )
  const { lies, nadia } = oostdijk.people
  const answers = await Promise.all([lies, nadia, lies].map(({ actor }) => askAsActor(db, actor, whoAsks)))
  expect(answers.flat().map(({ member }) => member)).toEqual([lies.id, nadia.id, lies.id])
  expect((await whoAsksWithoutActor()).map(({ role }) => role)).toEqual(['brugwijzer_login'])
  const broken = askAsActor(db, lies.actor, CompiledQuery.raw('select 1 / 0'))
  await expect(broken).rejects.toThrow('division by zero')
  const forged = { ...lies.actor, memberId: "x'; reset role; --" as typeof lies.actor.memberId }
  await expect((async () => askAsActor(db, forged, whoAsks))()).rejects.toThrow(/Invalid/)
  expect(await seenBy(oostdijk, 'lies')).toHaveLength(3)
})

const whoAsksWithoutActor = async () =>
  (await sql<{ role: string }>`select current_user as role`.execute(db.app)).rows

test('work that fails leaves no trace in Oostdijk', async () => {
  const before = await seenBy(oostdijk, 'lies')
  await expect(
    asActor(db, oostdijk.people.lies.actor, async (tx) => {
      await tx
        .insertInto('closure')
        .values({
          city_id: oostdijk.city.id,
          id: closureId.parse(crypto.randomUUID()),
          closed_on: '2026-05-04' as never,
          closed_to: '2026-05-04' as never,
          reason: 'brugdag',
        })
        .execute()
      throw new Error('the town hall lost power')
    }),
  ).rejects.toThrow('the town hall lost power')
  const closures = await asActor(db, oostdijk.cli, (tx) => tx.selectFrom('closure').selectAll().execute())
  expect(closures).toEqual([])
  expect(await seenBy(oostdijk, 'lies')).toEqual(before)
})

describe('a sensitive status', () => {
  test('is read by the guide who registered it and the coordinator, and by nobody else', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', {
      on: '2026-04-01',
      sensitiveStatus: 'no_legal_stay',
    })
    for (const person of personNames) {
      const rows = await asActor(db, oostdijk.people[person].actor, (tx) =>
        tx.selectFrom('help_request_sensitive').select('status').where('id', '=', id).execute(),
      )
      expect([person, rows.length]).toEqual([person, person === 'nadia' || person === 'lies' ? 1 : 0])
    }
    const elsewhere = await asActor(db, westdijk.people.lies.actor, (tx) =>
      tx.selectFrom('help_request_sensitive').select('status').execute(),
    )
    expect(elsewhere).toEqual([])
  })
})

test('a failure that the work itself swallowed is no success: nothing was kept, and that is said', async () => {
  const closure = {
    city_id: oostdijk.city.id,
    id: closureId.parse(crypto.randomUUID()),
    closed_on: localDate.parse('2026-05-05'),
    closed_to: localDate.parse('2026-05-05'),
    reason: 'brugdag',
  }
  const swallowing = asActor(db, oostdijk.cli, async (tx) => {
    await tx.insertInto('closure').values(closure).execute()
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    return 'acknowledged'
  })
  await expect(swallowing).rejects.toThrow(/rolled back/)
  expect(await asActor(db, oostdijk.cli, (tx) => tx.selectFrom('closure').selectAll().execute())).toEqual([])
})

test('nobody signs an audit event as somebody else', async () => {
  const { bart, lies } = oostdijk.people
  const forged = { city_id: oostdijk.city.id, id: crypto.randomUUID(), event: 'requests.exported' }
  const attempt = (member_id: typeof lies.id | null, actor_kind: string) =>
    asActor(db, bart.actor, (tx) =>
      tx
        .insertInto('audit_event')
        .values({ ...forged, member_id, actor_kind })
        .execute(),
    )
  await expect(attempt(lies.id, 'member')).rejects.toThrow(/row-level security/)
  await expect(attempt(null, 'cli')).rejects.toThrow(/row-level security/)
  await attempt(bart.id, 'member')
})

test('a bridge figure cannot put a sensitive status on a request of another organisation', async () => {
  const { samira } = oostdijk.people
  const id = helpRequestId.parse(registered['oostdijk zara'])
  const row = {
    city_id: oostdijk.city.id,
    id,
    received_on: localDate.parse('2026-03-02'),
    guide_id: samira.id,
  }
  const attempt = asActor(db, samira.actor, (tx) =>
    tx
      .insertInto('help_request_sensitive')
      .values({ ...row, organization_id: samira.actor.organizationId, status: 'no_legal_stay' })
      .execute(),
  )
  await expect(attempt).rejects.toThrow(/row-level security/)
})

const cityTables = [
  'organization',
  'member',
  'desk',
  'desk_hours',
  'observed_holiday',
  'closure',
  'calendar_event',
  'report_snapshot',
  'project',
  'report_text',
  'report_text_version',
  'code_list',
  'code_list_item',
  'code_list_item_version',
  'audit_event',
  'import',
  'help_request',
  'help_request_sensitive',
  'client',
  'client_card',
  'client_request',
  'client_agreement',
  'client_file',
] as const

test.each(personNames)('%s of Oostdijk reads and changes no row of Westdijk in any table', async (person) => {
  for (const table of cityTables) {
    const found = await asActor(db, oostdijk.people[person].actor, (tx) =>
      sql`select from ${sql.table(table)} where city_id = ${westdijk.city.id}`.execute(tx),
    )
    expect([table, found.rows.length]).toEqual([table, 0])
    const changed = await asActor(db, oostdijk.people[person].actor, (tx) =>
      sql`update ${sql.table(table)} set city_id = city_id where city_id = ${westdijk.city.id}`.execute(tx),
    ).then(
      ({ numAffectedRows }) => Number(numAffectedRows),
      (error: Error) => error.message,
    )
    expect([table, changed]).toEqual([
      table,
      expect.toSatisfy((answer) => answer === 0 || /permission denied/.test(answer)),
    ])
  }
})

test('a guide cannot register in the name of a colleague, of another organisation or of another town', async () => {
  const { nadia, zara, samira } = oostdijk.people
  const row = {
    city_id: oostdijk.city.id,
    visit_id: crypto.randomUUID(),
    received_at: '2026-03-02T10:00:00Z',
    received_on: '2026-03-02' as never,
    desk_id: oostdijk.desk,
    theme: 'work',
  }
  const attempt = (values: object) =>
    asActor(db, nadia.actor, (tx) =>
      tx
        .insertInto('help_request')
        .values({
          ...row,
          id: crypto.randomUUID(),
          guide_id: nadia.id,
          organization_id: oostdijk.welcomeHouse,
          ...values,
        } as never)
        .execute(),
    )
  await expect(attempt({ guide_id: zara.id })).rejects.toThrow(/row-level security/)
  await expect(attempt({ organization_id: samira.actor.organizationId })).rejects.toThrow(
    /row-level security/,
  )
  await expect(attempt({ city_id: westdijk.city.id, desk_id: westdijk.desk })).rejects.toThrow(
    /row-level security/,
  )
})
