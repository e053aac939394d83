import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { makeRoles } from '../src/db/role.ts'
import { isRefusal } from '../src/domain/refusal.ts'
import { describeSchema } from './schema-types.ts'
import { runAt } from './server.ts'

// npm run schema: writes src/db/schema.ts from a database that was migrated just now.
const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-schema-'))
const embedded = await openEmbedded({ folder: join(folder, 'postgres'), password: 'schema' })
if (isRefusal(embedded)) throw new Error(embedded.code)
await runAt(embedded.adminUrl, async (admin) => {
  await makeRoles(admin, 'schema')
  await migrate(admin)
  await writeFile('src/db/schema.ts', await describeSchema(admin))
})
await embedded.release()
await rm(folder, { recursive: true })
