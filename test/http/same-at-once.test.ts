import { expect, test } from 'vitest'
import { z } from 'zod'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { read } from '../open-server.ts'
import { twoTowns } from '../two-towns.ts'

// A program that heard nothing asks again, sometimes while its first question is still being answered.

const here = twoTowns({
  now: () => new Date('2026-11-25T09:42:00Z'),
  people: { oostdijk: ['nadia'], westdijk: [] },
})

const put = (path: string, body: object) => here.as('nadia').ask(path, { method: 'PUT', body })

async function request(): Promise<string> {
  const id = makeUuid()
  const body = {
    id: makeUuid(),
    receivedAt: '2026-11-25T09:30:00Z',
    deskId: here.towns.oostdijk.desk,
    requests: [{ id, theme: 'housing', actions: ['inform'], outcome: 'answered' }],
  }
  expect((await here.as('nadia').ask('/api/v1/visits', { method: 'POST', body })).status).toBe(201)
  return id
}

const eventsOf = (event: string) =>
  asActor(here.db, here.towns.oostdijk.people.eva.actor, (tx) =>
    tx.selectFrom('audit_event').select('id').where('event', '=', event).execute(),
  )

test.each([
  {
    noun: 'something to do',
    event: 'follow_up.noted',
    path: () => `/api/v1/follow-ups/${makeUuid()}`,
    body: (requestId: string) => ({ requestId, sender: null, what: 'bellen', dueOn: '2026-12-01' }),
    other: { what: 'schrijven' },
  },
  {
    noun: 'a case for the coach',
    event: 'coaching_case.asked',
    path: () => `/api/v1/coaching-cases/${makeUuid()}`,
    body: (requestId: string) => ({ requestId, question: 'Wat nu?' }),
    other: { question: 'En dan?' },
  },
  {
    noun: 'a hand-over',
    event: 'handover.offered',
    path: () => `/api/v1/handovers/${makeUuid()}`,
    body: (requestId: string) => ({
      requestId,
      toId: here.towns.oostdijk.people.zara.id,
      reason: 'vakantie volgende week',
    }),
    other: { reason: 'een ander loket' },
  },
  {
    noun: 'a note',
    event: 'note.kept',
    path: (requestId: string) => `/api/v1/requests/${requestId}/note`,
    body: () => ({ text: 'belt morgen terug' }),
    other: { text: 'belt niet terug' },
  },
])('$noun that is sent six times at once is kept once', async ({ path, body, other, event }) => {
  const id = await request()
  const [there, said] = [path(id), body(id)]
  const answers = await Promise.all(Array.from({ length: 6 }, () => put(there, said)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201])
  const bodies = await Promise.all(answers.map((answer) => read(z.looseObject({}), answer)))
  expect(new Set(bodies.map((one) => JSON.stringify(one))).size).toBe(1)
  expect((await put(there, { ...said, ...other })).status).toBe(409)
  expect(await eventsOf(event)).toHaveLength(1)
})
