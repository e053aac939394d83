import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { coachedTeam, coachingCase, trainingWish } from '../../src/contract/coaching.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { eraseWords } from '../../src/db/note/word-erasure-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { read } from '../open-server.ts'
import { type PersonName, personNames, registerRequest } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

// Nadia puts a case to Koen, her coach. What the two write is seen by both and nobody else. Zara has no coach.

const now = new Date('2026-11-25T09:00:00Z')
const here = twoTowns({ now: () => now })

const cases = z.object({ items: z.array(coachingCase) })
const question = 'Hoe breng ik dit ter sprake?'
const text = 'Bel eerst samen, dan zien we.'
const codeOf = async (answer: Promise<Response>) => (await read(problem, answer)).code
const put = (person: PersonName, path: string, body: unknown, version?: number) =>
  here.as(person).ask(`/api/v1/${path}`, {
    method: 'PUT',
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const casesOf = async (person: PersonName, query = '') =>
  (await read(cases, here.as(person).ask(`/api/v1/coaching-cases${query}`))).items

async function askKoen(on = '2026-11-20') {
  const requestId = await registerRequest(here.db, here.towns.oostdijk, 'nadia', { on })
  const id = makeUuid()
  const asked = await put('nadia', `coaching-cases/${id}`, { requestId, question })
  return { id, requestId, status: asked.status }
}

describe('a case', () => {
  test('goes to the own coach, who answers; both see both, and either is done with it', async () => {
    const { id, requestId, status } = await askKoen()
    expect(status).toBe(201)
    expect((await put('nadia', `coaching-cases/${id}`, { requestId, question })).status).toBe(200)
    expect(await codeOf(put('nadia', `coaching-cases/${id}`, { requestId, question: null }))).toBe('id_taken')
    expect(await codeOf(put('nadia', `coaching-cases/${makeUuid()}`, { requestId }))).toBe('case_open')
    expect(await casesOf('koen', `?requestId=${requestId}`)).toMatchObject([
      { id, question, answer: null, guide: 'nadia', theme: 'housing', receivedOn: '2026-11-20', version: 1 },
    ])
    const answered = await put('koen', `coaching-cases/${id}/answer`, { text }, 1)
    expect(await answered.json()).toMatchObject({ answer: text, answeredAt: now.toISOString(), version: 2 })
    expect(await codeOf(put('koen', `coaching-cases/${id}/answer`, { text: 'Toch niet.' }, 1))).toBe(
      'version_stale',
    )
    expect((await put('koen', `coaching-cases/${id}/answer`, { text: 'Of vraag raad.' }, 2)).status).toBe(200)
    expect(await casesOf('nadia', `?requestId=${requestId}`)).toMatchObject([
      { question, answer: 'Of vraag raad.' },
    ])
    expect((await put('nadia', `coaching-cases/${id}/closing`, {}, 3)).status).toBe(200)
    expect(await codeOf(put('koen', `coaching-cases/${id}/answer`, { text }, 4))).toBe('case_closed')
    const again = makeUuid()
    expect((await put('nadia', `coaching-cases/${again}`, { requestId })).status).toBe(201)
    const reopened = here.as('nadia').ask(`/api/v1/coaching-cases/${id}/closing`, {
      method: 'DELETE',
      body: {},
      headers: { 'if-match': '"4"' },
    })
    expect(await codeOf(reopened)).toBe('case_open')
    expect((await casesOf('nadia', `?requestId=${requestId}`)).map((one) => one.id)).toEqual([again, id])
  })

  test('and its words are nobody else’s, whatever the role: by route and by policy, here and next door', async () => {
    const { id, requestId } = await askKoen()
    await put('koen', `coaching-cases/${id}/answer`, { text }, 1)
    for (const town of Object.keys(here.towns))
      for (const person of personNames) {
        const isReader = town === 'oostdijk' && ['nadia', 'koen'].includes(person)
        const answer = await here.as(person, town).ask('/api/v1/coaching-cases')
        const body = await answer.text()
        expect([town, person, body.includes(text), body.includes(question)]).toEqual([
          town,
          person,
          isReader,
          isReader,
        ])
        // because: the keys of `here.towns` are its names
        const { actor } = here.towns[town as 'oostdijk'].people[person]
        const rows = await asActor(here.db, actor, async (tx) => [
          ...(await tx
            .selectFrom('coaching_case')
            .select('id')
            .where('request_id', '=', requestId)
            .execute()),
          ...(await tx.selectFrom('sealed_words').select('id').where('request_id', '=', requestId).execute()),
        ])
        expect([town, person, rows.length]).toEqual([town, person, isReader ? 3 : 0])
      }
    expect(await codeOf(put('zara', `coaching-cases/${id}/closing`, {}, 2))).toBe('not_found')
    expect(
      await codeOf(put('koen', `coaching-cases/${id}/answer`, { text: ['85.07.30', '033-28'].join('-') }, 2)),
    ).toBe('register_number')
    expect(here.server.log.join()).not.toContain(question)
    const told = await asActor(here.db, here.towns.oostdijk.people.eva.actor, (tx) =>
      tx.selectFrom('audit_event').select('subject_id').where('event', 'like', 'coaching%').execute(),
    )
    expect(told.every(({ subject_id }) => subject_id === null)).toBe(true)
  })

  test('is of a request of one’s own, for who has a coach', async () => {
    const [zaras, nadias] = [
      await registerRequest(here.db, here.towns.oostdijk, 'zara'),
      await registerRequest(here.db, here.towns.oostdijk, 'nadia'),
    ]
    expect(await codeOf(put('nadia', `coaching-cases/${makeUuid()}`, { requestId: zaras }))).toBe('not_found')
    expect(await codeOf(put('zara', `coaching-cases/${makeUuid()}`, { requestId: zaras }))).toBe(
      'coach_missing',
    )
    const { zara, koen } = here.towns.oostdijk.people
    const forged = asActor(here.db, zara.actor, (tx) =>
      tx
        .insertInto('coaching_case')
        .values({
          city_id: here.towns.oostdijk.city.id,
          // because: the test makes what only the product makes
          id: makeUuid() as never,
          request_id: nadias,
          guide_id: zara.id,
          coach_id: koen.id,
          asked_at: now,
          erase_on: '2027-01-01' as never,
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})

test('the coach sees where the team got stuck in eight weeks, on how many requests, and never whose', async () => {
  const { oostdijk } = here.towns
  const before = await read(coachedTeam, here.as('koen').ask('/api/v1/coached-team'))
  for (const outcome of ['no_offer', 'open', 'answered'])
    await registerRequest(here.db, oostdijk, 'nadia', { on: '2026-11-24', theme: 'work', outcome })
  await registerRequest(here.db, oostdijk, 'zara', { on: '2026-11-24', theme: 'work', outcome: 'no_offer' })
  await registerRequest(here.db, oostdijk, 'nadia', { on: '2026-09-30', theme: 'work', outcome: 'no_offer' })
  const team = await read(coachedTeam, here.as('koen').ask('/api/v1/coached-team'))
  expect(team).toMatchObject({
    from: '2026-10-01',
    to: '2026-11-25',
    guides: 1,
    requests: before.requests + 3,
  })
  expect(team.themes).toEqual([{ theme: 'work', requests: 3, hard: 2, noOffer: 1, withBarrier: 0, open: 1 }])
  expect(JSON.stringify(team)).not.toContain('nadia')
  const next = await read(coachedTeam, here.as('koen', 'westdijk').ask('/api/v1/coached-team'))
  expect(next).toMatchObject({ requests: 0, themes: [] })
})

test('a wish to learn is of the guide; the coach of the team sees what, not whose, and says that it is met', async () => {
  const wishes = z.object({ items: z.array(trainingWish.strict()) })
  const of = async (person: PersonName, town?: string) =>
    (await read(wishes, here.as(person, town).ask('/api/v1/training-wishes'))).items
  const [id, zaras] = [makeUuid(), makeUuid()]
  expect((await put('nadia', `training-wishes/${id}`, { wish: 'Werken met tolken' })).status).toBe(201)
  expect((await put('nadia', `training-wishes/${id}`, { wish: 'Werken met tolken' })).status).toBe(200)
  expect(await codeOf(put('zara', `training-wishes/${id}`, { wish: 'Iets anders' }))).toBe('id_taken')
  await put('zara', `training-wishes/${zaras}`, { wish: 'Woonmaatschappijen' })
  expect((await of('koen')).map(({ wish }) => wish)).toEqual(['Werken met tolken'])
  expect(await of('koen', 'westdijk')).toEqual([])
  expect((await of('zara')).map((one) => one.id)).toEqual([zaras])
  expect(await codeOf(put('koen', `training-wishes/${zaras}/fulfilment`, {}))).toBe('not_found')
  expect((await put('koen', `training-wishes/${id}/fulfilment`, {})).status).toBe(200)
  expect(await of('nadia')).toMatchObject([{ id, metAt: now.toISOString() }])
  const drop = (person: PersonName) =>
    here.as(person).ask(`/api/v1/training-wishes/${id}`, { method: 'DELETE', body: {} })
  expect([(await drop('zara')).status, (await drop('nadia')).status]).toEqual([404, 204])
})

test('a case is erased with its words after six months', async () => {
  const { id, requestId } = await askKoen()
  await put('koen', `coaching-cases/${id}/answer`, { text }, 1)
  await eraseWords(here.db, new Date('2027-05-24T12:00:00Z'))
  expect(await casesOf('nadia', `?requestId=${requestId}`)).toHaveLength(1)
  await eraseWords(here.db, new Date('2027-05-25T12:00:00Z'))
  expect(await casesOf('nadia')).toEqual([])
  const left = await asActor(here.db, here.towns.oostdijk.people.koen.actor, (tx) =>
    tx.selectFrom('sealed_words').select('id').execute(),
  )
  expect(left).toEqual([])
})
