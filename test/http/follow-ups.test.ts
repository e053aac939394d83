import { expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { eraseFollowUps } from '../../src/db/follow-up/follow-up-erasure-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { localDate } from '../../src/domain/local-date.ts'
import type { PersonName } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

const here = twoTowns({
  now: () => new Date('2026-03-25T09:42:00Z'),
  people: { oostdijk: ['nadia', 'zara', 'koen', 'samira', 'lies', 'tom'], westdijk: ['nadia'] },
})

const rent = (facts: object = {}) => ({
  id: makeUuid(),
  sender: 'landlord',
  what: 'antwoord sturen over de huur',
  dueOn: '2026-03-27',
  ...facts,
})
const visit = (followUps: object[], person: PersonName = 'nadia', facts: object = {}) => {
  const request = {
    id: makeUuid(),
    theme: 'housing',
    actions: ['explain_letter'],
    outcome: 'open',
    followUps,
    ...facts,
  }
  const body = {
    id: makeUuid(),
    receivedAt: '2026-03-25T09:00:00Z',
    deskId: here.towns.oostdijk.desk,
    requests: [request],
  }
  return { request, send: () => here.as(person).ask('/api/v1/visits', { method: 'POST', body }) }
}
const page = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const listed = async (person: PersonName, requestId?: string, town = 'oostdijk') => {
  const answer = await here
    .as(person, town)
    .ask(`/api/v1/follow-ups${requestId ? `?requestId=${requestId}` : ''}`)
  return answer.status === 200 ? page.parse(await answer.json()).items : []
}
const done = (id: string, person: PersonName, method: 'PUT' | 'DELETE' = 'PUT') =>
  here.as(person).ask(`/api/v1/follow-ups/${id}/completion`, { method, body: {} })

test('what a letter asks comes with the visit, once, for those who help and nobody who counts', async () => {
  const letter = rent()
  const { request, send } = visit([letter])
  expect((await send()).status).toBe(201)
  expect((await send()).status).toBe(200)
  const mine = await listed('nadia')
  expect(mine).toEqual([
    {
      ...letter,
      requestId: request.id,
      theme: 'housing',
      guide: { id: here.towns.oostdijk.people.nadia.id, name: 'nadia' },
      doneOn: null,
      version: 1,
    },
  ])
  // Zara has nothing to do herself, and sees it at the request; koen coaches nadia.
  expect(await listed('zara')).toEqual([])
  for (const person of ['zara', 'koen'] as const) expect(await listed(person, request.id)).toEqual(mine)
  expect(await listed('samira', request.id)).toEqual([])
  expect(await listed('nadia', request.id, 'westdijk')).toEqual([])
  expect((await here.as('lies').ask('/api/v1/follow-ups')).status).toBe(403)
  // A colleague stands in; said twice it does no harm; it can be taken back.
  expect((await done(letter.id, 'zara')).status).toBe(200)
  expect((await done(letter.id, 'nadia')).status).toBe(200)
  expect(await listed('nadia')).toEqual([])
  expect(await listed('nadia', request.id)).toMatchObject([{ doneOn: '2026-03-25', version: 2 }])
  expect((await done(letter.id, 'nadia', 'DELETE')).status).toBe(200)
  expect(await listed('nadia')).toHaveLength(1)
  expect((await done(letter.id, 'samira')).status).toBe(404)
  // Of a request that is voided nothing is left to do, and nothing is added.
  const voiding = (method: 'PUT' | 'DELETE', version: number) =>
    here.as('nadia').ask(`/api/v1/requests/${request.id}/voiding`, {
      method,
      headers: { 'if-match': `"${version}"` },
      body: method === 'PUT' ? { reason: 'dubbel genoteerd' } : {},
    })
  await voiding('PUT', 1)
  expect(await listed('nadia')).toEqual([])
  const { id: lateId, ...late } = rent()
  const body = { requestId: request.id, ...late }
  const added = await here.as('nadia').ask(`/api/v1/follow-ups/${lateId}`, { method: 'PUT', body })
  expect(added.status).toBe(404)
  expect((await voiding('DELETE', 2)).status).toBe(200)
  expect((await listed('nadia')).map(({ id }) => id)).toEqual([letter.id])
})

test('it is noted later too, changed on its version, and refused where it makes no sense', async () => {
  const { request, send } = visit([])
  await send()
  const { id, ...content } = rent({ sender: null })
  const put = (body: object, version?: number, person: PersonName = 'nadia') =>
    here.as(person).ask(`/api/v1/follow-ups/${id}`, {
      method: 'PUT',
      body: { requestId: request.id, ...content, ...body },
      ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    })
  const refused = async (answer: Promise<Response>) => problem.parse(await (await answer).json()).code
  expect((await put({})).status).toBe(201)
  expect((await put({})).status).toBe(200)
  expect(await refused(put({ dueOn: '2026-04-01' }))).toBe('id_taken')
  expect((await put({ dueOn: '2026-04-01' }, 1)).status).toBe(200)
  expect(await refused(put({ dueOn: '2026-04-02' }, 1))).toBe('version_stale')
  expect(await refused(put({ what: 'voor 85.07.30-033.28' }, 2))).toBe('register_number')
  expect(await refused(put({}, undefined, 'samira'))).toBe('not_found')
  const wrong = visit([rent({ what: 'voor 85.07.30-033.28' })])
  expect(problem.parse(await (await wrong.send()).json())).toMatchObject({
    code: 'register_number',
    fields: [{ path: 'requests.0.followUps.0.what' }],
  })
  expect(await refused(visit([{ ...content, id }]).send())).toBe('id_taken')
})

test('what was done is erased ninety days later, and what nobody did a year after it was due', async () => {
  const [finished, forgotten] = [rent(), rent({ dueOn: '2026-06-30' })]
  const { request, send } = visit([finished, forgotten])
  await send()
  await done(finished.id, 'nadia')
  const left = async (today: string) => {
    await eraseFollowUps(here.db, here.towns.oostdijk.city, localDate.parse(today))
    return (await listed('nadia', request.id)).map(({ id }) => id)
  }
  expect(await left('2026-06-23')).toEqual([finished.id, forgotten.id])
  expect(await left('2026-06-24')).toEqual([forgotten.id])
  expect(await left('2027-06-30')).toEqual([forgotten.id])
  expect(await left('2027-07-01')).toEqual([])
})

test('what somebody who leaves still had to do is on the list of whoever takes over, whatever came of the request', async () => {
  const [kept, mended, over, left] = [rent(), rent(), rent(), rent({ sender: null })]
  const answered = { outcome: 'answered' }
  for (const letter of [kept, mended, over]) await visit([letter], 'zara', answered).send()
  await done(over.id, 'zara')
  // What she noted at a request of nadia's is left there.
  const { request, send } = visit([], 'nadia', answered)
  await send()
  const { id, ...content } = left
  const body = { requestId: request.id, ...content }
  await here.as('zara').ask(`/api/v1/follow-ups/${id}`, { method: 'PUT', body })
  const open = async (person: PersonName) => {
    const ours = new Set([kept, mended, over, left].map((letter) => letter.id))
    return new Set((await listed(person)).flatMap((one) => (ours.has(one.id) ? one.id : [])))
  }
  expect(await open('nadia')).toEqual(new Set())

  const { zara, nadia } = here.towns.oostdijk.people
  const path = `/api/v1/members/${zara.id}/disabling`
  const leaving = await here.as('tom').ask(path)
  expect(await leaving.json()).toMatchObject({ openRequests: 2 })
  const leave = { method: 'PUT', body: { successorId: nadia.id } }
  expect(await (await here.as('tom').ask(path, leave)).json()).toMatchObject({ moved: 2 })
  expect(await open('nadia')).toEqual(new Set([kept.id, mended.id, left.id]))

  // Back again she has what nobody did since.
  await done(mended.id, 'nadia')
  const back = await here.as('tom').ask(path, { method: 'DELETE', body: {} })
  expect(await back.json()).toMatchObject({ moved: 1 })
  expect(await open('nadia')).toEqual(new Set())
  await here.as('zara').signIn('zara@oostdijk.example.org')
  expect(await open('zara')).toEqual(new Set([kept.id, left.id]))
})
