import { randomBytes } from 'node:crypto'
import { openEmbedded } from '../../src/db/embedded/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { makeRoles } from '../../src/db/role.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { runAt } from '../server.ts'
import { randomFrom } from './random.ts'
import { runMany } from './sync-runs.ts'
import { openSyncWorld } from './sync-world.ts'

/** So many runs of sync-runs.ts, one after the other, on a database of their own in `folder`; each fault with its seed. */
export async function tortureSync(folder: string, firstSeed: number, runs: number) {
  const loginPassword = randomBytes(16).toString('hex')
  const embedded = await openEmbedded({ folder, password: randomBytes(16).toString('hex') })
  if (isRefusal(embedded)) throw new Error(embedded.code)
  await runAt(embedded.adminUrl, async (admin) => {
    const refusal = (await makeRoles(admin, loginPassword)) ?? (await migrate(admin))
    if (refusal) throw new Error(refusal.code)
  })
  const world = await openSyncWorld({ adminUrl: embedded.adminUrl, loginPassword }, randomFrom(firstSeed))
  const found = await runMany(world, firstSeed, runs)
  await world.close()
  await embedded.release()
  return found
}
