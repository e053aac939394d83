import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { importRequests, tryImport } from '../../src/db/import/import-store.ts'
import { openSheet } from '../../src/documents/sheet/sheet-file.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { openTestDatabase } from '../database.ts'
import { fileInMemory } from '../documents/file-in-memory.ts'
import { accepted, makeSheet } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'
import { countIn, headings, importInto, inputOf, requestsOf } from './sheet-import.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

describe('a spreadsheet of Oostdijk', () => {
  test('brings its help requests, desks and guides to Oostdijk and nothing to Westdijk', async () => {
    const before = await countIn(db, westdijk)
    const answer = await importInto(
      db,
      oostdijk,
      makeSheet([
        headings,
        [
          '1',
          '02/11/2015',
          'Wonen',
          'Oekraine',
          'nieuwkomer',
          'Onthaalbureau',
          'Nadia',
          'geluisterd | getelefoneerd',
        ],
        ['2', '03/11/2015', 'Werk', 'Marokko', 'zonder wettig verblijf', 'Wijkhuis', 'Toeleider A', ''],
        ['3', '07/11/2015', 'dringende medische hulp (DMH)', '', '', 'wijkhuis', '', ''],
      ]),
    )
    expect(answer).toMatchObject({
      rows: 3,
      imported: 3,
      alreadyImported: 0,
      changed: [],
      rejected: [],
      unknown: [],
      newDesks: ['Wijkhuis'],
      newGuides: ['Toeleider A', 'Onthaal Oostdijk'],
      closedDays: [{ date: '2015-11-07', rows: 1 }],
    })
    const [first, second, third] = await requestsOf(db, oostdijk, answer.importId)
    expect(first).toMatchObject({
      received_on: '2015-11-02',
      received_at: new Date('2015-11-02T11:00:00Z'),
      time_known: false,
      theme: 'housing',
      nationality: 'UA',
      status: 'newcomer',
      desk: 'Onthaalbureau',
      guide: 'nadia',
      actions: ['listen', 'phone'],
      minutes: null,
      import_row: 2,
      organization_id: oostdijk.welcomeHouse,
    })
    expect(second).toMatchObject({ status: 'not_asked', sensitiveStatus: 'no_legal_stay', desk: 'Wijkhuis' })
    expect(third).toMatchObject({
      theme: 'health',
      sub_theme: null,
      sensitiveSubTheme: 'health.urgent_medical_aid',
    })
    expect(third).toMatchObject({ desk: 'Wijkhuis', guide: 'Onthaal Oostdijk' })
    expect(await countIn(db, westdijk)).toEqual(before)
  })

  test('with one unknown value writes nothing at all, until somebody says what it means', async () => {
    const sheet = makeSheet([
      headings,
      ['31', '02/11/2015', 'Wonen', 'Atlantis', '', 'Nieuw loket', 'Nieuwe gids', ''],
      ['32', '02/11/2015', 'Wonen', 'ATLANTIS', '', 'Onthaalbureau', 'zara', 'gezwaaid'],
      ['33', '02/11/2015', 'Wonen', 'Marroko', 'zonder wetig verblijf', 'Onthaalbureau', 'zara', ''],
      ['34', '02/11/2015', 'Wonen', 'Marokko', '', 'Onthaalbureau', 'zara', ''],
      ['35', '99/11/2015', 'Wonen', 'Lemurië', '', 'Onthaalbureau', 'zara', ''],
    ])
    const before = await countIn(db, oostdijk)
    const answer = await importInto(db, oostdijk, sheet)
    expect(answer).toMatchObject({
      importId: null,
      rows: 5,
      imported: 0,
      rejected: [{ row: 6, reason: 'date_invalid' }],
      unknown: [
        { column: 'nationaliteit', field: 'nationality', value: 'Atlantis', count: 2, suggestions: [] },
        { column: 'nationaliteit', field: 'nationality', value: 'Marroko', count: 1, suggestions: ['MA'] },
        { column: 'statuut', field: 'status', value: 'zonder wetig verblijf', count: 1, suggestions: [] },
        { column: 'acties', field: 'actions', value: 'gezwaaid', count: 1 },
      ],
    })
    expect(await countIn(db, oostdijk)).toEqual(before)
    const mapping = {
      nationality: { Atlantis: null, Marroko: 'MA' },
      actions: { gezwaaid: 'listen' },
      status: { 'zonder wetig verblijf': 'no_legal_stay' },
    }
    const settled = await importInto(db, oostdijk, sheet, { mapping })
    expect(settled).toMatchObject({ imported: 4, rejected: [{ row: 6 }], unknown: [] })
    const requests = await requestsOf(db, oostdijk, settled.importId)
    expect(requests.map(({ nationality }) => nationality)).toEqual(['unknown', 'unknown', 'MA', 'MA'])
    expect(requests[2]).toMatchObject({ status: 'not_asked', sensitiveStatus: 'no_legal_stay' })
  })

  test('tried out says the same as importing it, and writes nothing', async () => {
    const sheet = makeSheet([headings, ['41', '02/11/2015', 'Wonen', '', '', 'Proefloket', 'Proefgids', '']])
    const before = await countIn(db, oostdijk)
    const tried = await asActor(db, oostdijk.cli, (tx) =>
      tryImport(tx, oostdijk.cli, inputOf(oostdijk, sheet)),
    )
    expect(tried).toMatchObject({
      importId: null,
      imported: 1,
      newDesks: ['Proefloket'],
      newGuides: ['Proefgids'],
    })
    expect(await countIn(db, oostdijk)).toEqual(before)
    expect({ ...(await importInto(db, oostdijk, sheet)), importId: null }).toEqual(tried)
  })

  test('whose file breaks off is refused whole', async () => {
    const text = 'datum;thema\n02/11/2015;Wonen\n03/11/2015;"Wonen'
    const sheet = await openSheet(fileInMemory(text))
    expect(sheet).toMatchObject({ code: 'file_cut_off' })
  })

  test('leaves a trace with counts and without words', async () => {
    const answer = await importInto(
      db,
      oostdijk,
      makeSheet([headings, ['61', '02/11/2015', 'Wonen', '', '', 'Onthaalbureau', 'zara', '']]),
    )
    const events = await asActor(db, oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').selectAll().where('event', '=', 'requests.imported').execute(),
    )
    const event = events.find(({ subject_id }) => subject_id === answer.importId)
    expect(event).toMatchObject({ actor_kind: 'cli', details: { rows: 1, imported: 1, rejected: 0 } })
  })
})

test('a guide of Oostdijk cannot import, a coordinator can when every name is known', async () => {
  const sheet = makeSheet([headings, ['71', '02/11/2015', 'Wonen', '', '', 'Onthaalbureau', 'zara', '']])
  const importAs = (actor: Actor) =>
    asActor(db, actor, (tx) => importRequests(tx, actor, inputOf(oostdijk, sheet)))
  const { nadia, lies } = oostdijk.people
  expect(await importAs(nadia.actor)).toMatchObject({ code: 'import_right_lost' })
  // Nor is there a way round: who works as a guide, the database takes nothing from.
  await expect(importAs({ ...lies.actor, roles: ['guide'] })).rejects.toThrow(/row-level security/)
  expect(await importAs(lies.actor)).toMatchObject({ imported: 1 })
})

test('the demo file needs no mapping: 866 rows come in, and the second time none', async () => {
  const bytes = await readFile(new URL('../../demo/help-requests.csv', import.meta.url))
  const sheet = accepted(await openSheet(fileInMemory(bytes)))
  const before = await countIn(db, oostdijk)
  const none = { changed: [], rejected: [], unknown: [], ignoredColumns: [] }
  expect(await importInto(db, westdijk, sheet)).toMatchObject({
    rows: 866,
    imported: 866,
    alreadyImported: 0,
    newDesks: ['Stadhuis'],
    newGuides: ['Toeleider B', 'Toeleider A'],
    ...none,
  })
  expect(await importInto(db, westdijk, sheet)).toMatchObject({
    rows: 866,
    imported: 0,
    alreadyImported: 866,
    ...none,
  })
  expect(await countIn(db, oostdijk)).toEqual(before)
})
