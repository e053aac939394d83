import { setInterval as every } from 'node:timers/promises'
import pg from 'pg'
import { openEmbedded } from '../../src/db/embedded/embedded.ts'
import { isRefusal } from '../../src/domain/refusal.ts'

// A process that uses the embedded database, for tests that kill it: node database-user.ts FOLDER PASSWORD [write].
// Prints `open adopted|started`, then with `write` the number of every row that the database has acknowledged; ends
// with its standard input.

const [folder = '', password = '', task] = process.argv.slice(2)
const embedded = await openEmbedded({ folder, password })
if (isRefusal(embedded)) {
  process.stdout.write(`refused ${embedded.code}\n`)
  process.exit(1)
}
process.stdin.on('end', () => void embedded.release().then(() => process.exit(0))).resume()
process.stdout.write(`open ${embedded.adopted ? 'adopted' : 'started'}\n`)
if (task === 'write') await write(embedded.adminUrl)
else for await (const _ of every(1000)) if (process.stdin.destroyed) break

async function write(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // because: tests kill the server under it
  client.on('error', () => process.exit(1))
  await client.connect()
  await client
    .query('create table if not exists written (number bigint generated always as identity primary key)')
    // because: of two writers that begin together, the second may find the table half made
    .catch(() => undefined)
  for (;;) {
    const { rows } = await client.query('insert into written default values returning number')
    process.stdout.write(`${rows[0].number}\n`)
  }
}
