import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { importDetail } from '../../src/contract/import.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import {
  bring,
  change,
  columnsPage,
  finish,
  type ImportTown,
  openImportTown,
  takeColumns,
  unknownFile,
} from '../import-town.ts'
import { read } from '../open-server.ts'

// What the columns of a file hold, and what its values may mean.

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const codeOf = async (answer: Response | Promise<Response>) => {
  const { status, code } = await read(problem, answer)
  return [status, code]
}

describe('the columns', () => {
  const table = [
    'wanneer;waarover;afkomst;sprak;opmerking',
    '01/12/2015;Wonen;Marokko;Nederlands;nr 85.07.30-033 28',
    '02/12/2015;Werk;Syrië;Arabisch;',
    '03/12/2015;Wonen;Turkije;Turks;',
    '04/12/2015;Onderwijs;Polen;Pools;',
  ].join('\n')

  test('are recognised by what they hold where no heading says it, and a choice is remembered', async () => {
    const { id } = await bring(town.lies, table)
    const path = `/api/v1/imports/${id}/columns`
    const suggested = await read(columnsPage, town.lies.ask(path))
    // The city has two organisations: whose requests these are, somebody must say.
    expect([suggested.organizationId, suggested.organizations.length]).toEqual([null, 2])
    expect(suggested.columns.map(({ heading, field, by }) => [heading, field, by])).toEqual([
      ['wanneer', 'received_on', 'values'],
      ['waarover', 'theme', 'values'],
      ['afkomst', 'nationality', 'values'],
      ['sprak', 'contact_language', 'values'],
      ['opmerking', null, null],
    ])
    expect(suggested.columns[4]?.samples).toEqual(['nr ••.••.••-••• ••'])
    const { welcomeHouse } = town.oostdijk
    const take = (columns: (string | null)[]) =>
      change(town.lies, path, { organizationId: welcomeHouse, columns }, suggested.version)
    expect(await codeOf(take(['received_on', null, null, null, null]))).toEqual([422, 'theme_column_missing'])
    expect(await codeOf(take(['received_on', 'theme', 'theme', null, null]))).toEqual([
      422,
      'column_field_twice',
    ])
    expect((await take(['received_on', 'theme', null, 'contact_language', null])).status).toBe(200)
    expect(await codeOf(take(['received_on', 'theme', null, null, null]))).toEqual([412, 'version_stale'])

    const next = await bring(town.lies, table)
    const later = `/api/v1/imports/${next.id}/columns?organizationId=${welcomeHouse}`
    const remembered = await read(columnsPage, town.lies.ask(later))
    expect(remembered.columns.map(({ field, by }) => [field, by])).toEqual([
      ['received_on', 'remembered'],
      ['theme', 'remembered'],
      // Somebody turned this one off; the last was never on, which is no decision.
      [null, 'remembered'],
      ['contact_language', 'remembered'],
      [null, null],
    ])
  })
})

test('the unknown values of the fixture stop an import for nobody but its own town', async () => {
  const detail = await takeColumns(town, await bring(town.lies, await readFile(unknownFile, 'utf8')))
  expect(await finish(town.lies, detail.id, 'trial')).toMatchObject({ state: 'values' })
  expect(await codeOf(town.lies.ask('/api/v1/import-codes?field=desk'))).toEqual([400, 'invalid_input'])
  const items = await choicesOf('nationality')
  expect(items).toContainEqual({ code: 'MA', label: 'Marokko' })
  expect(items.length).toBeGreaterThan(200)
})

const choicesOf = async (field: string) => {
  const choices = z.object({
    items: z.array(z.strictObject({ code: z.string(), label: z.string(), group: z.string().optional() })),
  })
  return (await read(choices, town.lies.ask(`/api/v1/import-codes?field=${field}`))).items
}

test('what a theme may mean stands under its theme, the theme itself first', async () => {
  const items = await choicesOf('theme')
  const housing = items.filter(({ group }) => group === 'Wonen')
  expect(housing[0]).toEqual({ code: 'housing', label: 'Wonen', group: 'Wonen' })
  expect(housing.slice(1).map(({ code }) => code)).toContain('housing.private_rent')
  expect(housing.every(({ code }) => code.startsWith('housing'))).toBe(true)
  const groups = items.map(({ group }) => group ?? '')
  expect(groups).toEqual([...groups].sort(new Intl.Collator('nl').compare))
  const parts = await choicesOf('sub_theme')
  expect(parts.every(({ code, group }) => code.includes('.') && group)).toBe(true)
  expect(await choicesOf('first_visit')).toEqual([
    { code: 'yes', label: 'Ja, de eerste keer' },
    { code: 'no', label: 'Nee, al eerder geweest' },
  ])
})

test('what nobody knows of a first visit, of who asked and of a mere stroke is decided once, like any other value', async () => {
  const file =
    'datum;thema;eerste keer;gevraagd door;tip\n01/12/2015;-;zelden;postbode;Bel eerst\n02/12/2015;Wonen;ja;-;-\n'
  let detail = await takeColumns(town, await bring(town.lies, file))
  detail = await finish(town.lies, detail.id, 'trial')
  expect(detail.answer?.unknown.map(({ field, value }) => [field, value])).toEqual([
    ['theme', '-'],
    ['first_visit', 'zelden'],
    ['asked_by', 'postbode'],
  ])
  for (const [field, spelling, code] of [
    ['theme', '-', 'other'],
    ['first_visit', 'zelden', 'no'],
    ['asked_by', 'postbode', 'acquaintance'],
  ]) {
    const path = `/api/v1/imports/${detail.id}/decisions`
    const answer = await change(town.lies, path, { field, spelling, code }, detail.version)
    expect([field, answer.status]).toEqual([field, 200])
    detail = importDetail.parse(await answer.json())
  }
  expect(await finish(town.lies, detail.id, 'trial')).toMatchObject({
    state: 'ready',
    answer: { imported: 2 },
  })
  expect(await finish(town.lies, detail.id, 'run')).toMatchObject({ state: 'done', imported: 2 })
  const rows = await asActor(town.db, town.oostdijk.people.lies.actor, (tx) =>
    tx
      .selectFrom('help_request')
      .select(['theme', 'first_visit', 'asked_by', 'tip'])
      .where('import_row', 'is not', null)
      .orderBy('import_row')
      .execute(),
  )
  expect(rows).toEqual([
    { theme: 'other', first_visit: false, asked_by: 'acquaintance', tip: 'Bel eerst' },
    { theme: 'housing', first_visit: true, asked_by: 'not_asked', tip: null },
  ])
})
