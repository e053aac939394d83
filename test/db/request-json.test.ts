import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor, askAsActor } from '../../src/db/as-actor.ts'
import { askPage, pageIn } from '../../src/db/request/request-page-store.ts'
import { selectRequests } from '../../src/db/request/request-row-store.ts'
import { openTestDatabase } from '../database.ts'
import { buildOostdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let town: Town
beforeAll(async () => {
  db = await openTestDatabase()
  town = await buildOostdijk(db)
  await registerRequest(db, town, 'nadia')
  await registerRequest(db, town, 'zara')
})
afterAll(() => db[Symbol.asyncDispose]())

const timeZone = 'Europe/Brussels'

async function listed() {
  const { actor } = town.people.lies
  const { items } = pageIn(await askAsActor(db, actor, askPage(db.app, actor, { limit: 50, timeZone })), 50)
  return JSON.parse(items)
}
const read = () => asActor(db, town.people.lies.actor, (tx) => selectRequests(tx, sql`${timeZone}`).execute())
const write = (values: Record<string, unknown>) =>
  asActor(db, town.people.lies.actor, (tx) =>
    tx.updateTable('help_request').set(values).where('guide_id', '=', town.people.nadia.id).execute(),
  )

test('whatever was typed stands in the list as it is in its row', async () => {
  const words = fc.oneof(
    fc.constantFrom('"', '\\', '\n\t\u0001', '%s %1$s', '{}', "'", '🙂 ب', '</script>', 'null'),
    fc.string({ maxLength: 40 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
    fc.constant(null),
  )
  const facts = fc.record({
    neighbourhood: words,
    referred_to_text: words,
    tip: words,
    first_visit: fc.constantFrom(true, false, null),
    sub_theme: fc.constantFrom('rent', null),
    time_known: fc.boolean(),
    actions: fc.constantFrom([], ['info'], ['info', 'phone_call']),
  })
  await fc.assert(
    fc.asyncProperty(facts, async (values) => {
      await write(values)
      expect(await listed()).toEqual(await read())
    }),
    { numRuns: 60 },
  )
})

test('a code that is none is kept out, whoever writes it', async () => {
  for (const values of [
    { theme: 'a"b' },
    { status: 'a\\b' },
    { sub_theme: 'a b' },
    { outcome: "a'b" },
    { actions: ['a"b'] },
    { barriers: ['a b', 'c'] },
    { actions: [null] },
  ])
    await expect(write(values)).rejects.toThrow(/help_request_codes|null/)
})
