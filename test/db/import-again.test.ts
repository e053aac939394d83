import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database.ts'
import { makeSheet } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'
import { headings, importInto, requestsOf } from './sheet-import.ts'

// The same rows once more: which are new, which were there, which say something else now.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

describe('a spreadsheet of Oostdijk that comes again', () => {
  test('imports only what is new when it has grown, and names what has changed', async () => {
    const rows = [
      ['11', '02/11/2015', 'Wonen', 'Syrië', 'oudkomer', 'Onthaalbureau', 'zara', ''],
      ['12', '02/11/2015', 'Werk', 'Syrië', 'zonder wettig verblijf', 'Onthaalbureau', 'zara', ''],
      ['12', '02/11/2016', 'Werk', 'Syrië', 'oudkomer', 'Onthaalbureau', 'zara', ''],
    ]
    expect(await importInto(db, oostdijk, makeSheet([headings, ...rows]))).toMatchObject({ imported: 3 })
    const [first = [], second = [], third = []] = rows
    const grown = [
      ['13', ...first.slice(1)],
      first.map((cell) => cell.toUpperCase()),
      second.with(4, 'minderjarige'),
      third.with(2, 'Gezondheid'),
    ]
    const answer = await importInto(db, oostdijk, makeSheet([headings, ...grown]))
    expect(answer).toMatchObject({
      rows: 4,
      imported: 1,
      alreadyImported: 1,
      changed: [{ row: 4 }, { row: 5 }],
    })
    expect((await requestsOf(db, oostdijk, answer.importId)).map(({ import_row }) => import_row)).toEqual([2])
  })

  test('without numbers tells equal rows apart by counting them', async () => {
    const same = ['', '05/11/2015', 'Mobiliteit en weg vinden', 'Irak', '', 'Onthaalbureau', 'zara', '']
    const import3 = makeSheet([headings, same, same, same])
    expect(await importInto(db, oostdijk, import3)).toMatchObject({ imported: 3, alreadyImported: 0 })
    expect(await importInto(db, oostdijk, import3)).toMatchObject({ imported: 0, alreadyImported: 3 })
    expect(await importInto(db, oostdijk, makeSheet([headings, same, same, same, same]))).toMatchObject({
      imported: 1,
      alreadyImported: 3,
    })
  })

  test('without numbers, with a column that imports learned to read since: nothing comes in a second time', async () => {
    const rows = [
      ['16/11/2015', 'Wonen', 'OCMW'],
      ['16/11/2015', 'Wonen', ''],
    ]
    const unread = makeSheet([['datum', 'thema', 'naar waar'], ...rows])
    expect(await importInto(db, oostdijk, unread)).toMatchObject({
      imported: 2,
      ignoredColumns: ['naar waar'],
    })
    const learned = makeSheet([['datum', 'thema', 'verwezen naar'], ...rows, ['17/11/2015', 'Wonen', 'CAW']])
    expect(await importInto(db, oostdijk, learned)).toMatchObject({
      imported: 1,
      alreadyImported: 1,
      changed: [{ row: 2 }],
    })
    expect(await importInto(db, oostdijk, learned)).toMatchObject({ imported: 0, alreadyImported: 2 })
  })

  test('with tips and first visits that were not read before: nothing is new, what they say is shown beside it', async () => {
    const rows = [
      ['', '09/11/2015', 'Wonen', 'Irak'],
      ['', '09/11/2015', 'Wonen', 'Irak'],
    ]
    const known = headings.slice(0, 4)
    expect(await importInto(db, oostdijk, makeSheet([known, ...rows]))).toMatchObject({ imported: 2 })
    expect(await importInto(db, oostdijk, makeSheet([known, ...rows]))).toMatchObject({ alreadyImported: 2 })
    const more = ['gevraagd door', 'taalhulp', 'wijk', 'eerste keer', 'tip', 'citaat', 'citeren']
    const said = ['dochter', 'kind', 'Rabot-Noord', 'ja', 'Bel eerst', 'Hier luistert iemand.', 'ja']
    const grown = makeSheet([
      [...known, ...more],
      ...rows.map((row, at) => [...row, ...(at === 0 ? said : said.map(() => ''))]),
      ['', '10/11/2015', 'Werk', 'Irak', ...said],
    ])
    const answer = await importInto(db, oostdijk, grown)
    expect(answer).toMatchObject({
      imported: 1,
      alreadyImported: 1,
      changed: [{ row: 2 }],
      ignoredColumns: [],
    })
    const [fresh] = await requestsOf(db, oostdijk, answer.importId)
    expect(fresh).toMatchObject({
      asked_by: 'family',
      language_help: 'child',
      neighbourhood: 'Rabot-Noord',
      first_visit: true,
      tip: 'Bel eerst',
      own_words: 'Hier luistert iemand.',
      may_quote: true,
    })
    const [first, second] = await importInto(db, oostdijk, grown).then((again) => [
      again.imported,
      again.alreadyImported,
    ])
    expect([first, second]).toEqual([0, 2])
  })

  test('that was imported in Oostdijk is new in Westdijk', async () => {
    const sheet = makeSheet([headings, ['W21', '02/11/2015', 'Wonen', '', '', 'Onthaalbureau', 'zara', '']])
    expect(await importInto(db, oostdijk, sheet)).toMatchObject({ imported: 1 })
    expect(await importInto(db, westdijk, sheet)).toMatchObject({ imported: 1, newDesks: [], newGuides: [] })
    expect(await importInto(db, oostdijk, sheet)).toMatchObject({ imported: 0, alreadyImported: 1 })
  })

  test('imported twice at once comes in once', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => [
      `5${n}`,
      '02/11/2015',
      'Wonen',
      '',
      '',
      'Beurs',
      'zara',
      '',
    ])
    const sheet = makeSheet([headings, ...rows])
    const answers = await Promise.all([importInto(db, oostdijk, sheet), importInto(db, oostdijk, sheet)])
    expect(answers.map(({ imported }) => imported).sort()).toEqual([0, 50])
    expect(answers.map(({ newDesks }) => newDesks.length).sort()).toEqual([0, 1])
  })
})
