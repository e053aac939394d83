import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calendarPreview, observedHoliday } from '../../src/contract/calendar.ts'
import { closure } from '../../src/contract/closure.ts'
import { desk } from '../../src/contract/desk.ts'
import { problem } from '../../src/contract/problem.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { addDesk } from '../../src/db/city/desk-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { deskId } from '../../src/domain/id.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let westdijk: Town
let lies: Visitor
let tom: Visitor
let nadia: Visitor
let liesOfWestdijk: Visitor

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  for (const on of ['2016-03-01', '2016-03-02', '2016-03-03'])
    for (let i = 0; i < 20; i++) await registerRequest(db, oostdijk, 'nadia', { on })
  server = await openServer(db, { now: () => new Date('2026-11-25T10:00:00Z'), trustedProxies: 1 })
  const emails = ['lies@oostdijk', 'tom@oostdijk', 'nadia@oostdijk', 'lies@westdijk']
  const entered = await enterAll(
    db,
    server,
    emails.map((email) => `${email}.example.org`),
  )
  lies = entered('lies@oostdijk.example.org')
  tom = entered('tom@oostdijk.example.org')
  nadia = entered('nadia@oostdijk.example.org')
  liesOfWestdijk = entered('lies@westdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const put = (who: Visitor, path: string, body: unknown, version?: number) =>
  who.ask(`/api/v1/${path}`, {
    method: 'PUT',
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const remove = (who: Visitor, path: string, version: number) =>
  who.ask(`/api/v1/${path}`, { method: 'DELETE', body: {}, headers: { 'if-match': `"${version}"` } })
const codeOf = async (answer: Promise<Response>) => {
  const asked = await answer
  return [asked.status, (await read(problem, asked)).code]
}

const deskList = z.object({ items: z.array(desk), organizations: z.array(z.object({ name: z.string() })) })
const hours = (weekday: number, opens = '08:30', closes = '12:00') => ({ weekday, opens, closes })
const zeedijk = (changes = {}) => ({
  name: 'Zeedijk',
  organizationId: oostdijk.welcomeHouse,
  timetables: [{ from: '1900-01-01', spans: [hours(6), hours(6, '13:30', '16:00')] }],
  ...changes,
})

describe('a desk of Oostdijk', () => {
  const id = makeUuid()
  const path = `desks/${id}`

  test('is added once under the id of whoever adds it, and changed by its version', async () => {
    const added = await put(lies, path, zeedijk())
    expect([added.status, added.headers.get('etag')]).toEqual([201, '"1"'])
    expect((await put(lies, path, zeedijk())).status).toBe(200)
    expect(await codeOf(put(lies, path, zeedijk({ name: 'Kaai' })))).toEqual([409, 'id_taken'])
    expect(await codeOf(put(lies, `desks/${makeUuid()}`, zeedijk()))).toEqual([409, 'name_taken'])
    const changed = await put(tom, path, zeedijk({ name: 'Kaai' }), 1)
    expect(await read(desk, changed)).toMatchObject({ name: 'Kaai', version: 2 })
    expect(await codeOf(put(lies, path, zeedijk({ name: 'Haven' }), 1))).toEqual([412, 'version_stale'])
    expect(await codeOf(put(liesOfWestdijk, path, zeedijk({ name: 'Haven' }), 2))).toEqual([404, 'not_found'])
    const now = await read(desk, nadia.ask(`/api/v1/${path}`))
    expect(now.timetables[0]?.spans).toHaveLength(2)
    expect((await liesOfWestdijk.ask(`/api/v1/${path}`)).status).toBe(404)
  })

  test('refuses hours that overlap and a register number in its name', async () => {
    const overlapping = [{ from: '1900-01-01', spans: [hours(1), hours(1, '11:00', '13:00')] }]
    expect(await codeOf(put(lies, path, zeedijk({ timetables: overlapping }), 2))).toEqual([
      422,
      'hours_overlap',
    ])
    expect(await codeOf(put(lies, path, zeedijk({ name: '85.07.30-033.28' }), 2))).toEqual([
      422,
      'register_number',
    ])
  })

  test('retires after its last day, keeps its past, and comes back as it was', async () => {
    expect(await codeOf(put(lies, `${path}/retirement`, { lastDay: '2026-11-26' }, 2))).toEqual([
      422,
      'retirement_future',
    ])
    const retired = await read(desk, put(lies, `${path}/retirement`, { lastDay: '2026-10-31' }, 2))
    expect([retired.lastDay, retired.version]).toEqual(['2026-10-31', 3])
    const calendar = z.object({ days: z.array(z.object({ date: z.string(), open: z.boolean() })) })
    const saturdays = await read(calendar, nadia.ask('/api/v1/calendar?from=2026-10-31&to=2026-11-07'))
    expect(saturdays.days.filter(({ open }) => open).map(({ date }) => date)).toEqual([
      '2026-10-31',
      '2026-11-02',
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
      '2026-11-06',
    ])
    const back = await read(desk, remove(lies, `${path}/retirement`, 3))
    expect([back.lastDay, back.timetables]).toEqual([null, retired.timetables])
  })

  test('does not retire before a request that was noted there; the preview says so too, and to the administrator', async () => {
    const busy = makeUuid()
    await put(lies, `desks/${busy}`, zeedijk({ name: 'Zitdag met vragen' }))
    for (const on of ['2026-03-02', '2026-03-09'])
      await registerRequest(db, oostdijk, 'nadia', { desk: deskId.parse(busy), on })
    const retirement = (by: Visitor, lastDay: string) => put(by, `desks/${busy}/retirement`, { lastDay }, 1)
    const preview = (by: Visitor, lastDay: string) =>
      by.ask('/api/v1/calendar/previews', {
        method: 'POST',
        body: { kind: 'retirement', id: busy, lastDay },
      })
    for (const by of [lies, tom]) {
      expect(await codeOf(retirement(by, '2026-03-08'))).toEqual([422, 'retirement_before_request'])
      expect(await codeOf(preview(by, '2026-03-08'))).toEqual([422, 'retirement_before_request'])
    }
    const said = await read(problem, retirement(tom, '2026-03-08'))
    expect(said.title).toContain('9 maart 2026')
    expect((await preview(tom, '2026-03-09')).status).toBe(200)
    expect((await read(desk, retirement(tom, '2026-03-09'))).lastDay).toBe('2026-03-09')
  })

  test('has no hours yet when an import made it', async () => {
    const organizationId = oostdijk.welcomeHouse
    await asActor(db, oostdijk.cli, (tx) =>
      addDesk(tx, oostdijk.city.id, { organizationId, name: 'Ingelezen', position: 9, hours: [] }),
    )
    const { items, organizations } = await read(deskList, nadia.ask('/api/v1/desks'))
    expect(items.find(({ name }) => name === 'Ingelezen')?.timetables).toEqual([])
    expect(organizations.map(({ name }) => name)).toEqual(['Onthaal Oostdijk', 'School Oostdijk'])
  })

  test('stands where the coordinator puts it; a list that misses one is refused', async () => {
    const names = async () => (await read(deskList, lies.ask('/api/v1/desks'))).items.map(({ name }) => name)
    const ids = (await read(deskList, lies.ask('/api/v1/desks'))).items.map((item) => item.id)
    const before = await names()
    expect((await put(lies, 'desk-order', { ids: ids.toReversed() })).status).toBe(204)
    expect(await names()).toEqual(before.toReversed())
    expect(await codeOf(put(lies, 'desk-order', { ids: ids.slice(1) }))).toEqual([
      422,
      'desk_order_incomplete',
    ])
  })

  test('added twice in the same moment is there once; two changes of one version leave one', async () => {
    const race = makeUuid()
    const content = zeedijk({ name: 'Wedloop' })
    const added = await Promise.all([1, 2, 3, 4].map(() => put(lies, `desks/${race}`, content)))
    expect(added.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    const changed = await Promise.all(
      ['Wedloop A', 'Wedloop B', 'Wedloop C'].map((name) => put(lies, `desks/${race}`, zeedijk({ name }), 1)),
    )
    expect(changed.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  })
})

const closureList = z.object({
  closures: z.array(closure),
  months: z.array(z.object({ openingDays: z.int() })),
})
const inMarch = (who: Visitor) => read(closureList, who.ask('/api/v1/calendar?from=2016-03-01&to=2016-03-31'))

describe('a closure of Oostdijk', () => {
  const id = makeUuid()
  const path = `calendar/closures/${id}`
  const training = { deskId: null, from: '2016-03-07', to: '2016-03-08', reason: 'vorming' }

  test('is previewed as it then is: days, averages, and nothing written', async () => {
    const change = { kind: 'closure', id, closure: training }
    const asked = { method: 'POST', body: change }
    const preview = await read(calendarPreview, lies.ask('/api/v1/calendar/previews', asked))
    // Four Saturdays of the desk that the tests above added.
    expect(preview.months).toEqual([
      {
        month: '2016-03',
        requests: 60,
        before: { openingDays: 27, perOpeningDay: 2.2 },
        after: { openingDays: 25, perOpeningDay: 2.4 },
      },
    ])
    expect((await inMarch(lies)).closures).toEqual([])
    // The admin settles hours, but live figures are for the coordinator.
    const named = await read(calendarPreview, tom.ask('/api/v1/calendar/previews', asked))
    expect(named.months.map(({ requests, after }) => [requests, after.perOpeningDay])).toEqual([[null, null]])

    expect((await put(lies, path, training)).status).toBe(201)
    const months = preview.months.map(({ after }) => after)
    const live = await read(halfYearReport, lies.ask('/api/v1/reports/live?from=2016-03-01&to=2016-03-31'))
    expect(live.months.map(({ openingDays, perOpeningDay }) => ({ openingDays, perOpeningDay }))).toEqual(
      months,
    )
  })

  test('is seen by everybody at work, in the own town only', async () => {
    expect((await inMarch(nadia)).closures.map(({ reason }) => reason)).toEqual(['vorming'])
    expect((await inMarch(liesOfWestdijk)).closures).toEqual([])
    expect((await remove(liesOfWestdijk, path, 1)).status).toBe(404)
  })

  test('is repeated in peace, overlaps with no other of the same desks, and is edited by version', async () => {
    expect((await put(lies, path, training)).status).toBe(200)
    const other = `calendar/closures/${makeUuid()}`
    expect(await codeOf(put(lies, other, { ...training, from: '2016-03-01' }))).toEqual([
      422,
      'closure_overlaps',
    ])
    expect((await put(lies, other, { ...training, deskId: oostdijk.desk })).status).toBe(201)
    expect(await codeOf(put(lies, other, { ...training, deskId: westdijk.desk }, 1))).toEqual([
      404,
      'not_found',
    ])
    const edited = { ...training, to: '2016-03-09' }
    expect(await read(closure, put(lies, path, edited, 1))).toMatchObject({ to: '2016-03-09', version: 2 })
    expect(await codeOf(put(lies, path, training, 1))).toEqual([412, 'version_stale'])
    expect(await codeOf(put(lies, path, { ...training, to: '2016-03-01' }, 2))).toEqual([
      422,
      'period_invalid',
    ])
    expect(await codeOf(put(lies, path, { ...training, to: '2018-03-01' }, 2))).toEqual([
      422,
      'span_too_long',
    ])
  })

  test('goes away when it was wrong, and comes back by the same id', async () => {
    expect(await codeOf(remove(lies, path, 1))).toEqual([412, 'version_stale'])
    expect((await remove(lies, path, 2)).status).toBe(204)
    expect((await remove(lies, path, 2)).status).toBe(404)
    expect((await put(lies, path, training)).status).toBe(201)
    const events = await asActor(db, oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').select(['event', 'details']).where('subject_id', '=', id).execute(),
    )
    expect(events.map(({ event }) => event).sort()).toEqual([
      'closure.added',
      'closure.added',
      'closure.changed',
      'closure.removed',
    ])
    expect(JSON.stringify(events)).not.toContain('vorming')
  })

  test('of three weeks opens on one day in one change, as the preview said, and closes again', async () => {
    const summer = { deskId: null, from: '2016-07-11', to: '2016-07-29', reason: 'zomersluiting' }
    const summerPath = `calendar/closures/${makeUuid()}`
    const summerId = summerPath.split('/').at(-1)
    expect(await read(closure, put(lies, summerPath, summer))).toMatchObject({ openOn: [], version: 1 })
    const opened = { ...summer, openOn: ['2016-07-20'] }
    const asked = { method: 'POST', body: { kind: 'closure', id: summerId, closure: opened } }
    const { months } = await read(calendarPreview, lies.ask('/api/v1/calendar/previews', asked))
    expect(months.map(({ before, after }) => after.openingDays - before.openingDays)).toEqual([1])
    expect(await read(closure, put(lies, summerPath, opened, 1))).toMatchObject({ ...opened, version: 2 })
    const days = async () => {
      const calendar = z.object({ days: z.array(z.object({ date: z.string(), open: z.boolean() })) })
      const answer = await read(calendar, nadia.ask('/api/v1/calendar?from=2016-07-18&to=2016-07-22'))
      return answer.days.filter(({ open }) => open).map(({ date }) => date)
    }
    expect(await days()).toEqual(['2016-07-20'])
    // On the day that is open another reason may close it.
    const strike = { deskId: null, from: '2016-07-20', to: '2016-07-20', reason: 'staking' }
    const strikePath = `calendar/closures/${makeUuid()}`
    expect((await put(lies, strikePath, strike)).status).toBe(201)
    expect(await codeOf(put(lies, summerPath, summer, 2))).toEqual([422, 'closure_overlaps'])
    expect((await remove(lies, strikePath, 1)).status).toBe(204)
    expect(await codeOf(put(lies, summerPath, { ...opened, openOn: ['2016-08-01'] }, 2))).toEqual([
      422,
      'open_day_outside',
    ])
    expect((await put(lies, summerPath, summer, 2)).status).toBe(200)
    expect(await days()).toEqual([])
  })

  test('begins and ends on a closed day, so that nobody meets a day of it that is open', async () => {
    const days = { deskId: null, from: '2027-03-01', to: '2027-03-10', reason: 'verbouwing' }
    for (const openOn of [['2027-03-01'], ['2027-03-10'], ['2027-03-05', '2027-03-10']]) {
      const edge = read(problem, put(lies, `calendar/closures/${makeUuid()}`, { ...days, openOn }))
      expect(await edge).toMatchObject({
        status: 422,
        code: 'open_day_outside',
        fields: [{ path: 'openOn' }],
      })
    }
    const open = { ...days, openOn: ['2027-03-02'] }
    expect((await put(lies, `calendar/closures/${makeUuid()}`, open)).status).toBe(201)
    const others = ['2027-03-01', '2027-03-02'].map((on) =>
      put(lies, `calendar/closures/${makeUuid()}`, { ...days, from: on, to: on }),
    )
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([422, 201])
  })

  test('made twice in the same moment under two ids is there once', async () => {
    const day = { deskId: null, from: '2016-04-04', to: '2016-04-04', reason: 'staking' }
    const made = await Promise.all([1, 2, 3].map(() => put(lies, `calendar/closures/${makeUuid()}`, day)))
    expect(made.map(({ status }) => status).sort()).toEqual([201, 422, 422])
  })
})

test('an event is noted, changed and taken away by the coordinator, and carries no register number', async () => {
  const path = `calendar/events/${makeUuid()}`
  const illness = { from: '2016-03-10', to: '2016-03-24', title: 'ziekte van een collega' }
  expect((await put(lies, path, illness)).status).toBe(201)
  expect((await put(lies, path, illness)).status).toBe(200)
  expect((await put(nadia, path, illness)).status).toBe(403)
  expect(await codeOf(put(lies, path, { ...illness, title: 'ziekte 85.07.30-033.28' }, 1))).toEqual([
    422,
    'register_number',
  ])
  expect((await put(lies, path, { ...illness, to: '2016-03-31' }, 1)).status).toBe(200)
  const listed = z.object({ events: z.array(z.object({ title: z.string(), to: z.string() })) })
  const { events } = await read(listed, nadia.ask('/api/v1/calendar?from=2016-03-20&to=2016-03-20'))
  expect(events).toEqual([{ title: 'ziekte van een collega', to: '2016-03-31' }])
  expect((await remove(lies, path, 2)).status).toBe(204)
})

test('a holiday that Oostdijk keeps from 2016 on closes it then and not before, and Westdijk never', async () => {
  const holidays = z.object({ items: z.array(observedHoliday) })
  const listed = async (who: Visitor) =>
    (await read(holidays, who.ask('/api/v1/calendar/holidays?year=2016'))).items
  expect(await listed(lies)).toHaveLength(11)
  expect((await listed(lies)).find(({ code }) => code === 'easter_monday')).toEqual({
    code: 'easter_monday',
    on: '2016-03-28',
    years: [],
    version: 0,
  })
  const path = 'calendar/holidays/easter_monday'
  const years = [{ first: 2016, last: null }]
  expect((await put(lies, path, { years }, 0)).status).toBe(200)
  expect(await codeOf(put(tom, path, { years: [] }, 0))).toEqual([412, 'version_stale'])
  const open = z.object({ days: z.array(z.object({ open: z.boolean(), holiday: z.string().nullable() })) })
  const on = async (who: Visitor, day: string) =>
    (await read(open, who.ask(`/api/v1/calendar?from=${day}&to=${day}`))).days[0]
  expect(await on(nadia, '2016-03-28')).toEqual({ open: false, holiday: 'easter_monday' })
  expect(await on(nadia, '2015-04-06')).toEqual({ open: true, holiday: null })
  expect(await on(liesOfWestdijk, '2016-03-28')).toEqual({ open: true, holiday: null })
})

test('a calendar shows at most two years, and says so', async () => {
  expect(await codeOf(lies.ask('/api/v1/calendar?from=2014-01-01&to=2016-12-31'))).toEqual([
    422,
    'view_too_long',
  ])
  expect(await codeOf(lies.ask('/api/v1/calendar?from=2016-02-01&to=2016-01-01'))).toEqual([
    422,
    'period_invalid',
  ])
})
