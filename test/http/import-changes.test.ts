import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { ImportDetail } from '../../src/contract/import.ts'
import { importChange } from '../../src/contract/import-change.ts'
import { problem } from '../../src/contract/problem.ts'
import { requestHistory, requestRecord } from '../../src/contract/request-record.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { bring, change, finish, type ImportTown, openImportTown, takeColumns } from '../import-town.ts'
import { read } from '../open-server.ts'

// Rows that were imported before and say something else now: lies looks at each, and takes over what she wants.

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const codeOf = async (answer: Response | Promise<Response>) => {
  const { status, code } = await read(problem, answer)
  return [status, code]
}
const page = z.object({ items: z.array(importChange), next: z.int().optional() })

async function tryFile(text: string): Promise<ImportDetail> {
  const detail = await takeColumns(town, await bring(town.lies, text))
  const tried = await finish(town.lies, detail.id, 'trial')
  expect(tried.state).toBe('ready')
  return tried
}

test('a row that changed since it was imported is shown beside what the databank says', async () => {
  const file = (rows: string[]) => ['nr;datum;thema;nationaliteit;statuut', ...rows].join('\n')
  const first = await tryFile(
    file(['1;05/01/2016;Wonen;Marokko;nieuwkomer', '2;05/01/2016;Werk;Syrië;oudkomer']),
  )
  await finish(town.lies, first.id, 'run')
  const grown = await tryFile(
    file([
      '1;05/01/2016;Wonen;Tunesië;zonder wettig verblijf',
      '2;05/01/2016;Werk;Syrisch;oudkomer',
      '3;06/01/2016;Werk;Syrië;oudkomer',
    ]),
  )
  expect(grown.answer).toMatchObject({
    imported: 1,
    alreadyImported: 0,
    changedRows: 2,
    changed: [{ row: 2 }, { row: 3 }],
  })
  const { items } = await read(page, town.lies.ask(`/api/v1/imports/${grown.id}/changes`))
  expect(items).toMatchObject([
    {
      row: 2,
      isEdited: false,
      fields: [
        { field: 'status', isHidden: true },
        { field: 'nationality', before: 'MA', after: 'TN', isHidden: false },
      ],
    },
    { row: 3, fields: [] },
  ])
  expect(JSON.stringify(items)).not.toContain('no_legal_stay')

  // One is accepted, over the version that lies saw; the other is left as it is.
  const acceptance = `/api/v1/imports/${grown.id}/changes/2/acceptance`
  const [stale, unseen] = [
    change(town.lies, acceptance, {}, 7),
    change(town.liesOfWestdijk, acceptance, {}, 1),
  ]
  expect(await codeOf(stale)).toEqual([412, 'version_stale'])
  expect(await codeOf(unseen)).toEqual([404, 'not_found'])
  const accepted = await read(importChange, change(town.lies, acceptance, {}, 1))
  expect(accepted).toMatchObject({ isAccepted: true, version: 2 })
  const again = await read(importChange, change(town.lies, acceptance, {}, 1))
  expect(again).toMatchObject({ isAccepted: true, version: 2 })
  const [request] = await asActor(town.db, town.oostdijk.people.lies.actor, (tx) =>
    tx
      .selectFrom('help_request as r')
      .leftJoin('help_request_sensitive as s', 's.id', 'r.id')
      .select(['r.nationality', 'r.status', 's.status as hidden', 'r.version'])
      .where('r.id', '=', accepted.requestId)
      .execute(),
  )
  expect(request).toEqual({ nationality: 'TN', status: 'not_asked', hidden: 'no_legal_stay', version: 2 })
  const history = await (await town.lies.ask(`/api/v1/requests/${accepted.requestId}/history`)).text()
  expect(history).toContain('nationality')
  const tried = await finish(town.lies, grown.id, 'trial')
  expect(tried.answer).toMatchObject({ imported: 1, alreadyImported: 1, changed: [{ row: 3 }] })
  // The first import can no longer be undone: one of its rows was corrected.
  const undoing = town.lies.ask(`/api/v1/imports/${first.id}/undoing`, { method: 'PUT', body: {} })
  expect(await codeOf(undoing)).toEqual([422, 'import_edited'])
})

test('what a file says since of the tip and the first visit is shown in words, and taken over', async () => {
  const file = (more: string) => `nr;datum;thema;eerste keer;tip;taalhulp;wijk\n41;05/01/2016;Wonen;${more}\n`
  await finish(town.lies, (await tryFile(file('ja;Bel eerst;kind;'))).id, 'run')
  const grown = await tryFile(file('nee;Mail liever;telefoontolk;Rabot-Noord'))
  const { items } = await read(page, town.lies.ask(`/api/v1/imports/${grown.id}/changes`))
  expect(items[0]?.fields).toMatchObject([
    { field: 'language_help', beforeText: 'kind tolkte', afterText: 'sociaal tolk aan de telefoon' },
    { field: 'neighbourhood', before: null, beforeText: '', afterText: 'Rabot-Noord' },
    {
      ...{ field: 'first_visit', before: true, after: false },
      ...{ beforeText: 'Ja, de eerste keer', afterText: 'Nee, al eerder geweest' },
    },
    { field: 'tip', beforeText: 'Bel eerst', afterText: 'Mail liever' },
  ])
  const taken = await read(
    importChange,
    change(town.lies, `/api/v1/imports/${grown.id}/changes/2/acceptance`, {}, 1),
  )
  const request = await read(requestRecord, town.lies.ask(`/api/v1/requests/${taken.requestId}`))
  expect(request).toMatchObject({
    ...{
      firstVisit: false,
      tip: 'Mail liever',
      languageHelp: 'interpreter_phone',
      neighbourhood: 'Rabot-Noord',
    },
  })
})

test('a row that names another guide gives its request to that guide, with what only a guide may see', async () => {
  const file = (guide: string, status = 'zonder wettig verblijf') =>
    `nr;datum;thema;toeleider;statuut\n71;05/01/2016;Wonen;${guide};${status}\n`
  const first = await tryFile(file('nadia'))
  await finish(town.lies, first.id, 'run')
  const seen = async (person: 'nadia' | 'zara') =>
    asActor(town.db, town.oostdijk.people[person].actor, async (tx) => {
      const rows = await tx.selectFrom('help_request_sensitive').select(['status', 'guide_id']).execute()
      return rows.filter(({ guide_id }) => guide_id === town.oostdijk.people[person].id).length
    })
  expect([await seen('nadia'), await seen('zara')]).toEqual([1, 0])

  const grown = await tryFile(file('zara'))
  const { items } = await read(page, town.lies.ask(`/api/v1/imports/${grown.id}/changes`))
  expect(items).toMatchObject([
    { row: 2, fields: [{ field: 'guide', before: 'nadia', after: 'zara', isHidden: false }] },
  ])
  const acceptance = `/api/v1/imports/${grown.id}/changes/2/acceptance`
  const accepted = await read(importChange, change(town.lies, acceptance, {}, 1))
  expect(accepted).toMatchObject({ isAccepted: true, version: 2 })
  expect([await seen('nadia'), await seen('zara')]).toEqual([0, 1])
  const path = `/api/v1/requests/${accepted.requestId}`
  const record = await read(requestRecord, town.lies.ask(path))
  expect([record.guide.name, record.status, record.version]).toEqual(['zara', 'no_legal_stay', 2])
  const history = await read(requestHistory, town.lies.ask(`${path}/history`))
  const { nadia, zara } = town.oostdijk.people
  expect(history.items[0]?.changes).toEqual([{ field: 'guideId', from: nadia.id, to: zara.id }])
  expect(history.guides.map(({ name }) => name)).toEqual(['nadia', 'zara'])

  // A guide whom nobody knows becomes one who cannot sign in, as when a row is imported.
  const unknown = await tryFile(file('Toeleider X'))
  const path2 = `/api/v1/imports/${unknown.id}/changes/2/acceptance`
  expect(await read(importChange, change(town.lies, path2, {}, 2))).toMatchObject({ version: 3 })
  expect((await read(requestRecord, town.lies.ask(path))).guide.name).toBe('Toeleider X')
})

test('nobody but the coordinator gives a request to another guide, and only one that was imported', async () => {
  const { people } = town.oostdijk
  const guideOf = () =>
    asActor(town.db, town.oostdijk.cli, (tx) =>
      tx.selectFrom('help_request').select(['id', 'guide_id as guide']).execute(),
    )
  const before = await guideOf()
  expect(before.length).toBeGreaterThan(1)
  for (const { actor } of [people.nadia, people.koen, people.tom, town.westdijk.people.lies])
    await asActor(town.db, actor, async (tx) => {
      for (const { id } of before) await sql`select change_guide(${id}, ${people.zara.id})`.execute(tx)
    })
  expect(await guideOf()).toEqual(before)
})

test('however many rows changed, each is there to look at, a page at a time', async () => {
  const rows = (theme: string) => Array.from({ length: 2345 }, (_, at) => `${at + 1000};05/01/2016;${theme}`)
  const file = (theme: string) => ['nr;datum;thema', ...rows(theme)].join('\n')
  const first = await tryFile(file('Wonen'))
  await finish(town.lies, first.id, 'run')
  const grown = await tryFile(file('Werk'))
  expect(grown.answer?.changedRows).toBe(2345)
  const pageAfter = (after: number) =>
    read(page, town.lies.ask(`/api/v1/imports/${grown.id}/changes?limit=100&after=${after}`))
  expect((await pageAfter(0)).next).toBe(101)
  const last = await pageAfter(2301)
  expect([last.items.at(0)?.row, last.items.at(-1)?.row, last.next]).toEqual([2302, 2346, undefined])
  expect(last.items.at(-1)?.fields).toMatchObject([{ field: 'theme', before: 'housing', afterText: 'Werk' }])
  // While the file is read again, what was found before is not to be taken over.
  await asActor(town.db, town.oostdijk.people.lies.actor, (tx) =>
    tx
      .updateTable('import_file')
      .set({ ended_at: null, heartbeat_at: new Date() })
      .where('id', '=', grown.id)
      .execute(),
  )
  const acceptance = `/api/v1/imports/${grown.id}/changes/2/acceptance`
  expect(await codeOf(change(town.lies, acceptance, {}, 1))).toEqual([409, 'import_busy'])
})
