import { expect, test } from 'vitest'
import { z } from 'zod'
import { handover } from '../../src/contract/handover.ts'
import { problem } from '../../src/contract/problem.ts'
import { requestRecord } from '../../src/contract/request-record.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { read } from '../open-server.ts'
import { type PersonName, personNames, registerRequest } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

// Nadia is away next week: Zara follows some of her requests up. Who registered them stays Nadia.

const here = twoTowns()

const idOf = (person: PersonName, town: 'oostdijk' | 'westdijk' = 'oostdijk') =>
  here.towns[town].people[person].id
const list = z.object({ items: z.array(handover) })
const reason = 'Ik ben een week weg, de huisbaas belt.'
const codeOf = async (answer: Promise<Response>) => (await read(problem, answer)).code
const put = (person: PersonName, path: string, body: unknown, version?: number) =>
  here.as(person).ask(`/api/v1/handovers/${path}`, {
    method: 'PUT',
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const of = async (person: PersonName, town?: string) =>
  (await read(list, here.as(person, town).ask('/api/v1/handovers'))).items
const caretakerOf = async (requestId: string) =>
  (await read(requestRecord, here.as('lies').ask(`/api/v1/requests/${requestId}`))).caretaker?.name ?? null

async function offer(by: PersonName = 'nadia', to: PersonName = 'zara') {
  const requestId = await registerRequest(here.db, here.towns.oostdijk, by, { outcome: 'open' })
  const id = makeUuid()
  const answer = await put(by, id, { requestId, toId: idOf(to), reason })
  return { id, requestId, status: answer.status }
}

test('a colleague takes over what was offered, corrects it, and gives it back', async () => {
  const { id, requestId, status } = await offer()
  expect(status).toBe(201)
  expect((await put('nadia', id, { requestId, toId: idOf('zara'), reason })).status).toBe(200)
  for (const person of ['nadia', 'zara'] as const)
    expect(await of(person)).toMatchObject([
      { id, reason, theme: 'housing', from: 'nadia', to: 'zara', acceptedAt: null },
    ])
  expect(await caretakerOf(requestId)).toBeNull()
  expect((await put('zara', `${id}/acceptance`, {}, 1)).status).toBe(200)
  expect(await caretakerOf(requestId)).toBe('zara')
  const record = await read(requestRecord, here.as('zara').ask(`/api/v1/requests/${requestId}`))
  expect([record.guide.name, record.mayCorrect, record.version]).toEqual(['nadia', true, 1])
  const listed = await (await here.as('lies').ask(`/api/v1/requests?caretaker=${idOf('zara')}`)).json()
  expect(listed).toMatchObject({ items: [{ id: requestId }] })
  expect(await of('nadia')).toMatchObject([{ acceptedAt: expect.any(String), endedAt: null, version: 2 }])
  expect(await codeOf(put('nadia', `${id}/ending`, {}, 2))).toBe('handover_over')
  expect((await put('zara', `${id}/ending`, {}, 2)).status).toBe(200)
  expect(await caretakerOf(requestId)).toBeNull()
  expect(await of('nadia')).toMatchObject([{ endedById: idOf('zara') }])
  const told = await asActor(here.db, here.towns.oostdijk.people.eva.actor, (tx) =>
    tx.selectFrom('audit_event').select('event').where('subject_id', '=', requestId).orderBy('id').execute(),
  )
  expect(told.map(({ event }) => event)).toEqual([
    'handover.offered',
    'handover.accepted',
    'handover.given_back',
  ])
})

test('it is offered to one colleague at a time, and taken back until somebody accepts', async () => {
  const { id, requestId } = await offer()
  expect(await codeOf(put('nadia', makeUuid(), { requestId, toId: idOf('zara'), reason }))).toBe(
    'handover_open',
  )
  expect((await put('nadia', `${id}/ending`, {}, 1)).status).toBe(200)
  expect(await codeOf(put('zara', `${id}/acceptance`, {}, 1))).toBe('version_stale')
  expect(await codeOf(put('zara', `${id}/acceptance`, {}, 2))).toBe('handover_over')
  const again = makeUuid()
  expect((await put('nadia', again, { requestId, toId: idOf('zara'), reason })).status).toBe(201)
  // Taken back and accepted at the same moment: one of the two happens.
  const race = await Promise.all([
    put('nadia', `${again}/ending`, {}, 1),
    put('zara', `${again}/acceptance`, {}, 1),
  ])
  expect(race.map(({ status }) => status).toSorted()).toEqual([200, 412])
  expect(await caretakerOf(requestId)).toBe(race[1]?.status === 200 ? 'zara' : null)
})

test('only what one looks after oneself is offered, to a colleague who is at work there', async () => {
  const { requestId } = await offer()
  const fresh = await registerRequest(here.db, here.towns.oostdijk, 'nadia')
  const wrong = (by: PersonName, request: string, toId: string) =>
    codeOf(put(by, makeUuid(), { requestId: request, toId, reason }))
  expect(await wrong('zara', fresh, idOf('nadia'))).toBe('not_found')
  for (const toId of [idOf('samira'), idOf('lies'), idOf('zara', 'westdijk'), idOf('nadia')])
    expect(await wrong('nadia', fresh, toId)).toBe('colleague_gone')
  expect(
    await codeOf(
      put('nadia', makeUuid(), {
        requestId: fresh,
        toId: idOf('zara'),
        reason: ['85.07.30', '033-28'].join('-'),
      }),
    ),
  ).toBe('register_number')
  const voided = await here.as('nadia').ask(`/api/v1/requests/${requestId}/voiding`, {
    method: 'PUT',
    body: { reason: 'dubbel genoteerd' },
    headers: { 'if-match': '"1"' },
  })
  expect(voided.status).toBe(200)
  const [open] = (await of('zara')).filter((one) => one.requestId === requestId)
  expect(await codeOf(put('zara', `${open?.id}/acceptance`, {}, 1))).toBe('handover_over')
})

test('the reason is for the two, and a hand-over is nobody else’s', async () => {
  const { id, requestId } = await offer()
  for (const town of ['oostdijk', 'westdijk'] as const)
    for (const person of personNames) {
      const isOne = town === 'oostdijk' && ['nadia', 'zara'].includes(person)
      const answer = await (
        await here.as(person, town).ask(`/api/v1/handovers?requestId=${requestId}`)
      ).text()
      expect([town, person, answer.includes(reason)]).toEqual([town, person, isOne])
      const rows = await asActor(here.db, here.towns[town].people[person].actor, (tx) =>
        tx.selectFrom('handover').select('id').where('request_id', '=', requestId).execute(),
      )
      expect([town, person, rows.length]).toEqual([town, person, isOne ? 1 : 0])
    }
  expect(await codeOf(put('samira', `${id}/acceptance`, {}, 1))).toBe('not_found')
  expect(here.server.log.join()).not.toContain(reason)
})
