import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { forgetImportFiles } from '../../src/db/import/import-forget-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { xlsxFile } from '../../src/documents/sheet/xlsx-file.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { textRow, workbookOf } from '../documents/workbook-by-hand.ts'
import { bring, finish, type ImportTown, openImportTown, send, settled, takeColumns } from '../import-town.ts'
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

  test('may hold what no database does, in a cell as in the heading of a column that is not read', async () => {
    const cells = ['01/12/2015', 'Wonen', 'a_x0000_b', '_xD800_']
    const rows = textRow(1, 'datum', 'thema', 'wi_x0000_jk', 'vrij_xD800_') + textRow(2, ...cells)
    const csv = await takeColumns(
      town,
      await bring(town.lies, `nr;datum;thema;wijk;vrij\n1;01/12/2015;Wonen;a\0b;x${'😀'.repeat(200)}\n`),
    )
    expect(await finish(town.lies, csv.id, 'trial')).toMatchObject({ answer: { rows: 1, rejectedRows: 0 } })
    const xlsx = await takeColumns(
      town,
      await bring(town.lies, Uint8Array.from(workbookOf({ sheets: [{ rows }] }))),
    )
    expect(await finish(town.lies, xlsx.id, 'trial')).toMatchObject({
      answer: { rows: 1, rejectedRows: 0, ignoredColumns: ['vrij\ufffd'] },
    })
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
