import { expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { addCardSheet } from '../../src/db/client/client-card-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { cardsPerSheet } from '../../src/domain/client/client-card.ts'
import { cardSheetId, clientCardId } from '../../src/domain/id.ts'
import type { PersonName } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

const here = twoTowns({
  now: () => new Date('2026-11-25T09:42:00Z'),
  people: { oostdijk: ['nadia', 'zara', 'samira'], westdijk: [] },
})

const put = (path: string, body: object = {}, person: PersonName = 'nadia') =>
  here.as(person).ask(path, { method: 'PUT', body })

async function blankCard(): Promise<string> {
  const { actor } = here.towns.oostdijk.people.nadia
  const blank = {
    id: clientCardId.parse(makeUuid()),
    digest: makeUuid(),
    pictures: ['fish', 'sun', 'key'] as const,
  }
  await asActor(here.db, actor, (tx) => addCardSheet(tx, actor, cardSheetId.parse(makeUuid()), [blank]))
  return blank.id
}

async function linked() {
  const [clientId, cardId] = [makeUuid(), await blankCard()]
  expect((await put(`/api/v1/clients/${clientId}`, { kind: 'person', cardId })).status).toBe(201)
  return { clientId, cardId }
}

const explanation = { language: 'ara', languageHelp: 'guide', points: ['what', 'who', 'how_long', 'stop'] }
const keepFile = (clientId: string, person: PersonName = 'nadia') =>
  put(`/api/v1/clients/${clientId}/file`, { name: 'Amira', explanation }, person)
const agree = (clientId: string, id = makeUuid(), days = 31) =>
  put(`/api/v1/clients/${clientId}/agreements/${id}`, { days, language: 'ara' }, 'samira')

const register = (clientId: string) =>
  here.as('nadia').ask('/api/v1/visits', {
    method: 'POST',
    body: {
      id: makeUuid(),
      clientId,
      receivedAt: '2026-11-25T09:30:00Z',
      deskId: here.towns.oostdijk.desk,
      requests: [{ id: makeUuid(), theme: 'housing', actions: ['inform'], outcome: 'answered' }],
    },
  })

test('a card that is stopped while somebody is at work with it stops, and nothing that was noted is lost', async () => {
  for (const hasFile of [false, true])
    for (let round = 0; round < 6; round++) {
      const { clientId, cardId } = await linked()
      if (hasFile) expect((await keepFile(clientId)).status).toBe(201)
      const [stop, file, agreement, ...visits] = await Promise.all([
        put(`/api/v1/client-cards/${cardId}/stop`, {}, 'zara'),
        keepFile(clientId),
        agree(clientId),
        register(clientId),
        register(clientId),
      ])
      expect([stop.status, ...visits.map(({ status }) => status)]).toEqual([204, 201, 201])
      // Before the card stopped, or after: never halfway.
      expect(hasFile ? [200, 404] : [201, 404]).toContain(file.status)
      expect([201, 404]).toContain(agreement.status)
      expect((await here.as('nadia').ask(`/api/v1/clients/${clientId}/history`)).status).toBe(404)
    }
})

test('a client who is given to two cards at once has one of them', async () => {
  for (let round = 0; round < 6; round++) {
    const [id, one, other] = [makeUuid(), await blankCard(), await blankCard()]
    const answers = await Promise.all(
      [one, other, one].map((cardId) => put(`/api/v1/clients/${id}`, { kind: 'person', cardId })),
    )
    const statuses = answers.map(({ status }) => status)
    expect([
      [201, 409, 200],
      [200, 409, 201],
      [409, 201, 409],
    ]).toContainEqual(statuses)
  }
})

test('a sheet that is printed several times at once is one sheet', async () => {
  const body = { id: makeUuid(), language: 'ar' }
  const print = () => here.as('nadia').ask('/api/v1/card-sheets', { method: 'POST', body })
  const answers = await Promise.all([print(), print(), print()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  const cards = await asActor(here.db, here.towns.oostdijk.people.nadia.actor, (tx) =>
    tx.selectFrom('client_card').select('id').where('sheet_id', '=', cardSheetId.parse(body.id)).execute(),
  )
  expect(cards).toHaveLength(cardsPerSheet)
})

test('a file that is sent several times at once is kept once', async () => {
  const { clientId } = await linked()
  const answers = await Promise.all([keepFile(clientId), keepFile(clientId), keepFile(clientId)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
})
