import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { importRequests } from '../../src/db/import/import-store.ts'
import { addKey, revokeKey } from '../../src/db/people/api-key-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { apiKeyId } from '../../src/domain/id.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { openTestDatabase } from '../database.ts'
import { makeSheet } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, type Town } from '../story.ts'
import { countIn, headings, inputOf } from './sheet-import.ts'

// Who loses the right to import while an import of theirs is at work brings nothing in.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

async function keyOfLies(
  expiresAt: Date | null = null,
): Promise<Actor & { keyId: ReturnType<typeof apiKeyId.parse> }> {
  const { cli, people } = oostdijk
  const [id, digest] = [apiKeyId.parse(makeUuid()), makeUuid()]
  const key = {
    id,
    memberId: people.lies.id,
    name: 'Bureau',
    roles: ['coordinator'] as const,
    expiresAt,
    prefix: 'bw_x',
    digest,
  }
  const made = await asActor(db, cli, (tx) =>
    addKey(tx, cli, { ...key, now: new Date('2026-01-01T09:00:00Z') }),
  )
  if (isRefusal(made)) throw new Error(made.code)
  return { ...people.lies.actor, keyId: id }
}
const setLies = (to: { disabled_at: Date | null } | { roles: ('guide' | 'coordinator')[] }) =>
  asActor(db, oostdijk.cli, (tx) =>
    tx.updateTable('member').set(to).where('id', '=', oostdijk.people.lies.id).execute(),
  )
const revoke = (keyId: Awaited<ReturnType<typeof keyOfLies>>['keyId']) =>
  asActor(db, oostdijk.cli, (tx) => revokeKey(tx, oostdijk.cli, keyId, new Date()))

/** Imports a row as somebody, and lets something happen each time the rows are read: to look at them, then to write. */
async function importWhile(
  actor: Actor,
  number: string,
  happens: (reading: number) => Promise<unknown>,
  more: Parameters<typeof inputOf>[2] = {},
) {
  const sheet = makeSheet([headings, [number, '02/11/2015', 'Wonen', '', '', 'Onthaalbureau', 'zara', '']])
  let reading = 0
  const watched = {
    ...sheet,
    async *rows() {
      await happens(++reading)
      yield* sheet.rows()
    },
  }
  return asActor(db, actor, (tx) => importRequests(tx, actor, inputOf(oostdijk, watched, more)))
}

test.each([1, 2])(
  'nothing of lies comes in who is shut out while the rows are read for the %sth time',
  async (at) => {
    const before = await countIn(db, oostdijk)
    const { actor } = oostdijk.people.lies
    const shutOut = async (reading: number) => reading === at && setLies({ disabled_at: new Date() })
    expect(await importWhile(actor, `9${at}`, shutOut)).toMatchObject({ code: 'import_right_lost' })
    await setLies({ disabled_at: null })
    expect(await countIn(db, oostdijk)).toEqual(before)
    const takeAway = async (reading: number) => reading === at && setLies({ roles: ['guide'] })
    expect(await importWhile(actor, `9${at}`, takeAway)).toMatchObject({ code: 'import_right_lost' })
    await setLies({ roles: ['coordinator'] })
    expect(await countIn(db, oostdijk)).toEqual(before)
    expect(await importWhile(actor, `9${at}`, async () => undefined)).toMatchObject({ imported: 1 })
  },
)

test.each([1, 2])('nothing of a program comes in whose key is revoked at the %sth reading', async (at) => {
  const before = await countIn(db, oostdijk)
  const actor = await keyOfLies()
  const end = async (reading: number) => reading === at && revoke(actor.keyId)
  expect(await importWhile(actor, `8${at}`, end)).toMatchObject({ code: 'import_right_lost' })
  expect(await countIn(db, oostdijk)).toEqual(before)
  expect(await importWhile(actor, `8${at}`, async () => undefined)).toMatchObject({
    code: 'import_right_lost',
  })
  // Lies herself may still, and another key of hers too.
  const other = await keyOfLies()
  expect(await importWhile(other, `8${at}`, async () => undefined)).toMatchObject({ imported: 1 })
})

test('a key that is over brings nothing in', async () => {
  const over = await keyOfLies(new Date('2026-02-01T09:00:00Z'))
  expect(await importWhile(over, '70', async () => undefined)).toMatchObject({ code: 'import_right_lost' })
  const holds = await keyOfLies(new Date('2026-04-01T09:00:00Z'))
  expect(await importWhile(holds, '70', async () => undefined)).toMatchObject({ imported: 1 })
})

test('a key that ends while its rows are read brings nothing in', async () => {
  const actor = await keyOfLies(new Date('2026-03-02T10:00:00Z'))
  let now = new Date('2026-03-02T09:59:59Z')
  const end = async (reading: number) => {
    if (reading === 2) now = new Date('2026-03-02T10:00:01Z')
  }
  const imported = importWhile(actor, '71', end, { clock: () => now })
  expect(await imported).toMatchObject({ code: 'import_right_lost' })
})

test('of keys a member finds no other than their own', async () => {
  await keyOfLies()
  const seenBy = (actor: Actor) =>
    asActor(db, actor, async (tx) => (await tx.selectFrom('api_key').select('member_id').execute()).length)
  const { lies, nadia, eva } = oostdijk.people
  expect(await seenBy(lies.actor)).toBeGreaterThan(0)
  expect([await seenBy(nadia.actor), await seenBy(eva.actor)]).toEqual([0, 0])
})
