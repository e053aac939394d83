import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { countForReport } from '../../src/db/report/report-store.ts'
import { correctRequest } from '../../src/db/request/request-correction-store.ts'
import { listHistory } from '../../src/db/request/request-history-store.ts'
import { lockRequest, readRequest } from '../../src/db/request/request-record-store.ts'
import { takeVoidingBack, voidRequest } from '../../src/db/request/request-voiding-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { deskId, type HelpRequestId } from '../../src/domain/id.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { isSame } from '../../src/domain/request/request-difference.ts'
import { type RequestChanges, requestChanges } from '../../src/domain/request/request-fact.ts'
import { factsOf, type RequestRecord } from '../../src/domain/request/request-record.ts'
import { openTestDatabase } from '../database.ts'
import { runAt } from '../server.ts'
import {
  buildOostdijk,
  buildWestdijk,
  type PersonName,
  personNames,
  registerRequest,
  type Town,
} from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let westdijk: Town

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const timeZone = 'Europe/Brussels'
const now = new Date('2026-11-25T09:42:00Z')
const actorOf = (person: PersonName, town = oostdijk) => town.people[person].actor

const given = <T>(value: T): Exclude<T, { refused: true }> => {
  if (isRefusal(value)) throw new Error(`${value.code} ${JSON.stringify(value.details)}`)
  // because: what is refused has been thrown
  return value as Exclude<T, { refused: true }>
}

const read = (person: PersonName, id: HelpRequestId, town = oostdijk) =>
  asActor(db, actorOf(person, town), (tx) => readRequest(tx, actorOf(person, town), id, timeZone))
const seen = async (person: PersonName, id: HelpRequestId) => given(await read(person, id))
const history = async (person: PersonName, id: HelpRequestId) =>
  given(await asActor(db, actorOf(person), (tx) => listHistory(tx, id, timeZone))).items
const correct = (person: PersonName, id: HelpRequestId, version: number, changes: RequestChanges) =>
  asActor(db, actorOf(person), (tx) =>
    correctRequest(tx, actorOf(person), { id, version, changes, now, timeZone }),
  )
const auditOf = (person: PersonName) =>
  asActor(db, actorOf(person), (tx) => tx.selectFrom('audit_event').selectAll().orderBy('id').execute())
const voiding = (person: PersonName, id: HelpRequestId, version: number, reason: string) =>
  asActor(db, actorOf(person), (tx) =>
    voidRequest(tx, actorOf(person), { id, version, reason, now, timeZone }),
  )
const takeBack = (person: PersonName, id: HelpRequestId, version: number) =>
  asActor(db, actorOf(person), (tx) => takeVoidingBack(tx, actorOf(person), { id, version, now, timeZone }))

const day = localDate.parse
const sensitiveSub = 'residence.irregular_stay'

describe('a request that nadia registered', () => {
  test('is read with every field by whoever may see it, and by nobody else', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    expect(await seen('nadia', id)).toMatchObject({
      version: 1,
      receivedOn: '2026-03-02',
      receivedTime: '11:00',
      desk: { id: oostdijk.desk, name: 'Onthaalbureau' },
      guide: { id: oostdijk.people.nadia.id, name: 'nadia' },
      organization: { id: oostdijk.welcomeHouse, name: 'Onthaal Oostdijk' },
      theme: 'housing',
      imported: null,
      voided: null,
      mayCorrect: true,
      maySeeSensitive: true,
    })
    expect(await seen('zara', id)).toMatchObject({ mayCorrect: false, maySeeSensitive: false })
    expect(await seen('koen', id)).toMatchObject({ mayCorrect: false, maySeeSensitive: false })
    expect(await seen('lies', id)).toMatchObject({ mayCorrect: true, maySeeSensitive: true })
    for (const person of ['samira', 'pieter', 'an', 'bart', 'eva', 'tom'] as const)
      expect(await read(person, id)).toMatchObject({ code: 'not_found' })
    expect(await read('lies', id, westdijk)).toMatchObject({ code: 'not_found' })
  })

  test('may be changed by exactly those whom the page offers it', async () => {
    for (const guide of ['nadia', 'zara', 'samira'] as const) {
      const id = await registerRequest(db, oostdijk, guide)
      for (const person of personNames) {
        const record = await read(person, id)
        const isHeld = await asActor(db, actorOf(person), (tx) => lockRequest(tx, id))
        expect([guide, person, isHeld]).toEqual([
          guide,
          person,
          isRefusal(record) ? false : record.mayCorrect,
        ])
      }
    }
  })

  /** Each field with a value that is not the one it begins with. */
  const corrections: RequestChanges[] = [
    { receivedOn: day('2026-03-03') },
    { receivedTime: '15:45' },
    { receivedTime: null },
    { channel: 'phone' },
    { origin: 'approached' },
    { clientKind: 'family' },
    { askedBy: 'refused' },
    { status: 'newcomer' },
    { nationality: 'MA' },
    { contactLanguage: 'ary' },
    { languageHelp: 'unknown' },
    { neighbourhood: 'Sint-Jan' },
    { firstVisit: true },
    { theme: 'work' },
    { subTheme: 'housing.private_rent' },
    { actions: ['inform', 'phone'] },
    { whoDidIt: 'done_together' },
    { outcome: 'no_offer' },
    { barriers: ['language', 'cost'] },
    { minutes: 15 },
    { referredTo: 'Huis van het Kind' },
    { tip: 'Vraag naar het loket op de eerste verdieping.' },
  ]

  test.each(corrections.map((changes) => [Object.keys(changes)[0], changes] as const))(
    'is corrected in %s, and history says who, when, from what to what',
    async (field, changes) => {
      const id = await registerRequest(db, oostdijk, 'nadia')
      const before = factsOf(await seen('nadia', id))
      const subThemes = await asActor(db, oostdijk.cli, (tx) =>
        tx.selectFrom('code_list_item').select('code').where('parent', '=', 'housing').execute(),
      )
      const wanted = 'subTheme' in changes ? { subTheme: subThemes[0]?.code ?? null } : changes
      const after = given(await correct('nadia', id, 1, wanted))
      expect(factsOf(after)).toEqual({ ...before, ...wanted })
      expect(after.version).toBe(2)
      expect(await seen('zara', id)).toMatchObject(wanted)
      expect(await history('zara', id)).toEqual([
        {
          version: 2,
          on: '2026-11-25',
          time: '10:42',
          by: { id: oostdijk.people.nadia.id, name: 'nadia' },
          changes: [
            {
              field,
              from: before[field as keyof typeof before],
              to: Object.values(wanted)[0],
            },
          ],
        },
      ])
    },
  )

  test('is moved to another desk in use, and not to a retired one or one of Westdijk', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    const [open, retired] = [deskId.parse(makeUuid()), deskId.parse(makeUuid())]
    await asActor(db, oostdijk.cli, async (tx) => {
      const desk = { city_id: oostdijk.city.id, organization_id: oostdijk.welcomeHouse }
      await tx
        .insertInto('desk')
        .values({ ...desk, id: open, name: 'Bibliotheek' })
        .execute()
      await tx
        .insertInto('desk')
        .values({ ...desk, id: retired, name: 'Oude post', retired_at: now, last_day: day('2026-03-01') })
        .execute()
    })
    const moved = given(await correct('nadia', id, 1, { deskId: open }))
    expect(moved.desk.name).toBe('Bibliotheek')
    for (const elsewhere of [retired, westdijk.desk])
      expect(await correct('nadia', id, 2, { deskId: elsewhere })).toMatchObject({ code: 'desk_unknown' })
    const { desks } = given(await asActor(db, actorOf('nadia'), (tx) => listHistory(tx, id, timeZone)))
    expect(desks.map(({ name }) => name)).toEqual(['Bibliotheek', 'Onthaalbureau'])
  })

  test('is refused what makes no sense, and stays as it was', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    const register = ['85.07.30', '033-28'].join('-')
    const refused: [RequestChanges, string][] = [
      [{ receivedOn: day('2026-11-26') }, 'received_future'],
      [{ receivedOn: day('2026-11-25'), receivedTime: '10:43' }, 'received_future'],
      [{ theme: 'weather' }, 'code_unknown'],
      [{ theme: sensitiveSub }, 'code_unknown'],
      [{ subTheme: sensitiveSub }, 'sub_theme_elsewhere'],
      [{ actions: ['inform', 'dance'] }, 'code_unknown'],
      [{ actions: ['not_asked'] }, 'code_unknown'],
      [{ nationality: 'QQ' }, 'code_unknown'],
      [{ contactLanguage: 'qqq' }, 'code_unknown'],
      [{ status: 'tourist' }, 'code_unknown'],
      [{ tip: `bel ${register}` }, 'register_number'],
      [{ referredTo: register }, 'register_number'],
      [{ neighbourhood: register }, 'register_number'],
      [{ ownWords: `ik ben ${register}` }, 'register_number'],
    ]
    for (const [changes, code] of refused)
      expect([changes, await correct('nadia', id, 1, changes)]).toMatchObject([changes, { code }])
    expect(await voiding('nadia', id, 1, `dubbel met ${register}`)).toMatchObject({ code: 'register_number' })
    expect(await seen('nadia', id)).toMatchObject({ version: 1, tip: null, theme: 'housing' })
    expect(await history('lies', id)).toEqual([])
  })

  test('keeps a retired code that it has, and takes no other one', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', { theme: 'mobility' })
    const setActive = (active: boolean) =>
      asActor(db, oostdijk.cli, (tx) =>
        tx
          .updateTable('code_list_item')
          .set({ active })
          .where('list', '=', 'theme')
          .where('code', 'in', ['mobility', 'leisure'])
          .execute(),
      )
    await setActive(false)
    expect(await correct('nadia', id, 1, { theme: 'mobility', minutes: 5 })).toMatchObject({ version: 2 })
    expect(await correct('nadia', id, 2, { theme: 'leisure' })).toMatchObject({ code: 'code_unknown' })
    expect(await correct('nadia', id, 2, { subTheme: 'mobility.driving_licence' })).toMatchObject({
      code: 'code_unknown',
    })
    await setActive(true)
  })

  test('is not corrected by a colleague, a coach or another town', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    for (const person of ['zara', 'koen'] as const)
      expect(await correct(person, id, 1, { minutes: 5 })).toMatchObject({ code: 'forbidden' })
    for (const person of ['samira', 'tom', 'eva'] as const)
      expect(await correct(person, id, 1, { minutes: 5 })).toMatchObject({ code: 'not_found' })
    const lies = actorOf('lies', westdijk)
    const elsewhere = await asActor(db, lies, (tx) =>
      correctRequest(tx, lies, { id, version: 1, changes: { minutes: 5 }, now, timeZone }),
    )
    expect(elsewhere).toMatchObject({ code: 'not_found' })
  })

  test('is written over by nobody who has not seen the last version', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    given(await correct('lies', id, 1, { outcome: 'no_offer' }))
    expect(await correct('nadia', id, 1, { minutes: 5 })).toMatchObject({ code: 'version_stale' })
    // Somebody else's wish that happens to be so already is no repetition.
    expect(await correct('nadia', id, 1, { outcome: 'no_offer' })).toMatchObject({ code: 'version_stale' })
    expect(await correct('lies', id, 1, { outcome: 'no_offer' })).toMatchObject({ version: 2 })
    expect(await correct('nadia', id, 2, { minutes: 5 })).toMatchObject({ version: 3 })
    expect(await correct('lies', id, 1, { outcome: 'no_offer' })).toMatchObject({ code: 'version_stale' })
    expect(await history('lies', id)).toHaveLength(2)
  })
})

describe('an hour that the clock change', () => {
  test.each([
    ['skips', '2026-03-29', '03:30'],
    ['repeats', '2026-10-25', '02:30'],
  ])('%s is in the history as it is in the request, and corrected once', async (_, on, shown) => {
    const id = await registerRequest(db, oostdijk, 'nadia', { on })
    const { receivedTime } = await seen('nadia', id)
    const corrected = given(await correct('nadia', id, 1, { receivedTime: '02:30' }))
    expect([corrected.version, corrected.receivedTime]).toEqual([2, shown])
    expect((await history('nadia', id)).map(({ changes }) => changes)).toEqual([
      [{ field: 'receivedTime', from: receivedTime, to: shown }],
    ])
    expect(given(await correct('nadia', id, 2, { receivedTime: '02:30' })).version).toBe(2)
  })
})

describe('a sensitive status', () => {
  test('is seen by nadia and the coordinator; a colleague sees that nothing was asked', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', { sensitiveStatus: 'no_legal_stay' })
    for (const person of ['nadia', 'lies'] as const)
      expect(await seen(person, id)).toMatchObject({ status: 'no_legal_stay' })
    for (const person of ['zara', 'koen'] as const)
      expect(await seen(person, id)).toMatchObject({ status: 'not_asked' })
  })

  test('comes and goes without a trace for a colleague', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    const plain = await seen('zara', id)
    given(await correct('nadia', id, 1, { status: 'no_legal_stay' }))
    given(await correct('lies', id, 2, { theme: 'residence', subTheme: sensitiveSub }))
    expect(await seen('nadia', id)).toMatchObject({
      version: 3,
      status: 'no_legal_stay',
      subTheme: sensitiveSub,
    })
    expect(await seen('zara', id)).toEqual({ ...plain, theme: 'residence', version: 2 })
    given(await correct('nadia', id, 3, { subTheme: null }))
    given(await correct('nadia', id, 4, { status: 'newcomer' }))
    expect(await seen('zara', id)).toEqual({ ...plain, theme: 'residence', status: 'newcomer', version: 3 })
    const shown = (entries: Awaited<ReturnType<typeof history>>) =>
      entries.map(({ version, changes }) => [
        version,
        ...changes.map(({ field, from, to }) => [field, from, to]),
      ])
    expect(shown(await history('zara', id))).toEqual([
      [3, ['status', 'not_asked', 'newcomer']],
      [2, ['theme', 'housing', 'residence']],
    ])
    expect(shown(await history('koen', id))).toEqual(shown(await history('zara', id)))
    const whole = [
      [5, ['status', 'no_legal_stay', 'newcomer']],
      [4, ['subTheme', sensitiveSub, null]],
      [3, ['theme', 'housing', 'residence'], ['subTheme', null, sensitiveSub]],
      [2, ['status', 'not_asked', 'no_legal_stay']],
    ]
    expect(shown(await history('nadia', id))).toEqual(whole)
    expect(shown(await history('lies', id))).toEqual(whole)
  })

  test('stays out of the audit and of the wide row and its history', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', { status: 'newcomer' })
    given(await correct('nadia', id, 1, { status: 'no_legal_stay' }))
    const kept = await asActor(db, actorOf('lies'), async (tx) => [
      await tx.selectFrom('help_request').selectAll().where('id', '=', id).execute(),
      await tx.selectFrom('help_request_version').selectAll().where('request_id', '=', id).execute(),
    ])
    expect(JSON.stringify([kept, await auditOf('eva')])).not.toContain('no_legal_stay')
  })

  test('that changes alone is in the audit, and not even for a guide who reads the audit with its request', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', { status: 'newcomer' })
    given(await correct('nadia', id, 1, { status: 'no_legal_stay' }))
    given(await correct('nadia', id, 2, { theme: 'residence', subTheme: sensitiveSub }))
    const before = await auditOf('eva')
    given(await correct('nadia', id, 3, { subTheme: null }))
    const [added, ...more] = (await auditOf('eva')).filter(
      (event) => !before.some((old) => old.id === event.id),
    )
    expect([added, more]).toMatchObject([{ event: 'request.hidden_code_corrected', details: {} }, []])
    // What it is about, only those can say who may see the code.
    const entryFor = (person: PersonName) =>
      asActor(db, actorOf(person), (tx) =>
        tx
          .selectFrom('help_request_sensitive_version')
          .select('request_id')
          .where('id', '=', added?.subject_id ?? '')
          .execute(),
      )
    for (const person of ['nadia', 'lies'] as const)
      expect(await entryFor(person)).toEqual([{ request_id: id }])
    for (const person of ['eva', 'zara', 'koen'] as const) expect(await entryFor(person)).toEqual([])
    // Zara sees the request and its history; if she were to read the audit too, both would say the same.
    const told = (await auditOf('eva')).filter(({ subject_id }) => subject_id === id)
    expect(told.map(({ details }) => details)).toEqual(
      (await history('zara', id)).toReversed().map(({ changes }) => ({ fields: changes.length })),
    )
  })

  test('moves with its request to another day, so that its figure does', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', {
      on: '2025-05-05',
      sensitiveStatus: 'no_legal_stay',
    })
    given(await correct('nadia', id, 1, { receivedOn: day('2025-06-05') }))
    const statuses = async (from: string, to: string) =>
      (await asActor(db, actorOf('lies'), (tx) => countForReport(tx, { from: day(from), to: day(to) })))
        .statuses
    expect(await statuses('2025-05-01', '2025-05-31')).toEqual([])
    expect(await statuses('2025-06-01', '2025-06-30')).toEqual([{ code: 'no_legal_stay', requests: 1 }])
  })
})

describe('a request that koen took over from nadia', () => {
  const takeOver = (id: HelpRequestId) =>
    runAt(db.adminUrl, (admin) =>
      admin.query('update help_request set caretaker_id = $1 where id = $2', [oostdijk.people.koen.id, id]),
    )

  test('is his to correct, without what only nadia and the coordinator may see', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', {
      on: '2025-07-07',
      theme: 'residence',
      sensitiveStatus: 'no_legal_stay',
    })
    await takeOver(id)
    expect(await seen('koen', id)).toMatchObject({
      status: 'not_asked',
      caretaker: { name: 'koen' },
      mayCorrect: true,
      maySeeSensitive: false,
    })
    expect(await correct('koen', id, 1, { status: 'no_legal_stay' })).toMatchObject({ code: 'code_unknown' })
    given(await correct('koen', id, 1, { receivedOn: day('2025-08-07') }))
    const august = { from: day('2025-08-01'), to: day('2025-08-31') }
    const { statuses } = await asActor(db, actorOf('lies'), (tx) => countForReport(tx, august))
    expect(statuses).toEqual([{ code: 'no_legal_stay', requests: 1 }])
    given(await correct('koen', id, 2, { status: 'newcomer' }))
    expect(await seen('lies', id)).toMatchObject({ status: 'newcomer', version: 3 })
    const changesFor = async (person: PersonName) => (await history(person, id))[0]?.changes
    expect(await changesFor('koen')).toEqual([{ field: 'status', from: 'not_asked', to: 'newcomer' }])
    expect(await changesFor('lies')).toEqual([{ field: 'status', from: 'no_legal_stay', to: 'newcomer' }])
  })

  test('keeps its hidden codes from whoever calls the function behind it out of turn', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', { sensitiveStatus: 'no_legal_stay' })
    for (const person of ['zara', 'koen', 'samira', 'tom'] as const)
      await asActor(db, actorOf(person), (tx) =>
        sql`select follow_correction(${id}, true, true, ${now})`.execute(tx),
      )
    expect(await seen('nadia', id)).toMatchObject({ status: 'no_legal_stay' })
  })
})

describe('what somebody said to nadia', () => {
  const said = { ownWords: 'Thuis weet niemand dit.', mayQuote: true }
  const nothing = { ownWords: null, mayQuote: null }

  test.each([undefined, 'no_legal_stay'])(
    'is read by her and the coordinator alone, in no version by anybody else; its code: %s',
    async (sensitiveStatus) => {
      const id = await registerRequest(db, oostdijk, 'nadia', {
        ...said,
        ...(sensitiveStatus ? { sensitiveStatus } : {}),
      })
      for (const person of ['nadia', 'lies'] as const) expect(await seen(person, id)).toMatchObject(said)
      given(await correct('nadia', id, 1, { ownWords: 'Mijn broer weet het nu.' }))
      expect(await seen('lies', id)).toMatchObject({ ownWords: 'Mijn broer weet het nu.', version: 2 })
      for (const person of ['zara', 'koen'] as const) {
        expect(await seen(person, id)).toMatchObject({ ...nothing, version: 1 })
        expect(await history(person, id)).toEqual([])
      }
      for (const person of personNames.filter((name) => !['nadia', 'lies'].includes(name)))
        expect(
          await asActor(db, actorOf(person), (tx) =>
            tx.selectFrom('help_request_sensitive').select('own_words').where('id', '=', id).execute(),
          ),
        ).toEqual([])
    },
  )

  test('is quoted no more when the words change, unless that is asked anew', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', said)
    expect(await correct('nadia', id, 1, { ownWords: 'Mijn broer weet het.' })).toMatchObject({
      mayQuote: null,
    })
    expect((await history('lies', id))[0]?.changes).toEqual([
      { field: 'ownWords', from: said.ownWords, to: 'Mijn broer weet het.' },
      { field: 'mayQuote', from: true, to: null },
    ])
    expect(await correct('nadia', id, 2, said)).toMatchObject(said)
    expect(await correct('nadia', id, 3, { ownWords: said.ownWords, minutes: 5 })).toMatchObject(said)
  })

  test('stays as it is when koen takes over and corrects the rest', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia', { ...said, on: '2025-09-01' })
    await runAt(db.adminUrl, (admin) =>
      admin.query('update help_request set caretaker_id = $1 where id = $2', [oostdijk.people.koen.id, id]),
    )
    for (const changes of [{ ownWords: 'Iets anders.' }, { mayQuote: false, ownWords: 'x' }])
      expect(await correct('koen', id, 1, changes)).toMatchObject({ code: 'forbidden' })
    given(await correct('koen', id, 1, { status: 'newcomer', receivedOn: day('2025-09-02') }))
    expect(await seen('lies', id)).toMatchObject({ ...said, status: 'newcomer', version: 2 })
  })
})

describe('a voided request', () => {
  test('is kept with who, when and why, is read-only, and comes back by who voided it', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    const voided = given(await voiding('nadia', id, 1, 'dubbel genoteerd'))
    expect(voided).toMatchObject({
      version: 2,
      voided: { on: '2026-11-25', time: '10:42', by: { name: 'nadia' }, reason: 'dubbel genoteerd' },
      mayCorrect: false,
      mayTakeBack: true,
    })
    expect(await voiding('nadia', id, 1, 'dubbel genoteerd')).toEqual(voided)
    expect(await voiding('lies', id, 2, 'iets anders')).toMatchObject({ code: 'request_voided' })
    expect(await correct('nadia', id, 2, { minutes: 5 })).toMatchObject({ code: 'request_voided' })
    expect(await seen('zara', id)).toMatchObject({
      voided: { reason: 'dubbel genoteerd' },
      mayTakeBack: false,
    })
    expect(await takeBack('zara', id, 2)).toMatchObject({ code: 'forbidden' })
    expect(await takeBack('nadia', id, 1)).toMatchObject({ code: 'version_stale' })
    expect(await takeBack('nadia', id, 2)).toMatchObject({ version: 3, voided: null, mayCorrect: true })
    expect(await takeBack('nadia', id, 2)).toMatchObject({ version: 3, voided: null })
    expect((await history('zara', id)).map(({ changes }) => changes)).toEqual([
      [{ field: 'voided', from: 'dubbel genoteerd', to: null }],
      [{ field: 'voided', from: null, to: 'dubbel genoteerd' }],
    ])
  })

  test('by the coordinator comes back by the coordinator alone', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    given(await voiding('lies', id, 1, 'was een proef'))
    expect(await seen('nadia', id)).toMatchObject({ mayTakeBack: false })
    expect(await takeBack('nadia', id, 2)).toMatchObject({ code: 'forbidden' })
    expect(await takeBack('lies', id, 2)).toMatchObject({ voided: null })
  })
})

describe('history', () => {
  test('is added to, never changed or taken out', async () => {
    const id = await registerRequest(db, oostdijk, 'nadia')
    given(await correct('nadia', id, 1, { status: 'no_legal_stay', minutes: 5 }))
    for (const table of ['help_request_version', 'help_request_sensitive_version'] as const) {
      const take = asActor(db, oostdijk.cli, (tx) => tx.deleteFrom(table).execute())
      await expect(take).rejects.toThrow('permission denied')
      const change = asActor(db, oostdijk.cli, (tx) => tx.updateTable(table).set({ changes: '[]' }).execute())
      await expect(change).rejects.toThrow('permission denied')
    }
  })

  const change = fc.record(
    {
      status: fc.constantFrom('newcomer', 'no_legal_stay', 'not_asked', 'minor'),
      place: fc.constantFrom(
        { theme: 'housing', subTheme: null },
        { theme: 'residence', subTheme: null },
        { theme: 'residence', subTheme: sensitiveSub },
        { theme: 'residence', subTheme: 'residence.voluntary_return' },
        { theme: 'residence', subTheme: 'residence.nationality' },
      ),
      minutes: fc.constantFrom(null, 5, 60),
      receivedTime: fc.constantFrom(null, '08:00', '16:59'),
      receivedOn: fc.constantFrom('2026-03-02', '2026-03-29', '2026-10-25'),
      actions: fc.subarray(['inform', 'phone', 'refer']),
      tip: fc.constantFrom(null, 'Neem de blauwe map mee.'),
    },
    { requiredKeys: [] },
  )
  const step = fc.record({ by: fc.constantFrom('nadia' as const, 'lies' as const, 'koen' as const), change })

  test('replayed from the beginning gives the row, for everybody as they see it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
        const id = await registerRequest(db, oostdijk, 'nadia')
        await runAt(db.adminUrl, (admin) =>
          admin.query('update help_request set caretaker_id = $1 where id = $2', [
            oostdijk.people.koen.id,
            id,
          ]),
        )
        const readers = ['nadia', 'lies', 'zara', 'koen'] as const
        const begin = new Map<PersonName, RequestRecord>()
        for (const reader of readers) begin.set(reader, await seen(reader, id))
        for (const { by, change } of steps) {
          const { place, ...rest } = change
          const { version } = await seen(by, id)
          const answer = await correct(by, id, version, requestChanges.parse({ ...rest, ...place }))
          // Whoever took it over may not choose a sensitive code; everything else is fine.
          if (by === 'koen' && isRefusal(answer)) expect(answer.code).toBe('code_unknown')
          else given(answer)
        }
        for (const reader of readers) {
          const first = begin.get(reader)
          if (!first) throw new Error(reader)
          const facts: Record<string, unknown> = { ...factsOf(first) }
          const entries = (await history(reader, id)).toReversed()
          for (const { changes } of entries)
            for (const { field, from, to } of changes) {
              expect([field, isSame(facts[field] as never, from)]).toEqual([field, true])
              expect(isSame(from, to)).toBe(false)
              facts[field] = to
            }
          const last = await seen(reader, id)
          expect(facts).toEqual(factsOf(last))
          // Every version is in history, so nobody can tell from a number that something was left out.
          expect(entries.map(({ version }) => version)).toEqual(entries.map((_, i) => i + 2))
          expect(last.version).toBe(entries.length + 1)
        }
      }),
      { numRuns: 40, seed: 20261125 },
    )
  }, 120_000)
})
