import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openFile } from '../../src/cli/import/import-file.ts'
import { type ImportDetail, importDetail, listedImport } from '../../src/contract/import.ts'
import { importMapping, importValue } from '../../src/contract/import-decision.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { tryImport } from '../../src/db/import/import-store.ts'
import { cldrNames } from '../../src/text/world-names.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'
import {
  bring,
  change,
  demoFile,
  finish,
  type ImportTown,
  openImportTown,
  settled,
  takeColumns,
  unknownFile,
} from '../import-town.ts'
import { read } from '../open-server.ts'

// The page Inlezen from the side of its server: lies, who coordinates in Oostdijk, brings in her spreadsheets.

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const listPage = z.object({ items: z.array(listedImport), next: z.string().optional() })
const mappingsPage = z.object({ items: z.array(importMapping) })
const valuesPage = z.object({ items: z.array(importValue), version: z.int() })

const countRequests = () =>
  asActor(town.db, town.oostdijk.cli, async (tx) => {
    const { rows } = await tx
      .selectFrom('help_request')
      .where('voided_at', 'is', null)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    return rows
  })

describe('the demo file, brought in by lies', () => {
  let detail: ImportDetail

  test('is tried with exactly the answer of the command, and nothing is written', async () => {
    const sheet = accepted(await openFile(demoFile))
    const command = accepted(
      await asActor(town.db, town.oostdijk.cli, (tx) =>
        tryImport(tx, town.oostdijk.cli, {
          sheet,
          mapping: {},
          organizationId: town.oostdijk.welcomeHouse,
          fileName: 'help-requests.csv',
          names: cldrNames(),
          timeZone: 'Europe/Brussels',
          now: new Date(),
        }),
      ),
    )
    detail = await takeColumns(town, await bring(town.lies, new Uint8Array(await readFile(demoFile))))
    detail = await finish(town.lies, detail.id, 'trial')
    expect(detail).toMatchObject({ state: 'ready', fileName: 'hulpvragen.csv', by: 'lies' })
    expect(detail.answer).toEqual({ ...command, rejectedRows: 0, changedRows: 0 })
    expect(command.imported).toBe(866)
    expect(await countRequests()).toBe(0)
  })

  test('is imported once, whoever presses twice', async () => {
    const path = `/api/v1/imports/${detail.id}/run`
    const [first, second] = await Promise.all([
      town.lies.ask(path, { method: 'PUT', body: {} }),
      town.lies.ask(path, { method: 'PUT', body: {} }),
    ])
    expect([first.status, second.status].sort()).toEqual([202, 202])
    detail = await settled(town.lies, detail.id)
    expect(detail).toMatchObject({ state: 'done', rows: 866, imported: 866, rejected: 0, isUndoable: true })
    expect(detail.answer?.importId).toBe(detail.id)
    expect(await countRequests()).toBe(866)
    const again = await town.lies.ask(path, { method: 'PUT', body: {} })
    expect([again.status, await countRequests()]).toEqual([200, 866])
  })

  test('makes a guide who cannot sign in and a desk without hours, in the coordinator’s own name', async () => {
    expect(detail.answer).toMatchObject({ newGuides: ['Toeleider B', 'Toeleider A'], newDesks: ['Stadhuis'] })
    const guides = await asActor(town.db, town.oostdijk.cli, (tx) =>
      tx.selectFrom('member').select(['roles', 'account_id']).where('name', 'like', 'Toeleider%').execute(),
    )
    expect(guides).toEqual([
      { roles: ['guide'], account_id: null },
      { roles: ['guide'], account_id: null },
    ])
  })

  test('lets go of the file, and stands in the list of this town alone', async () => {
    const chunks = await asActor(town.db, town.oostdijk.people.lies.actor, (tx) =>
      tx.selectFrom('import_file_chunk').selectAll().where('import_id', '=', detail.id).execute(),
    )
    expect(chunks).toEqual([])
    const [kept] = await asActor(town.db, town.oostdijk.people.lies.actor, (tx) =>
      tx.selectFrom('import_file').select('start').where('id', '=', detail.id).execute(),
    )
    expect(kept).toEqual({ start: null })
    const { items } = await read(listPage, town.lies.ask('/api/v1/imports'))
    expect(items).toEqual([
      expect.objectContaining({ id: detail.id, state: 'done', by: 'lies', imported: 866 }),
    ])
    expect((await read(listPage, town.liesOfWestdijk.ask('/api/v1/imports'))).items).toEqual([])
  })

  test('is undone, once', async () => {
    const path = `/api/v1/imports/${detail.id}/undoing`
    const undone = await town.lies.ask(path, { method: 'PUT', body: {} })
    expect([undone.status, await undone.json()]).toEqual([200, { importId: detail.id, undone: 866 }])
    expect(await countRequests()).toBe(0)
    const shown = await read(importDetail, town.lies.ask(`/api/v1/imports/${detail.id}`))
    expect(shown).toMatchObject({ state: 'undone', isUndoable: false })
    const twice = await read(problem, town.lies.ask(path, { method: 'PUT', body: {} }))
    expect(twice).toMatchObject({ status: 422, code: 'import_undone' })
  })
})

describe('a file with values that nothing knows', () => {
  let detail: ImportDetail

  test('names each once with suggestions in the reader’s words, and stops', async () => {
    detail = await takeColumns(town, await bring(town.lies, await readFile(unknownFile, 'utf8')))
    const early = await read(
      problem,
      town.lies.ask(`/api/v1/imports/${detail.id}/run`, { method: 'PUT', body: {} }),
    )
    expect(early).toMatchObject({ status: 422, code: 'import_not_ready' })
    detail = await finish(town.lies, detail.id, 'trial')
    expect(detail.state).toBe('values')
    const { items } = await read(valuesPage, town.lies.ask(`/api/v1/imports/${detail.id}/values`))
    expect(items).toEqual([
      {
        field: 'nationality',
        column: 'nationaliteit',
        value: 'Atlantis',
        spelling: 'atlantis',
        count: 1,
        suggestions: [],
      },
      {
        ...{ field: 'nationality', column: 'nationaliteit', value: 'Marroko', spelling: 'marroko', count: 1 },
        suggestions: [{ code: 'MA', label: 'Marokko' }],
      },
      {
        field: 'minutes',
        column: 'duur (min)',
        value: 'poosje',
        spelling: 'poosje',
        count: 1,
        suggestions: [],
      },
    ])
  })

  test('takes one decision per value, of the version that somebody saw and of codes that exist', async () => {
    const path = `/api/v1/imports/${detail.id}/decisions`
    const decide = (field: string, spelling: string, code: string | null, version: number) =>
      change(town.lies, path, { field, spelling, code }, version)
    const stale = await decide('nationality', 'atlantis', null, 1)
    expect([stale.status, (await read(problem, stale)).code]).toEqual([412, 'version_stale'])
    const wrong = await decide('nationality', 'atlantis', 'ATL', detail.version)
    expect([wrong.status, (await read(problem, wrong)).code]).toEqual([422, 'mapping_code_unknown'])
    for (const [field, spelling, code] of [
      ['nationality', 'atlantis', null],
      ['nationality', 'marroko', 'MA'],
      ['minutes', 'poosje', '15'],
    ] as const) {
      const answer = await decide(field, spelling, code, detail.version)
      expect(answer.status).toBe(200)
      detail = importDetail.parse(await answer.json())
    }
    expect(detail).toMatchObject({ state: 'untried', isOutdated: true })
    const { items } = await read(valuesPage, town.lies.ask(`/api/v1/imports/${detail.id}/values`))
    expect(items.map(({ decided }) => decided)).toEqual([
      { code: null, label: null },
      { code: 'MA', label: 'Marokko' },
      { code: '15', label: '15' },
    ])
  })

  test('is then ready, with the row that stays out and why', async () => {
    detail = await finish(town.lies, detail.id, 'trial')
    expect(detail).toMatchObject({ state: 'ready', answer: { imported: 2, rejectedRows: 1, unknown: [] } })
    expect(detail.answer?.rejected).toEqual([
      {
        ...{ row: 4, column: 'datum', field: 'received_on', value: '31/02/2016', reason: 'date_invalid' },
        message: 'Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 31/12/2015.',
      },
    ])
    const file = await town.lies.ask(`/api/v1/imports/${detail.id}/rejected.csv?language=nl`)
    expect(file.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Niet%20ingelezen%20uit%20hulpvragen.csv",
    )
    expect(await file.text()).toBe(
      'Rij;Kolom;Waarde;Reden\r\n4;datum;31/02/2016;Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 31/12/2015.\r\n',
    )
  })

  test('is remembered: the next file, and the command, ask nothing', async () => {
    const next = await takeColumns(town, await bring(town.lies, await readFile(unknownFile, 'utf8')))
    expect(await finish(town.lies, next.id, 'trial')).toMatchObject({
      state: 'ready',
      answer: { imported: 2, unknown: [] },
    })
    const command = accepted(
      await asActor(town.db, town.oostdijk.cli, async (tx) =>
        tryImport(tx, town.oostdijk.cli, {
          sheet: accepted(await openFile(unknownFile)),
          mapping: {},
          organizationId: town.oostdijk.welcomeHouse,
          fileName: 'x.csv',
          names: cldrNames(),
          timeZone: 'Europe/Brussels',
          now: new Date(),
        }),
      ),
    )
    expect(command).toMatchObject({ imported: 2, unknown: [] })
    const path = `/api/v1/import-mappings?organizationId=${town.oostdijk.welcomeHouse}`
    const { items } = await read(mappingsPage, town.lies.ask(path))
    expect(items.map(({ value, label }) => [value, label])).toEqual([
      ['poosje', '15'],
      ['Atlantis', null],
      ['Marroko', 'Marokko'],
    ])
    for (const { id } of items) {
      const gone = await town.lies.ask(`/api/v1/import-mappings/${id}`, { method: 'DELETE', body: {} })
      expect(gone.status).toBe(204)
    }
    const asked = await takeColumns(town, await bring(town.lies, await readFile(unknownFile, 'utf8')))
    expect(await finish(town.lies, asked.id, 'trial')).toMatchObject({ state: 'values' })
  })
})
