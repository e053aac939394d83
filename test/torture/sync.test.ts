import { expect, inject, test } from 'vitest'
import { openTestDatabase } from '../database.ts'
import { randomFrom } from './random.ts'
import { runMany } from './sync-runs.ts'
import { openSyncWorld } from './sync-world.ts'

test('what was saved is in the databank once, whatever breaks on the way', { timeout: 420_000 }, async () => {
  await using db = await openTestDatabase()
  const place = { adminUrl: db.adminUrl, loginPassword: inject('loginPassword') }
  const world = await openSyncWorld(place, randomFrom(1))
  const { saved, ticked, faults } = await runMany(world, 1, 25)
  await world.close()
  expect(faults).toEqual([])
  expect(saved).toBeGreaterThan(20)
  expect(ticked).toBeGreaterThan(5)
})
