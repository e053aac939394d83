import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { retireDesk } from '../../src/db/city/desk-retirement-store.ts'
import { addDesk } from '../../src/db/city/desk-store.ts'
import { importRequests } from '../../src/db/import/import-store.ts'
import { correctRequest } from '../../src/db/request/request-correction-store.ts'
import { takeVoidingBack, voidRequest } from '../../src/db/request/request-voiding-store.ts'
import type { DeskId, HelpRequestId } from '../../src/domain/id.ts'
import { localDate } from '../../src/domain/local-date.ts'
import type { RequestChanges } from '../../src/domain/request/request-fact.ts'
import { openTestDatabase } from '../database.ts'
import { accepted, makeSheet, names } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let town: Town
let desk: DeskId

beforeAll(async () => {
  db = await openTestDatabase()
  town = await buildOostdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const day = localDate.parse
const now = new Date('2026-11-25T09:42:00Z')
const timeZone = 'Europe/Brussels'
const nadia = () => town.people.nadia.actor
const lies = () => town.people.lies.actor

const openDesk = async (name: string) => {
  desk = await asActor(db, town.cli, (tx) =>
    addDesk(tx, town.city.id, { organizationId: town.welcomeHouse, name, position: 1, hours: [] }),
  )
}
const retire = (lastDay: string, version = 1, at = new Date(now.getTime() + 1000)) =>
  asActor(db, lies(), (tx) => retireDesk(tx, lies(), desk, day(lastDay), { version, now: at }))
const voidOne = (id: HelpRequestId, version: number) =>
  asActor(db, nadia(), (tx) =>
    voidRequest(tx, nadia(), { id, version, reason: 'dubbel genoteerd', now, timeZone }),
  )
const takeBack = (id: HelpRequestId, version: number) =>
  asActor(db, nadia(), (tx) => takeVoidingBack(tx, nadia(), { id, version, now, timeZone }))
const correct = (id: HelpRequestId, changes: RequestChanges, version = 1) =>
  asActor(db, nadia(), (tx) => correctRequest(tx, nadia(), { id, version, changes, now, timeZone }))

/** Whoever is held up by somebody else's work, until `done`. */
async function waitsOrIs(done: () => boolean) {
  const waiting = sql<{ waits: boolean }>`select exists (select from pg_locks l
    where not l.granted and l.database = (select oid from pg_database where datname = current_database())) as waits`
  while (!done()) if ((await waiting.execute(db.app)).rows[0]?.waits) return
}

describe('after the last day of a desk', () => {
  test('a voided request does not come back, and does once the desk was open that day', async () => {
    await openDesk('Zeedijk')
    const id = await registerRequest(db, town, 'nadia', { desk, on: '2016-03-10' })
    await voidOne(id, 1)
    expect(await retire('2016-03-01')).toMatchObject({ lastDay: '2016-03-01' })
    expect(await takeBack(id, 2)).toMatchObject({
      refused: true,
      code: 'desk_retired',
      details: { date: '2016-03-01' },
    })
    expect(await retire('2016-03-10', 2)).toMatchObject({ lastDay: '2016-03-10' })
    expect(await takeBack(id, 2)).toMatchObject({ voided: null })
  })

  test('no request is moved by its day', async () => {
    await openDesk('Kaai')
    const id = await registerRequest(db, town, 'nadia', { desk, on: '2016-03-01' })
    await retire('2016-03-01')
    expect(await correct(id, { receivedOn: day('2016-03-02') })).toMatchObject({ code: 'desk_retired' })
    expect(await correct(id, { receivedOn: day('2016-02-29') })).toMatchObject({ receivedOn: '2016-02-29' })
    const both = { receivedOn: day('2016-03-02'), deskId: town.desk }
    expect(await correct(id, both, 2)).toMatchObject({ receivedOn: '2016-03-02', desk: { id: town.desk } })
  })

  test('rows of an import count, are listed with their day, and come back after a voiding', async () => {
    await openDesk('Vismijn')
    await retire('2016-03-01', 1, new Date(now.getTime() - 1000))
    const sheet = makeSheet([
      ['nr', 'datum', 'thema', 'plaats', 'toeleider'],
      ['1', '01/03/2016', 'Wonen', 'Vismijn', 'nadia'],
      ['2', '02/03/2016', 'Wonen', 'vismijn', 'nadia'],
      ['3', '02/03/2016', 'Wonen', 'Onthaalbureau', 'nadia'],
    ])
    const input = { sheet, names, mapping: {}, fileName: 'oud.csv', organizationId: town.welcomeHouse }
    const answer = accepted(
      await asActor(db, town.cli, (tx) => importRequests(tx, town.cli, { ...input, timeZone, now })),
    )
    expect(answer).toMatchObject({ imported: 3, rejected: [], newDesks: [] })
    expect(answer.closedDays).toEqual([{ date: '2016-03-02', rows: 1 }])
    const [late] = await asActor(db, nadia(), (tx) =>
      tx.selectFrom('help_request').select('id').where('import_row', '=', 3).execute(),
    )
    if (!late) throw new Error('the row is not there')
    await voidOne(late.id, 1)
    expect(await takeBack(late.id, 2)).toMatchObject({ voided: null, version: 3 })
  })
})

describe('a desk that retires in the same moment', () => {
  test.each(['a correction', 'a voiding that is taken back'])(
    'waits for %s, or is waited for',
    async (by) => {
      for (const first of ['request', 'desk'] as const) {
        await openDesk(`${by} ${first}`)
        const id = await registerRequest(db, town, 'nadia', {
          desk,
          on: by === 'a correction' ? '2016-03-01' : '2016-03-10',
        })
        if (by !== 'a correction') await voidOne(id, 1)
        const change = () => asActor(db, nadia(), (tx) => writeAs(tx))
        const writeAs = (tx: Parameters<typeof correctRequest>[0]) =>
          by === 'a correction'
            ? correctRequest(tx, nadia(), {
                id,
                version: 1,
                changes: { receivedOn: day('2016-03-10') },
                now,
                timeZone,
              })
            : takeVoidingBack(tx, nadia(), { id, version: 2, now, timeZone })
        let isDone = false
        const answers: unknown[] = []
        const note = (answer: unknown) => {
          isDone = true
          answers.push(answer)
        }
        const second = () => (first === 'request' ? retire('2016-03-01') : change()).then(note)
        let waiting: Promise<void> = Promise.resolve()
        await asActor(db, first === 'request' ? nadia() : lies(), async (tx) => {
          answers.push(
            first === 'request'
              ? await writeAs(tx)
              : await retireDesk(tx, lies(), desk, day('2016-03-01'), { version: 1, now }),
          )
          waiting = second()
          await waitsOrIs(() => isDone)
        })
        await waiting
        expect(answers).toEqual([
          expect.not.objectContaining({ refused: true }),
          expect.objectContaining({
            code: first === 'request' ? 'retirement_before_request' : 'desk_retired',
          }),
        ])
      }
    },
  )
})
