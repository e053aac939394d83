import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { invitation } from '../../src/contract/invitation.ts'
import { member } from '../../src/contract/member.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { ensureAccount } from '../../src/db/people/account-store.ts'
import { addMember } from '../../src/db/people/member-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import type { Role } from '../../src/domain/people/member.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let tom: Visitor

const crowd: readonly { name: string; email?: string; roles: Role[]; isOut?: true }[] = [
  { name: 'Élise Dupont', email: 'elise.dupont@school.example.org', roles: ['bridge_figure'] },
  { name: 'أمينة الحسن', email: 'amina@oostdijk.example.org', roles: ['guide'] },
  { name: 'Ольга Иванова', roles: ['guide'] },
  { name: 'An Peeters', email: 'an.p@oostdijk.example.org', roles: ['coordinator', 'guide'] },
  { name: 'Hassan Çelik', email: 'h.celik@wijk.example.org', roles: ['dpo'], isOut: true },
  { name: 'zineb O’Neill', roles: ['guide'] },
]

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  const westdijk = await buildWestdijk(db)
  for (const town of [oostdijk, westdijk])
    for (const { name, email, roles, isOut } of town === oostdijk ? crowd : crowd.slice(0, 1)) {
      const accountId = email ? await ensureAccount(db, email, name) : null
      const organizationId = town.welcomeHouse
      await asActor(db, town.cli, async (tx) => {
        const id = await addMember(tx, town.city.id, { organizationId, name, roles, accountId })
        if (isOut)
          await tx.updateTable('member').set({ disabled_at: new Date() }).where('id', '=', id).execute()
      })
    }
  server = await openServer(db)
  tom = (await enterAll(db, server, [oostdijk.people.tom.email]))(oostdijk.people.tom.email)
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const page = z.object({ items: z.array(member), next: z.string().optional(), total: z.int() })
const ask = (search: Record<string, string>, language = 'nl') =>
  read(
    page,
    tom.ask(`/api/v1/members?${new URLSearchParams(search)}`, { headers: { 'accept-language': language } }),
  )
const find = async (search: Record<string, string>, language?: string) =>
  (await ask(search, language)).items.map(({ name }) => name)

describe('finding somebody among the members of Oostdijk', () => {
  test('forgives accents and case, in every script, in any order', async () => {
    expect(await find({ q: 'ELISE' })).toEqual(['Élise Dupont'])
    expect(await find({ q: 'dupont éli' })).toEqual(['Élise Dupont'])
    expect(await find({ q: 'celik' })).toEqual(['Hassan Çelik'])
    expect(await find({ q: 'امينة' })).toEqual(['أمينة الحسن'])
    expect(await find({ q: 'حسن' })).toEqual(['أمينة الحسن'])
    expect(await find({ q: 'ИВАНОВА оль' })).toEqual(['Ольга Иванова'])
    expect(await find({ q: 'oneill' })).toEqual([])
    expect(await find({ q: 'o’neill' })).toEqual(['zineb O’Neill'])
    expect(await find({ q: '  ' })).toHaveLength(16)
    // Signs are in no name: they find nobody, and not everybody.
    for (const q of ['%', '_', '"%_\\']) expect((await ask({ q })).total).toBe(0)
  })

  test('takes a word of two letters as the beginning of one', async () => {
    expect(await find({ q: 'an' })).toEqual(['an', 'An Peeters'])
  })

  test('knows the mail address, whole and in part', async () => {
    expect(await find({ q: 'an.p@oostdijk.example.org' })).toEqual(['An Peeters'])
    expect(await find({ q: 'amina' })).toEqual(['أمينة الحسن'])
    expect(await find({ q: 'dupont school' })).toEqual(['Élise Dupont'])
  })

  test('knows the roles as the reader calls them', async () => {
    expect(await find({ q: 'brugfiguur' })).toEqual(['samira', 'Élise Dupont'].sort(byPlainName))
    expect(await find({ q: 'brugfiguur' }, 'en')).toEqual([])
    expect(await find({ q: 'coordinator peeters' }, 'en')).toEqual(['An Peeters'])
    expect(await find({ q: 'coördinator an' })).toEqual(['An Peeters'])
  })

  test('narrows to a role and to a state', async () => {
    expect(await find({ role: 'dpo' })).toEqual(['eva', 'Hassan Çelik'])
    expect(await find({ state: 'disabled' })).toEqual(['Hassan Çelik'])
    expect(await find({ state: 'no_account', role: 'guide', q: 'zineb' })).toEqual(['zineb O’Neill'])
    expect(await find({ state: 'active', q: 'hassan' })).toEqual([])
    expect((await tom.ask('/api/v1/members?role=king')).status).toBe(400)
  })

  test('comes page by page in one order, who is out last, and counts every page', async () => {
    const whole = await find({})
    expect(whole.at(-1)).toBe('Hassan Çelik')
    expect(whole.slice(0, 15)).toEqual(whole.slice(0, 15).toSorted(byPlainName))
    const names: string[] = []
    for (let next: string | undefined = ''; next !== undefined; ) {
      const one = await ask({ limit: '3', ...(next ? { cursor: next } : {}) })
      expect(one.total).toBe(16)
      names.push(...one.items.map(({ name }) => name))
      next = one.next
    }
    expect(names).toEqual(whole)
  })

  test('finds nobody of Westdijk', async () => {
    expect(await find({ q: 'westdijk' })).toEqual([])
    expect((await ask({ q: 'dupont' })).total).toBe(1)
  })
})

/** As the page's own order: without case and accents, by code point. */
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
function byPlainName(a: string, b: string): number {
  return plain(a) < plain(b) ? -1 : 1
}

test('who was invited is found in the same way, and may be only who has not answered', async () => {
  const invite = (name: string, email: string) =>
    tom.ask('/api/v1/invitations', {
      method: 'POST',
      body: {
        id: makeUuid(),
        name,
        email,
        roles: ['guide'],
        organizationId: oostdijk.welcomeHouse,
        coachId: null,
        language: 'nl',
      },
    })
  await invite('Fatíma Zahra', 'fz@wijk.example.org')
  const withdrawn = await read(invitation, invite('Fatima Bis', 'bis@wijk.example.org'))
  await tom.ask(`/api/v1/invitations/${withdrawn.id}/withdrawal`, { method: 'PUT', body: {} })
  const invited = async (search: string) =>
    (
      await read(
        z.object({ items: z.array(invitation) }),
        tom.ask(`/api/v1/invitations?${search}`, { headers: { 'accept-language': 'nl' } }),
      )
    ).items.map(({ name }) => name)
  expect(await invited('q=fatima')).toEqual(['Fatima Bis', 'Fatíma Zahra'])
  expect(await invited('q=fatima&waiting=true')).toEqual(['Fatíma Zahra'])
  expect(await invited('q=fz@wijk.example.org&role=guide')).toEqual(['Fatíma Zahra'])
  expect(await invited('q=toeleider%20bis')).toEqual(['Fatima Bis'])
  expect(await invited('role=dpo')).toEqual([])
})

test('5,000 members in each of two towns are searched by index and at once', async () => {
  await runAt(db.adminUrl, async (admin) => {
    await admin.query(
      `insert into member (city_id, id, organization_id, name, roles)
       select c.id, gen_random_uuid(), (select id from organization o where o.city_id = c.id limit 1),
         (array['Élodie ','Олена ','Mohammed '])[1 + i % 3] || i, '{guide}'
       from city c, generate_series(1, 5000) i`,
    )
    await admin.query('analyze member')
  })
  const begun = performance.now()
  expect(await find({ q: 'elodie 4998' })).toEqual(['Élodie 4998'])
  expect(await find({ q: 'олена 4999' })).toEqual(['Олена 4999'])
  expect((await ask({ role: 'guide', state: 'no_account' })).total).toBe(5002)
  expect(performance.now() - begun).toBeLessThan(3000)
  // A backend tells what it read at the latest when it ends; the table's own count sees it all.
  const scans = await runAt(db.adminUrl, async (admin) => {
    await admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
    const { rows } = await admin.query(
      `select seq_scan::int as scans from pg_stat_user_tables where relname = 'member'`,
    )
    return rows[0].scans
  })
  expect(scans).toBe(0)
})

test('who is called so comes before who has such a role, page by page', async () => {
  const { welcomeHouse: organizationId, city } = oostdijk
  const person = { organizationId, name: 'Zoë Brugfiguur', roles: ['guide' as const], accountId: null }
  await asActor(db, oostdijk.cli, (tx) => addMember(tx, city.id, person))
  const first = await ask({ q: 'brugfiguur', limit: '1' })
  const second = await ask({ q: 'brugfiguur', limit: '1', cursor: first.next ?? '' })
  const last = await ask({ q: 'brugfiguur', cursor: second.next ?? '' })
  expect([first, second, last].flatMap(({ items }) => items.map(({ name }) => name))).toEqual([
    'Zoë Brugfiguur',
    ...['samira', 'Élise Dupont'].sort(byPlainName),
  ])
})
