import { expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { hideSmall } from '../../src/domain/report/suppression/public-report.ts'
import { read } from '../open-server.ts'
import type { PersonName } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

const here = twoTowns({
  now: () => new Date('2026-03-25T09:42:00Z'),
  people: { oostdijk: ['nadia', 'zara', 'koen', 'samira', 'lies'], westdijk: ['lies'] },
})

const period = 'from=2026-01-01&to=2026-06-30'
const group = (facts: object = {}) => ({
  heldOn: '2026-03-24',
  deskId: here.towns.oostdijk.desk,
  theme: 'education',
  people: 14,
  ...facts,
})
const put = (id: string, body: object, person: PersonName = 'nadia') =>
  here.as(person).ask(`/api/v1/group-contacts/${id}`, { method: 'PUT', body })
const refused = async (body: object, id = makeUuid()) => problem.parse(await (await put(id, body)).json())
const page = z.object({ items: z.array(z.object({ guide: z.object({ name: z.string() }) })) })
const listed = async (person: PersonName, town = 'oostdijk') =>
  (await read(page, here.as(person, town).ask(`/api/v1/group-contacts?${period}`))).items
const report = async () => (await here.as('lies').ask(`/api/v1/reports/live?${period}`)).json()

test('a group counts beside the help requests of Oostdijk and never among them, until it is voided', async () => {
  expect(await report()).not.toHaveProperty('groupContacts')
  const id = makeUuid()
  expect((await put(id, group())).status).toBe(201)
  expect((await put(id, group())).status).toBe(200)
  expect((await put(makeUuid(), group({ people: 6 }), 'samira')).status).toBe(201)
  expect(await report()).toMatchObject({ total: 0, groupContacts: { contacts: 2, people: 20 } })
  const published = hideSmall(halfYearReport.parse(await report()), { months: [], hidden: {} })
  expect(published).not.toHaveProperty('groupContacts')
  const names = async (person: PersonName) => (await listed(person)).map(({ guide }) => guide.name)
  // The own organisation, the own team, the city.
  expect(await names('zara')).toEqual(['nadia'])
  expect(await names('koen')).toEqual(['nadia'])
  expect(await names('samira')).toEqual(['samira'])
  expect((await names('lies')).toSorted()).toEqual(['nadia', 'samira'])
  expect(await listed('lies', 'westdijk')).toEqual([])
  const voiding = (person: PersonName, method: 'PUT' | 'DELETE', reason = 'dubbel genoteerd') =>
    here.as(person).ask(`/api/v1/group-contacts/${id}/voiding`, {
      method,
      body: method === 'PUT' ? { reason } : {},
    })
  expect((await voiding('zara', 'PUT')).status).toBe(403)
  const typed = await read(problem, voiding('nadia', 'PUT', 'fout 85.07.30-033.28'))
  expect(typed).toMatchObject({ status: 422, code: 'register_number', fields: [{ path: 'reason' }] })
  expect((await voiding('nadia', 'PUT')).status).toBe(204)
  expect(await report()).toMatchObject({ groupContacts: { contacts: 1, people: 6 } })
  expect((await voiding('nadia', 'DELETE')).status).toBe(204)
  expect(await report()).toMatchObject({ groupContacts: { contacts: 2, people: 20 } })
})

test('a group that makes no sense is refused by name', async () => {
  expect(await refused(group({ people: 1 }))).toMatchObject({ status: 400, code: 'invalid_input' })
  expect(await refused(group({ heldOn: '2026-03-26' }))).toMatchObject({ code: 'received_future' })
  expect(await refused(group({ theme: 'atlantis' }))).toMatchObject({ code: 'code_unknown' })
  expect(await refused(group({ deskId: here.towns.westdijk.desk }))).toMatchObject({ code: 'desk_unknown' })
  const id = makeUuid()
  await put(id, group())
  expect(await refused(group({ people: 15 }), id)).toMatchObject({ status: 409, code: 'id_taken' })
})
