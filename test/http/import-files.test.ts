import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { importDetail } from '../../src/contract/import.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { forgetImportFiles } from '../../src/db/import/import-forget-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { xlsxFile } from '../../src/documents/sheet/xlsx-file.ts'
import { localDate } from '../../src/domain/local-date.ts'
import {
  bring,
  change,
  columnsPage,
  finish,
  type ImportTown,
  openImportTown,
  send,
  settled,
  takeColumns,
  unknownFile,
} from '../import-town.ts'
import { read } from '../open-server.ts'

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const small = 'nr;datum;thema\n1;01/12/2015;Wonen\n'
const codeOf = async (answer: Response | Promise<Response>) => {
  const { status, code } = await read(problem, answer)
  return [status, code]
}
const chunksOf = (id: string) =>
  asActor(town.db, town.oostdijk.people.lies.actor, async (tx) => {
    const rows = await tx.selectFrom('import_file_chunk').select(['import_id as file', 'position']).execute()
    return rows.filter(({ file }) => file === id)
  })

describe('a file that lies brings in', () => {
  test('is the same file when it comes again under the same number, and another is refused', async () => {
    const id = makeUuid()
    expect((await send(town.lies, small, { id })).status).toBe(201)
    expect((await send(town.lies, small, { id })).status).toBe(200)
    expect(await codeOf(send(town.lies, `${small}2;02/12/2015;Werk\n`, { id }))).toEqual([409, 'id_taken'])
    expect(await codeOf(send(town.lies, small, { id, name: 'anders.csv' }))).toEqual([409, 'id_taken'])
    expect(await chunksOf(id)).toHaveLength(1)
  })

  test('sent twice at the same moment is whole once: neither sender destroys what the other brings', async () => {
    const id = makeUuid()
    const long = `${small}${'2;02/12/2015;Werk\n'.repeat(200_000)}`
    const answers = await Promise.all([send(town.lies, long, { id }), send(town.lies, long, { id })])
    const statuses = answers.map(({ status }) => status).sort()
    expect([
      [200, 201],
      [201, 409],
    ]).toContainEqual(statuses)
    expect(await chunksOf(id)).toHaveLength(Math.ceil(long.length / 1_048_576))
    expect((await send(town.lies, long, { id })).status).toBe(200)
  })

  test.each([
    ['file_not_csv', '%PDF-1.7 a renamed PDF'],
    ['file_empty', ''],
    ['file_cut_off', 'datum;thema\n01/12/2015;"Wonen'],
    ['file_blank', ' \n;;\n'],
    ['file_without_rows', 'datum;thema\n;\n'],
    ['heading_too_long', `datum;thema;${'x'.repeat(2_000_000)}\n1;2;3\n`],
    ['sheet_too_large', `datum;thema${';x'.repeat(40_000)}\n1;2\n`],
  ])('is refused with %s, and nothing of it stays', async (code, text) => {
    const id = makeUuid()
    expect(await codeOf(send(town.lies, text, { id }))).toEqual([422, code])
    expect(await chunksOf(id)).toEqual([])
    expect(await codeOf(town.lies.ask(`/api/v1/imports/${id}`))).toEqual([404, 'not_found'])
  })

  test('may be large, but not larger than the page takes', async () => {
    const line = new TextEncoder().encode('1;01/12/2015;Wonen;een opmerking die niemand leest\n'.repeat(2000))
    const pour = (times: number) =>
      new ReadableStream<Uint8Array>({
        start: (stream) => stream.enqueue(new TextEncoder().encode('nr;datum;thema;opmerking\n')),
        pull: (stream) => {
          if (times-- > 0) stream.enqueue(line)
          else stream.close()
        },
      })
    const ask = (id: string, times: number) =>
      town.lies.send(`/api/v1/imports/files?id=${id}&name=groot.csv`, pour(times))
    const [fits, toLarge] = [makeUuid(), makeUuid()]
    const mebibyte = Math.ceil((1024 * 1024) / line.length)
    expect((await ask(fits, 5 * mebibyte)).status).toBe(201)
    const refused = await ask(toLarge, 70 * mebibyte).catch(() => undefined)
    if (refused) expect(await codeOf(refused)).toEqual([413, 'import_file_too_large'])
    expect(await chunksOf(toLarge)).toEqual([])
  })

  test('is for the coordinator of this town, and no other may see that it is there', async () => {
    const { id } = await bring(town.lies, small)
    for (const path of ['', '/columns', '/values', '/changes', '/rejected.csv?language=nl'])
      expect(await codeOf(town.liesOfWestdijk.ask(`/api/v1/imports/${id}${path}`))).toEqual([
        404,
        'not_found',
      ])
    for (const task of ['trial', 'run'])
      expect(
        await codeOf(town.liesOfWestdijk.ask(`/api/v1/imports/${id}/${task}`, { method: 'PUT', body: {} })),
      ).toEqual([404, 'not_found'])
    const undoing = town.liesOfWestdijk.ask(`/api/v1/imports/${id}/undoing`, { method: 'PUT', body: {} })
    expect(await codeOf(undoing)).toEqual([404, 'import_not_found'])
    for (const person of ['nadia', 'koen', 'eva', 'tom'] as const) {
      const { actor } = town.oostdijk.people[person]
      const seen = await asActor(town.db, actor, (tx) => tx.selectFrom('import_file').select('id').execute())
      expect([person, seen]).toEqual([person, []])
    }
  })
})

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

describe('work that breaks off', () => {
  test('shows so when the server has died, and begins again', async () => {
    const detail = await takeColumns(town, await bring(town.lies, small))
    await finish(town.lies, detail.id, 'trial')
    // What a server leaves that dies in the middle of a run: its transaction is gone, its last word is old.
    await asActor(town.db, town.oostdijk.people.lies.actor, (tx) =>
      tx
        .updateTable('import_file')
        .set({ task: 'run', task_id: makeUuid(), ended_at: null, phase: 'writing' })
        .set({ heartbeat_at: new Date(Date.now() - 60_000) })
        .where('id', '=', detail.id)
        .execute(),
    )
    const broken = await read(importDetail, town.lies.ask(`/api/v1/imports/${detail.id}`))
    expect(broken).toMatchObject({ state: 'broken_off', progress: null, imported: null })
    expect(await finish(town.lies, detail.id, 'run')).toMatchObject({ state: 'done', imported: 1 })
  })

  test('is refused with the reason when the file is broken further on', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => `${row};01/12/2015;Wonen`)
    const detail = await takeColumns(
      town,
      await bring(town.lies, ['nr;datum;thema', ...rows, '9;"'].join('\n')),
    )
    const refused = await finish(town.lies, detail.id, 'trial')
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'file_cut_off' }, answer: null })
    expect(refused.refusal?.title).toContain('402')
  })
})

describe('a file that nobody finishes', () => {
  const exists = async (id: string) => (await town.lies.ask(`/api/v1/imports/${id}`)).status

  test('is forgotten after a day, in every town, and that is noted', async () => {
    const [mine, theirs] = [await bring(town.lies, small), await bring(town.liesOfWestdijk, small)]
    await forgetImportFiles(town.db, new Date(Date.now() + 23 * 3_600_000))
    expect(await exists(mine.id)).toBe(200)
    await forgetImportFiles(town.db, new Date(Date.now() + 25 * 3_600_000))
    expect(await exists(mine.id)).toBe(404)
    expect((await town.liesOfWestdijk.ask(`/api/v1/imports/${theirs.id}`)).status).toBe(404)
    expect(await chunksOf(mine.id)).toEqual([])
    const noted = await asActor(town.db, town.oostdijk.people.eva.actor, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['event', 'actor_kind as by'])
        .where('subject_id', '=', mine.id)
        .orderBy('happened_at')
        .execute(),
    )
    expect(noted).toEqual([
      { event: 'import_file.received', by: 'member' },
      { event: 'import_file.forgotten', by: 'job' },
    ])
  })

  test('is forgotten at once when lies wants it gone', async () => {
    const { id } = await bring(town.lies, small)
    const path = `/api/v1/imports/${id}/file`
    const forget = (by = town.lies) => by.ask(path, { method: 'DELETE', body: {} })
    expect((await forget(town.liesOfWestdijk)).status).toBe(404)
    expect((await forget()).status).toBe(204)
    expect([await exists(id), (await forget()).status]).toEqual([404, 404])
  })
})

test('an Excel workbook goes the same way, its dates too', async () => {
  const rows = [
    ['1', { date: localDate.parse('2016-01-05') }, 'Wonen', 'Marokko'],
    ['2', { date: localDate.parse('2016-01-06') }, 'Werk', 'Syrië'],
  ]
  const headings = ['nr', 'datum', 'thema', 'nationaliteit']
  const content = { sheet: 'Hulpvragen', headings, rows: Readable.from(rows) }
  const workbook = new Uint8Array(Buffer.concat(await Array.fromAsync(xlsxFile(content))))
  const detail = await takeColumns(town, await bring(town.lies, workbook))
  const tried = await finish(town.lies, detail.id, 'trial')
  expect(tried).toMatchObject({ state: 'ready', answer: { rows: 2, rejected: [], unknown: [] } })
  expect(tried.answer?.closedDays).toEqual([])
  // Two imports of one city wait for each other, and the second sees what the first has brought.
  const twin = await takeColumns(town, await bring(town.lies, workbook))
  await finish(town.lies, twin.id, 'trial')
  const start = (id: string) => town.lies.ask(`/api/v1/imports/${id}/run`, { method: 'PUT', body: {} })
  await Promise.all([start(detail.id), start(twin.id)])
  const ended = await Promise.all([settled(town.lies, detail.id), settled(town.lies, twin.id)])
  expect(ended.map(({ imported }) => imported).sort()).toEqual([0, tried.answer?.imported])
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
