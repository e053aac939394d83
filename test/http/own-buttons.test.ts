import { expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '../../src/contract/problem.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { read } from '../open-server.ts'
import type { PersonName } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

const here = twoTowns({ people: { oostdijk: ['nadia', 'zara'], westdijk: ['nadia'] } })

const letter = {
  id: makeUuid(),
  name: 'Brief uitgelegd',
  theme: 'paperwork',
  subTheme: null,
  actions: ['explain_letter'],
  outcome: 'answered',
  whoDidIt: 'not_asked',
}
const kept = z.object({ items: z.array(z.unknown()), version: z.int() })
const list = async (person: PersonName = 'nadia', town = 'oostdijk') =>
  read(kept, here.as(person, town).ask('/api/v1/own-buttons'))
const keep = (items: object[], version: number, person: PersonName = 'nadia') =>
  here.as(person).ask('/api/v1/own-buttons', {
    method: 'PUT',
    body: { items },
    headers: { 'if-match': `"${version}"` },
  })
const refused = async (items: object[], version: number) =>
  problem.parse(await (await keep(items, version)).json())

test('a guide’s buttons are kept in their order, once per version, and are nobody else’s', async () => {
  expect(await list()).toEqual({ items: [], version: 0 })
  const first = await keep([letter], 0)
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"'])
  const bus = { ...letter, id: makeUuid(), name: 'Bus', theme: 'mobility', actions: ['inform'] }
  expect(await (await keep([bus, letter], 1)).json()).toEqual({ items: [bus, letter], version: 2 })
  // The same again does no harm; another device that saw an older list does not overwrite in silence.
  expect((await keep([bus, letter], 1)).status).toBe(200)
  expect(await refused([letter], 1)).toMatchObject({ status: 412, code: 'version_stale' })
  expect(await refused([letter], 0)).toMatchObject({ status: 412, code: 'version_stale' })
  expect(await list()).toEqual({ items: [bus, letter], version: 2 })
  expect(await list('zara')).toEqual({ items: [], version: 0 })
  expect(await list('nadia', 'westdijk')).toEqual({ items: [], version: 0 })
})

test('a button that makes no sense, or that whoever is at the desk should not read, is refused by name', async () => {
  const { version } = await list()
  const wrong = async (part: object) => refused([{ ...letter, ...part }], version)
  expect(await wrong({ theme: 'atlantis' })).toMatchObject({
    code: 'code_unknown',
    fields: [{ path: 'items.0.theme' }],
  })
  expect(await wrong({ subTheme: 'housing.private_rent' })).toMatchObject({ code: 'sub_theme_elsewhere' })
  expect(await wrong({ theme: 'residence', subTheme: 'residence.irregular_stay' })).toMatchObject({
    status: 422,
    code: 'button_sensitive',
  })
  expect(await wrong({ name: 'voor 85.07.30-033.28' })).toMatchObject({ code: 'register_number' })
  expect(await wrong({ name: ' ' })).toMatchObject({ status: 400, code: 'invalid_input' })
  expect(await refused([letter, { ...letter, id: makeUuid() }], version)).toMatchObject({
    status: 409,
    code: 'name_taken',
  })
})
