import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import { type ListedImport, listImports } from '../../src/db/import/import-list-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { openTestDatabase } from '../database.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
})
afterAll(() => db[Symbol.asyncDispose]())

test('imports and files of the same moment are each listed once, page after page', async () => {
  const { city, people, welcomeHouse } = oostdijk
  const moments = [100, 200, 300, 400].map((micros) => `2026-03-02T09:00:00.123${micros}Z`)
  const made = await runAt(db.adminUrl, async (admin) => {
    const ids: string[] = []
    for (const at of moments) {
      const [done, open] = [makeUuid(), makeUuid()]
      await admin.query(
        `insert into import (city_id, id, organization_id, file_name, rows, imported, rejected, imported_at)
         values ($1, $2, $3, 'done', 1, 1, 0, $4)`,
        [city.id, done, welcomeHouse, at],
      )
      await admin.query(
        `insert into import_file (city_id, id, member_id, file_name, sha256, attempt, created_at)
         values ($1, $2, $3, 'open', '0', $4, $5)`,
        [city.id, open, people.lies.id, makeUuid(), at],
      )
      ids.push(done, open)
    }
    return ids
  })
  const seen: string[] = []
  let after: ListedImport | undefined
  do {
    const page = { after, limit: 1, now: new Date() }
    ;[after] = await asActor(db, people.lies.actor, (tx) => listImports(tx, page))
    if (after) seen.push(after.id)
  } while (after)
  expect(seen.sort()).toEqual(made.sort())
})
