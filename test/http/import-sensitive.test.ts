import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { importChange } from '../../src/contract/import-change.ts'
import { importValue } from '../../src/contract/import-decision.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { defaultCodeLists } from '../../src/domain/code-list/code-list-default.ts'
import { languageName } from '../../src/text/format.ts'
import { bring, change, finish, type ImportTown, openImportTown, takeColumns } from '../import-town.ts'
import { read } from '../open-server.ts'
import { runAt } from '../server.ts'

// Design 4: sensitive codes live in tables of their own. What lies brings in holds some on every path there is.

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const apart = ['import_change_sensitive', 'import_mapping_sensitive'] as const
const plain = [
  'import',
  'import_change',
  'import_column',
  'import_file',
  'import_file_chunk',
  'import_mapping',
  'import_rejection',
] as const

const codes = defaultCodeLists((tag, language) => languageName(language, tag)).flatMap(
  ({ code, sensitive }) => (sensitive ? [code] : []),
)
const file = (rows: string[]) => ['nr;datum;thema;subthema;statuut', ...rows].join('\n')
const known = 'zonder wettig verblijf'
const violence = 'geweld, veiligheid thuis'

test('a sensitive code in a file stands in a table apart, whatever lies does with the file', async () => {
  const first = await takeColumns(
    town,
    await bring(town.lies, file(['1;05/01/2016;Wonen;;nieuwkomer', '2;05/01/2016;Wonen;;oudkomer'])),
  )
  await finish(town.lies, first.id, 'trial')
  await finish(town.lies, first.id, 'run')

  const rows = [
    `1;05/01/2016;Wonen;;${known}`,
    '2;05/01/2016;Wonen;;zwv-er',
    `3;05/01/2016;Wonen;${violence};${known}`,
  ]
  let detail = await takeColumns(town, await bring(town.lies, file(rows)))
  detail = await finish(town.lies, detail.id, 'trial')
  expect(detail.state).toBe('values')
  const decision = { field: 'status', spelling: 'zwv er', code: 'no_legal_stay' }
  const path = `/api/v1/imports/${detail.id}`
  expect((await change(town.lies, `${path}/decisions`, decision, detail.version)).status).toBe(200)
  detail = await finish(town.lies, detail.id, 'trial')
  expect(detail.answer).toMatchObject({ changedRows: 2, rejectedRows: 1, imported: 0 })
  // The city's decision stands, and lies finds it back; what she may not see of a row, she does not.
  const values = z.object({ items: z.array(importValue) })
  const [value] = (await read(values, town.lies.ask(`${path}/values`))).items
  expect(value?.decided?.code).toBe('no_legal_stay')
  expect(await (await town.lies.ask(`${path}/rejected.csv?language=nl`)).text()).not.toContain(violence)
  expect(await (await town.lies.ask(`${path}/changes`)).text()).not.toContain('no_legal_stay')

  expect(codes.length).toBeGreaterThan(5)
  const ask = (sql: string) => runAt(town.db.adminUrl, async (admin) => (await admin.query(sql)).rows)
  const told = async (table: string) =>
    JSON.stringify(await ask(`select to_jsonb(t) - 'start' - 'bytes' as row from ${table} t`))
  for (const table of plain) {
    const text = await told(table)
    expect([table, codes.filter((code) => text.includes(code))]).toEqual([table, []])
    // The file itself waits as it came, its first rows too; what is made of it does not repeat what it says.
    expect([table, [known, violence].filter((words) => text.includes(words))]).toEqual([table, []])
  }
  for (const table of apart)
    expect([table, await told(table)]).toEqual([table, expect.stringContaining('no_legal_stay')])
  const listed = await ask(
    `select relname::text as name from pg_class where relkind = 'r' and relname like 'import%'`,
  )
  expect(listed.map(({ name }) => name).sort()).toEqual([...plain, ...apart].sort())

  for (const person of ['nadia', 'koen', 'eva', 'tom'] as const) {
    const { actor } = town.oostdijk.people[person]
    for (const table of [...apart, ...plain.filter((name) => name !== 'import')]) {
      const seen = await asActor(town.db, actor, (tx) => tx.selectFrom(table).selectAll().execute())
      expect([person, table, seen]).toEqual([person, table, []])
    }
  }
  for (const kind of ['job', 'public'] as const)
    for (const table of apart) {
      const actor = { kind, cityId: town.oostdijk.city.id }
      const seen = await asActor(town.db, actor, (tx) => tx.selectFrom(table).selectAll().execute())
      expect([kind, table, seen]).toEqual([kind, table, []])
    }
  const theirs = await asActor(town.db, town.westdijk.people.lies.actor, (tx) =>
    tx.selectFrom('import_mapping_sensitive').selectAll().execute(),
  )
  expect(theirs).toEqual([])

  // Decided otherwise, the decision moves; forgotten, it is gone from both.
  const other = { ...decision, code: 'newcomer' }
  expect((await change(town.lies, `${path}/decisions`, other, detail.version)).status).toBe(200)
  expect([await told('import_mapping_sensitive'), await told('import_mapping')]).toEqual([
    '[]',
    expect.stringContaining('newcomer'),
  ])
})

test('whoever reads the audit cannot tell which request a row gave a sensitive code', async () => {
  const bringRow = async (status: string) => {
    const row = `nr;datum;thema;statuut\n71;05/01/2016;Wonen;${status}\n`
    const { id } = await takeColumns(town, await bring(town.lies, row))
    await finish(town.lies, id, 'trial')
    return id
  }
  await finish(town.lies, await bringRow('nieuwkomer'), 'run')
  await accept(await bringRow('niet gevraagd'))
  const id = await bringRow(known)
  const requestId = await accept(id)

  const events = await asActor(town.db, town.oostdijk.people.eva.actor, (tx) =>
    tx.selectFrom('audit_event').select(['event', 'subject_id', 'details']).orderBy('happened_at').execute(),
  )
  const last = events.slice(-2)
  expect(last.map(({ event }) => event).sort()).toEqual([
    'import_change.accepted',
    'request.hidden_code_corrected',
  ])
  expect(JSON.stringify(last)).not.toContain(requestId)
  expect(last).toContainEqual({ event: 'import_change.accepted', subject_id: id, details: {} })
})

/** Accepts the only changed row of an import, and answers its request. */
async function accept(id: string): Promise<string> {
  const changes = z.object({ items: z.array(importChange) })
  const [seen] = (await read(changes, town.lies.ask(`/api/v1/imports/${id}/changes`))).items
  if (!seen) throw new Error('no row has changed')
  const path = `/api/v1/imports/${id}/changes/${seen.row}/acceptance`
  const accepted = await change(town.lies, path, {}, seen.version)
  expect(accepted.status).toBe(200)
  return seen.requestId
}
