import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { changeWords, setOffered } from '../../src/db/city/code-change-store.ts'
import { listCodeListVersions, listCodes, readCodeListVersion } from '../../src/db/city/code-list-store.ts'
import { connect } from '../../src/db/database.ts'
import { importRequests } from '../../src/db/import/import-store.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { correctRequest } from '../../src/db/request/request-correction-store.ts'
import { makeRoles } from '../../src/db/role.ts'
import { defaultCodeLists } from '../../src/domain/code-list/code-list-default.ts'
import { cityId, type HelpRequestId } from '../../src/domain/id.ts'
import type { RequestChanges } from '../../src/domain/request/request-fact.ts'
import { openTestDatabase } from '../database.ts'
import { accepted, makeSheet, names } from '../fixtures/import/oostdijk-rules.ts'
import { databaseUrl, runAt } from '../server.ts'
import { buildOostdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const asLies = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(db, oostdijk.people.lies.actor, work)

async function importThemes(...themes: string[]) {
  const sheet = makeSheet([
    ['nr', 'datum', 'thema'],
    ...themes.map((theme) => [crypto.randomUUID(), '01/12/2015', theme]),
  ])
  const input = { sheet, names, mapping: {}, organizationId: oostdijk.welcomeHouse, fileName: 'oud.csv' }
  const when = { timeZone: 'Europe/Brussels', now: new Date('2026-03-02T09:00:00Z') }
  const answer = accepted(
    await asActor(db, oostdijk.cli, (tx) => importRequests(tx, oostdijk.cli, { ...input, ...when })),
  )
  const rows = await asActor(db, oostdijk.cli, (tx) =>
    tx
      .selectFrom('help_request')
      .select(['id', 'theme', 'status_definition'])
      .where('import_id', '=', answer.importId as never)
      .execute(),
  )
  return { ...answer, rows }
}

async function readThemes(...themes: string[]) {
  const { unknown, rows } = await importThemes(...themes)
  return { unknown: unknown.map(({ value }) => value), themes: rows.map(({ theme }) => theme).sort() }
}

test('a request keeps the number of the definitions of status that it was noted under', async () => {
  const { actor } = oostdijk.people.lies
  const timeZone = 'Europe/Brussels'
  const definitionOf = (id: HelpRequestId) =>
    asLies((tx) =>
      tx.selectFrom('help_request').select('status_definition').where('id', '=', id).executeTakeFirst(),
    )
  const correct = (id: HelpRequestId, version: number, changes: RequestChanges) =>
    asLies((tx) => correctRequest(tx, actor, { id, version, changes, now: new Date(), timeZone }))
  const redefine = (version: number, nl: string) =>
    asLies((tx) =>
      changeWords(tx, actor, { list: 'status', code: 'newcomer', version, words: { definitions: { nl } } }),
    )
  const [before] = (await importThemes('Wonen')).rows
  accepted(await redefine(1, 'minder dan 12 maanden in België'))
  const [after] = (await importThemes('Wonen')).rows
  expect([before?.status_definition, after?.status_definition]).toEqual([1, 2])

  if (!before) throw new Error('nothing was imported')
  accepted(await correct(before.id, 1, { outcome: 'answered' }))
  expect(await definitionOf(before.id)).toEqual({ status_definition: 1 })
  accepted(await correct(before.id, 2, { status: 'newcomer' }))
  expect(await definitionOf(before.id)).toEqual({ status_definition: 2 })
})

test('a spreadsheet of old years means the same after a theme is renamed, and after it is retired', async () => {
  const { actor } = oostdijk.people.lies
  const place = { list: 'theme', code: 'housing' } as const
  const labels = { nl: 'Dak en huis', fr: 'Toit et maison', en: 'Roof and house' }
  accepted(await asLies((tx) => changeWords(tx, actor, { ...place, version: 1, words: { labels } })))
  expect(await readThemes('Wonen', 'Dak en huis')).toEqual({ unknown: [], themes: ['housing', 'housing'] })
  accepted(await asLies((tx) => setOffered(tx, actor, { ...place, version: 2, active: false })))
  expect(await readThemes('wonen', 'Toit et maison')).toEqual({
    unknown: [],
    themes: ['housing', 'housing'],
  })
  const work = { list: 'theme', code: 'work', version: 1 } as const
  const homes = { nl: 'Wonen', fr: 'Habiter', en: 'Homes' }
  accepted(await asLies((tx) => changeWords(tx, actor, { ...work, words: { labels: homes } })))
  expect(await readThemes('Wonen')).toEqual({ unknown: [], themes: ['work'] })
})

test('a city that was there before gets the new lists and its own words as their first version', async () => {
  const server = inject('adminUrl')
  const name = `before_${randomBytes(6).toString('hex')}`
  await runAt(server, (admin) => admin.query(`create database ${name}`))
  const url = databaseUrl(server, name)
  const migrations = await readMigrations()
  const run = (wanted: (number: number) => boolean) =>
    runAt(url, async (admin) => {
      await admin.query(
        'grant usage, create on schema public to brugwijzer_owner with grant option; set role brugwijzer_owner',
      )
      for (const { number, sql } of migrations) if (wanted(number)) await admin.query(sql)
    })
  await runAt(url, (admin) => makeRoles(admin, inject('loginPassword')))
  await run((number) => number < 8)
  const id = cityId.parse(crypto.randomUUID())
  await runAt(url, (admin) =>
    admin.query(`insert into city (id, code, name) values ('${id}', 'oostdijk', 'Oostdijk');
      insert into code_list_item (city_id, id, list, code, parent, position, labels) values
        ('${id}', gen_random_uuid(), 'theme', 'housing', null, 0, '{"nl":"Dak","fr":"Toit","en":"Roof"}'),
        ('${id}', gen_random_uuid(), 'theme', 'housing.rent', 'housing', 1, '{"nl":"huur","fr":"loyer","en":"rent"}'),
        ('${id}', gen_random_uuid(), 'theme', 'work', null, 2, '{"nl":"Werk","fr":"Travail","en":"Work"}')`),
  )
  await run((number) => number >= 8)
  const before = connect(url, inject('loginPassword'))
  const [codes, lists, version, kept] = await asActor(before, { kind: 'cli', cityId: id }, async (tx) => [
    await listCodes(tx),
    await listCodeListVersions(tx),
    await readCodeListVersion(tx),
    await tx.selectFrom('code_list_item_version').select('list_version').execute(),
  ])
  const themes = codes.filter(({ list }) => list === 'theme')
  expect(themes.map(({ code, position, labels }) => [code, position, labels.nl])).toEqual([
    ['housing', 0, 'Dak'],
    ['housing.rent', 0, 'huur'],
    ['work', 1, 'Werk'],
  ])
  const added = defaultCodeLists((tag) => tag).filter(({ list }) => /asked_by|language_help/.test(list))
  expect(codes.filter(({ list }) => list !== 'theme').map(({ id: _, version: __, ...item }) => item)).toEqual(
    added,
  )
  expect(lists.map(({ list }) => list)).toEqual(['asked_by', 'language_help', 'theme'])
  expect([version, kept.length]).toEqual(['2026-1', codes.length])
  await before.close()
  await runAt(server, (admin) => admin.query(`drop database ${name} with (force)`))
})
