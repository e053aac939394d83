import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import type { Tx } from '../../src/db/database.ts'
import { forgetDecision, listDecisions, rememberDecision } from '../../src/db/import/import-memory-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { openTestDatabase } from '../database.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, type Town } from '../story.ts'

// What a town decided about a value holds for every later import: there is one answer, or none.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const asLies = <T>(work: (tx: Tx) => Promise<T>) => asActor(db, oostdijk.people.lies.actor, work)
const decide = (spelling: string, code: string, meanwhile?: () => Promise<unknown>) =>
  asLies(async (tx) => {
    const owner = { ...oostdijk.people.lies.actor, organizationId: oostdijk.welcomeHouse }
    const isSensitive = code === 'no_legal_stay'
    const decision = { field: 'status', spelling, value: spelling, code, isSensitive }
    await rememberDecision(tx, owner, decision, new Date())
    await meanwhile?.()
  })
const decided = async (spelling: string) => {
  const all = await asLies((tx) => listDecisions(tx, oostdijk.welcomeHouse))
  return all.filter((decision) => decision.spelling === spelling)
}

/** Whether somebody waits for a lock of this database's own. */
const isAnybodyWaiting = () =>
  runAt(db.adminUrl, async (admin) => {
    const waiting = `select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
    return (await admin.query(waiting)).rows.length > 0
  })

test.each([
  ['no_legal_stay', 'newcomer'],
  ['newcomer', 'no_legal_stay'],
] as const)(
  'of two people who decide at one moment, %s and then %s, the last has it',
  async (first, second) => {
    const spelling = `zwv, not ${first}`
    let other: Promise<void> | undefined
    await decide(spelling, first, async () => {
      let isDecided = false
      other = decide(spelling, second).finally(() => {
        isDecided = true
      })
      await expect.poll(async () => isDecided || (await isAnybodyWaiting()), { timeout: 10_000 }).toBe(true)
    })
    await other
    expect((await decided(spelling)).map(({ code }) => code)).toEqual([second])
  },
)

test('forgetting a decision leaves no other about the same value', async () => {
  const spelling = 'zwv er'
  await decide(spelling, 'newcomer')
  const [decision] = await decided(spelling)
  if (!decision) throw new Error('nothing was remembered')
  const key = { city_id: oostdijk.city.id, organization_id: oostdijk.welcomeHouse, field: 'status', spelling }
  const other = { ...key, id: makeUuid(), value: spelling, code: 'no_legal_stay' }
  await asLies((tx) => tx.insertInto('import_mapping_sensitive').values(other).execute())
  expect(await asLies((tx) => forgetDecision(tx, oostdijk.city.id, decision.id))).toBe(true)
  expect(await decided(spelling)).toEqual([])
  expect(await asLies((tx) => forgetDecision(tx, oostdijk.city.id, decision.id))).toBe(false)
})
