import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
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
      [null, 'remembered'],
      ['contact_language', 'remembered'],
      [null, 'remembered'],
    ])
  })
})

test('the unknown values of the fixture stop an import for nobody but its own town', async () => {
  const detail = await takeColumns(town, await bring(town.lies, await readFile(unknownFile, 'utf8')))
  expect(await finish(town.lies, detail.id, 'trial')).toMatchObject({ state: 'values' })
  expect(await codeOf(town.lies.ask('/api/v1/import-codes?field=desk'))).toEqual([400, 'invalid_input'])
  const codes = z.object({ items: z.array(z.object({ code: z.string(), label: z.string() })) })
  const { items } = await read(codes, town.lies.ask('/api/v1/import-codes?field=nationality'))
  expect(items).toContainEqual({ code: 'MA', label: 'Marokko' })
  expect(items.length).toBeGreaterThan(200)
})
