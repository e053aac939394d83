import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { presenceDay } from '../../src/contract/presence.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { eraseRosters } from '../../src/db/people/roster-erasure-store.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { rightsOf } from '../../src/domain/people/right.ts'
import { read } from '../open-server.ts'
import { type PersonName, personNames } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

// A Wednesday, 10.30 in the morning. Koen coaches Nadia; Zara has no coach; Samira is of the school.
const now = new Date('2026-11-25T09:30:00Z')
const here = twoTowns({ now: () => now })
type TownName = keyof typeof here.towns

const presence = z.strictObject({ days: z.array(presenceDay.strict()) })
const roster = z.object({
  memberId: z.string(),
  name: z.string(),
  languages: z.array(z.string()),
  weeks: z.array(z.object({ from: z.string(), spans: z.array(z.unknown()) })),
  absences: z.array(z.unknown()),
  version: z.int(),
})
const spanAt = (weekday: number, town: TownName = 'oostdijk', closes = '12:30') => ({
  weekday,
  deskId: here.towns[town].desk,
  opens: '09:00',
  closes,
})
const weekOf = (weekdays: readonly number[], town: TownName = 'oostdijk', closes = '12:30') => ({
  from: '2026-11-01',
  spans: weekdays.map((weekday) => spanAt(weekday, town, closes)),
})
const content = (weekdays: readonly number[], others: object = {}, town: TownName = 'oostdijk') => ({
  languages: [],
  weeks: [weekOf(weekdays, town)],
  absences: [],
  ...others,
})
const pathOf = (whose: PersonName | undefined, town: TownName = 'oostdijk') =>
  whose ? `/api/v1/members/${here.towns[town].people[whose].id}/roster` : '/api/v1/roster'
const put = async (
  by: PersonName,
  body: object,
  {
    whose,
    town = 'oostdijk' as TownName,
    version,
  }: {
    whose?: PersonName
    town?: TownName
    version?: number
  } = {},
) => {
  const path = pathOf(whose, town)
  const known = version ?? (await read(roster, here.as(by, town).ask(path))).version
  return here.as(by, town).ask(path, { method: 'PUT', body, headers: { 'if-match': `"${known}"` } })
}
const codeOf = async (answer: Promise<Response>) => (await read(problem, answer)).code
const presenceFor = async (person: PersonName, town: TownName = 'oostdijk') =>
  (await read(presence, here.as(person, town).ask('/api/v1/presence'))).days
const namesIn = (days: z.infer<typeof presence>['days']) =>
  days.map(({ desks }) => desks.flatMap(({ seats }) => seats.map(({ name }) => name)))

describe('one’s own week', () => {
  test('is kept once a version, and what is over is forgotten at once', async () => {
    const visitor = here.as('nadia')
    const first = await visitor.ask('/api/v1/roster')
    expect([first.headers.get('etag'), roster.parse(await first.json()).version]).toEqual(['"0"', 0])
    const said = content([1, 2, 3, 4, 5], {
      languages: ['rus', 'nld', 'rus'],
      absences: [
        { from: '2026-11-26', to: '2026-11-26' },
        { from: '2026-11-02', to: '2026-11-20' },
      ],
    })
    const kept = roster.parse(await (await put('nadia', said, { version: 0 })).json())
    expect(kept).toMatchObject({ languages: ['rus', 'nld'], absences: [{ from: '2026-11-26' }], version: 1 })
    // The same again does no harm; another device that saw an older week does not overwrite in silence.
    expect((await put('nadia', said, { version: 0 })).status).toBe(200)
    expect(await codeOf(put('nadia', content([1]), { version: 0 }))).toBe('version_stale')
    expect((await put('nadia', content([1]), { version: 7 })).status).toBe(412)
    expect(await read(roster, visitor.ask('/api/v1/roster'))).toEqual(kept)
  })

  test('that cannot be is refused by name', async () => {
    const wrong = (others: object) => codeOf(put('zara', content([1], others)))
    expect(await wrong({ weeks: [weekOf([1], 'westdijk')] })).toBe('desk_unknown')
    expect(await wrong({ weeks: [{ from: '2026-11-01', spans: [spanAt(1), spanAt(1)] }] })).toBe(
      'hours_overlap',
    )
    expect(await wrong({ languages: ['klingon'] })).toBe('code_unknown')
    expect(await wrong({ absences: [{ from: '2026-12-02', to: '2026-12-01' }] })).toBe('period_invalid')
    expect(await wrong({ absences: [{ from: '2026-12-01', to: '2026-12-02', reason: 'ziek' }] })).toBe(
      'invalid_input',
    )
  })
})

describe('who sits where', () => {
  test('is seen by whoever works at a desk of the city, of other organisations too, and by nobody next door', async () => {
    await put('zara', content([3, 4], { languages: ['ara'] }))
    await put('samira', content([3], { languages: ['fra'] }))
    await put('nadia', content([3], { languages: ['rus'] }, 'westdijk'), { town: 'westdijk' })
    for (const town of ['oostdijk', 'westdijk'] as const)
      for (const person of personNames) {
        const may = rightsOf(here.towns[town].people[person].actor.roles).includes('presence.read')
        const answer = await here.as(person, town).ask('/api/v1/presence')
        expect([town, person, answer.status]).toEqual([town, person, may ? 200 : 403])
        const rows = await asActor(here.db, here.towns[town].people[person].actor, (tx) =>
          tx.selectFrom('roster').select(['id', 'city_id']).execute(),
        )
        const known = may || person === 'tom' ? (town === 'oostdijk' ? 3 : 1) : 0
        expect([town, person, rows.length]).toEqual([town, person, known])
        if (may)
          expect(new Set(namesIn(presence.parse(await answer.json()).days).flat())).toEqual(
            new Set(town === 'oostdijk' ? ['nadia', 'zara', 'samira'] : ['nadia']),
          )
      }
  })

  test('says from when till when, what they speak and who is there now, and nothing else', async () => {
    const [today, tomorrow] = await presenceFor('samira')
    expect(today).toMatchObject({ date: '2026-11-25', open: true, because: null })
    expect(today?.desks).toEqual([
      {
        id: here.towns.oostdijk.desk,
        name: 'Onthaalbureau',
        seats: [
          { name: 'nadia', opens: '09:00', closes: '12:30', languages: ['rus', 'nld'], isHere: true },
          { name: 'samira', opens: '09:00', closes: '12:30', languages: ['fra'], isHere: true },
          { name: 'zara', opens: '09:00', closes: '12:30', languages: ['ara'], isHere: true },
        ],
      },
    ])
    expect(tomorrow?.desks[0]?.seats).toEqual([
      { name: 'zara', opens: '09:00', closes: '12:30', languages: ['ara'], isHere: false },
    ])
  })

  test('tells which language nobody speaks on which day: Nadia is away on Thursday, so nobody Russian', async () => {
    const days = await presenceFor('lies')
    expect(days.map(({ date, unspoken }) => [date, unspoken])).toEqual([
      ['2026-11-25', []],
      ['2026-11-26', ['fra', 'rus']],
      ['2026-11-27', ['ara', 'fra']],
      ['2026-11-28', []],
      ['2026-11-29', []],
      ['2026-11-30', ['ara', 'fra']],
      ['2026-12-01', ['ara', 'fra']],
    ])
  })

  test('on a closed day says why', async () => {
    const closure = here.as('lies', 'westdijk').ask(`/api/v1/calendar/closures/${crypto.randomUUID()}`, {
      method: 'PUT',
      body: { from: '2026-11-25', to: '2026-11-25', openOn: [], deskId: null, reason: 'brugdag' },
    })
    expect((await closure).status).toBe(201)
    const [today] = await presenceFor('nadia', 'westdijk')
    expect(today).toMatchObject({
      open: false,
      because: 'closure',
      reason: 'brugdag',
      desks: [],
      unspoken: [],
    })
  })
})

describe('the week of somebody else', () => {
  test('is read and kept by the coordinator, the administrator and the coach of the team, here and not next door', async () => {
    for (const by of personNames)
      for (const whose of ['nadia', 'zara', 'samira', 'pieter'] as const) {
        const isOfTeam = by === 'koen' && whose === 'nadia'
        const may = whose !== 'pieter' && (['lies', 'tom'].includes(by) || isOfTeam)
        const isAsked = rightsOf(here.towns.oostdijk.people[by].actor.roles).includes('rosters.change')
        const answer = await here.as(by).ask(pathOf(whose))
        expect([by, whose, answer.status]).toEqual([by, whose, may ? 200 : isAsked ? 404 : 403])
        const kept = here.as(by).ask(pathOf(whose), {
          method: 'PUT',
          body: content([1, 2, 3], { languages: [by === 'tom' ? 'tur' : 'rus'] }),
          headers: { 'if-match': `"${may ? roster.parse(await answer.json()).version : 0}"` },
        })
        expect([by, whose, (await kept).status]).toEqual([by, whose, may ? 200 : isAsked ? 404 : 403])
        expect((await here.as(by, 'westdijk').ask(pathOf(whose))).status).toBe(isAsked ? 404 : 403)
      }
  })

  test('the list says whose: for a coach the team, for coordinator and administrator everybody at a desk', async () => {
    const list = z.object({
      items: z.array(z.strictObject({ memberId: z.string(), name: z.string(), organization: z.string() })),
    })
    const listed = async (by: PersonName) =>
      (await read(list, here.as(by).ask('/api/v1/rosters'))).items.map(({ name }) => name)
    expect(await listed('koen')).toEqual(['koen', 'nadia'])
    expect(await listed('lies')).toEqual(['koen', 'lies', 'nadia', 'samira', 'zara'])
    expect(await listed('tom')).toEqual(['koen', 'lies', 'nadia', 'samira', 'zara'])
  })

  test('is not written past the routes either', async () => {
    const { people, city } = here.towns.oostdijk
    const write = (by: PersonName, whose: PersonName) =>
      asActor(here.db, people[by].actor, (tx) =>
        tx
          .updateTable('roster')
          .set({ languages: ['fra'] })
          .where('id', '=', people[whose].id)
          .executeTakeFirstOrThrow(),
      ).then(({ numUpdatedRows }) => Number(numUpdatedRows))
    expect([
      await write('nadia', 'zara'),
      await write('koen', 'zara'),
      await write('pieter', 'zara'),
    ]).toEqual([0, 0, 0])
    expect([await write('koen', 'nadia'), await write('lies', 'zara')]).toEqual([1, 1])
    const forged = asActor(here.db, people.nadia.actor, (tx) =>
      tx.insertInto('roster').values({ city_id: city.id, id: people.koen.id, version: 1 }).execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })

  test('changed by two at once is changed by one, and the other hears of it', async () => {
    const { version } = await read(roster, here.as('zara').ask('/api/v1/roster'))
    const both = await Promise.all([
      put('zara', content([1]), { version }),
      put('lies', content([2]), { whose: 'zara', version }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

test('past weeks and absences go by themselves, and with whoever leaves all of it', async () => {
  const { oostdijk } = here.towns
  await put('nadia', {
    languages: ['rus'],
    weeks: [weekOf([1]), { ...weekOf([2]), from: '2026-12-01' }],
    absences: [
      { from: '2026-11-25', to: '2026-11-27' },
      { from: '2026-12-24', to: '2026-12-31' },
    ],
  })
  const kept = () =>
    asActor(here.db, oostdijk.people.lies.actor, (tx) =>
      tx
        .selectFrom('roster')
        .select(['weeks', 'absences', 'version'])
        .where('id', '=', oostdijk.people.nadia.id)
        .executeTakeFirst(),
    )
  const before = await kept()
  await eraseRosters(here.db, oostdijk.city, localDate.parse('2026-11-27'))
  expect(await kept()).toEqual(before)
  await eraseRosters(here.db, oostdijk.city, localDate.parse('2026-12-02'))
  expect(await kept()).toMatchObject({
    weeks: [{ from: '2026-12-01' }],
    absences: [{ from: '2026-12-24', to: '2026-12-31' }],
    version: before?.version,
  })
  await here.as('tom').ask(`/api/v1/members/${oostdijk.people.nadia.id}/disabling`, {
    method: 'PUT',
    body: { successorId: null },
  })
  expect(namesIn(await presenceFor('lies')).flat()).not.toContain('nadia')
  await eraseRosters(here.db, oostdijk.city, localDate.parse('2026-12-02'))
  expect(await kept()).toBeUndefined()
})
