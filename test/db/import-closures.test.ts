import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { readCityCalendar } from '../../src/db/city/calendar-store.ts'
import { importClosures } from '../../src/db/import/import-closure-store.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { refuse } from '../../src/domain/refusal.ts'
import { openTestDatabase } from '../database.ts'
import { accepted, makeSheet } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const importInto = async (town: Town, sheet: ReturnType<typeof makeSheet>) =>
  asActor(db, town.cli, (tx) => importClosures(tx, town.cli, sheet))

const closuresOf = (town: Town) =>
  asActor(db, town.cli, async (tx) => {
    const year = { from: localDate.parse('2015-01-01'), to: localDate.parse('2016-12-31') }
    const { closures } = await readCityCalendar(tx, year)
    return closures.toSorted((a, b) => `${a.closedOn}${a.deskId}`.localeCompare(`${b.closedOn}${b.deskId}`))
  })

describe('the closed days of Oostdijk', () => {
  test('come in once, for one desk or for all, and not in Westdijk', async () => {
    const sheet = makeSheet([
      ['datum', 'reden', 'plaats'],
      ['24/12/2015', 'eindejaar', ''],
      ['2015-12-28', 'verbouwing', 'ONTHAALBUREAU'],
      ['', '', ''],
      ['32/12/2015', 'brugdag', ''],
      ['29/12/2015', 'brugdag', 'Zeedijk'],
    ])
    const rejected = [
      { row: 5, column: 'datum', field: 'date', value: '32/12/2015', reason: 'date_invalid' },
      { row: 6, column: 'plaats', field: 'desk', value: 'Zeedijk', reason: 'desk_unknown' },
    ]
    expect(await importInto(oostdijk, sheet)).toEqual({ rows: 4, imported: 2, alreadyImported: 0, rejected })
    expect(await importInto(oostdijk, sheet)).toEqual({ rows: 4, imported: 0, alreadyImported: 2, rejected })
    expect(await closuresOf(oostdijk)).toEqual([
      { closedOn: '2015-12-24', deskId: null, reason: 'eindejaar' },
      { closedOn: '2015-12-28', deskId: oostdijk.desk, reason: 'verbouwing' },
    ])
    expect(await closuresOf(westdijk)).toEqual([])
  })

  test('stay as they were when the file breaks off', async () => {
    const whole = makeSheet([
      ['datum', 'reden'],
      ['01/02/2016', 'vorming'],
    ])
    const before = await closuresOf(oostdijk)
    const answer = await importInto(oostdijk, {
      headings: whole.headings,
      async *rows() {
        yield* whole.rows()
        yield refuse('file_cut_off', { line: 3 })
      },
    })
    expect(answer).toMatchObject({ code: 'file_cut_off' })
    expect(await closuresOf(oostdijk)).toEqual(before)
  })

  test('need a date and a reason', async () => {
    expect(await importInto(oostdijk, makeSheet([['datum']]))).toMatchObject({
      code: 'reason_column_missing',
    })
    expect(accepted(await importInto(westdijk, makeSheet([['date', 'motif']])))).toMatchObject({ rows: 0 })
  })
})
