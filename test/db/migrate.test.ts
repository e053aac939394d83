import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { connect, openDatabase } from '../../src/db/database.ts'
import { migrate, readMigrations } from '../../src/db/migrate.ts'
import { makeRoles } from '../../src/db/role.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { databaseUrl, runAt } from '../server.ts'

async function withEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const server = inject('adminUrl')
  const name = `empty_${randomBytes(6).toString('hex')}`
  await runAt(server, (admin) => admin.query(`create database ${name}`))
  await work(databaseUrl(server, name)).finally(() =>
    runAt(server, (admin) => admin.query(`drop database ${name} with (force)`)),
  )
}
const ledger = (url: string) =>
  runAt(
    url,
    async (admin) => (await admin.query('select name from schema_migration order by number')).rows.length,
  )

test('four servers that start at once on an empty database migrate it once, and all of them work', async () => {
  await withEmptyDatabase(async (url) => {
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase(url, inject('loginPassword'))),
    )
    for (const db of opened) {
      if (isRefusal(db)) throw new Error(db.code)
      expect(await db.auth.selectFrom('city').selectAll().execute()).toEqual([])
      await db.close()
    }
    expect(await ledger(url)).toBeGreaterThanOrEqual(3)
  })
})

test('a migration that fails leaves nothing of itself behind, and the next start goes on from there', async () => {
  await withEmptyDatabase(async (url) => {
    await runAt(url, (admin) => admin.query('create table closure (other text)'))
    await expect(openDatabase(url, inject('loginPassword'))).rejects.toThrow(/already exists/)
    const left = await runAt(url, (admin) =>
      admin.query(`select from pg_tables where tablename = 'organization'`),
    )
    expect(left.rowCount).toBe(0)
    await runAt(url, (admin) => admin.query('drop table closure'))
    const db = await openDatabase(url, inject('loginPassword'))
    if (isRefusal(db)) throw new Error(db.code)
    await db.close()
  })
})

test('what somebody said before it had a place of its own moves there with its history', async () => {
  await withEmptyDatabase(async (url) => {
    const rows = await runAt(url, async (admin) => {
      const earlier = (await readMigrations()).filter(({ number }) => number < 31)
      expect(
        (await makeRoles(admin, inject('loginPassword'))) ?? (await migrate(admin, earlier)),
      ).toBeUndefined()
      const [city, id, other] = [makeUuid(), makeUuid(), makeUuid()]
      const insert = (table: string, values: Record<string, unknown>) =>
        admin.query(
          `insert into ${table} (city_id, ${Object.keys(values)}) values ('${city}', ${Object.keys(values).map((_, i) => `$${i + 1}`)})`,
          Object.values(values),
        )
      // Foreign keys are of no matter here.
      await admin.query(`set session_replication_role = 'replica'`)
      for (const [request, own_words] of [
        [id, 'Hier luistert iemand.'],
        [other, null],
      ])
        await insert('help_request', {
          ...{ id: request, visit_id: id, received_at: '2026-03-02', received_on: '2026-03-02', desk_id: id },
          ...{ guide_id: id, organization_id: id, theme: 'work', own_words, may_quote: own_words && true },
        })
      const version = { request_id: id, changed_at: '2026-03-02', actor_kind: 'cli' }
      const words = { field: 'ownWords', from: null, to: 'Hier luistert iemand.' }
      const tip = { field: 'tip', from: null, to: 'Bel.' }
      const status = { field: 'status', from: 'not_asked', to: 'no_legal_stay' }
      const keep = (number: number, changes: object[]) =>
        insert('help_request_version', {
          id: makeUuid(),
          version: number,
          ...version,
          changes: JSON.stringify(changes),
        })
      await keep(2, [tip, words])
      await keep(3, [words])
      await keep(4, [tip])
      await insert('help_request_sensitive_version', {
        ...{
          id: makeUuid(),
          guide_id: id,
          version: 3,
          with_row: true,
          ...version,
          changes: JSON.stringify([status]),
        },
      })
      expect(await migrate(admin)).toBeUndefined()
      const ask = async (sql: string) => (await admin.query(sql)).rows
      expect(await ask('select version, changes from help_request_version order by version')).toEqual([
        { version: 2, changes: [tip] },
        { version: 3, changes: [] },
        { version: 4, changes: [tip] },
      ])
      expect(
        await ask('select version, with_row, changes from help_request_sensitive_version order by version'),
      ).toEqual([
        { version: 2, with_row: true, changes: [words] },
        { version: 3, with_row: true, changes: [status, words] },
      ])
      return ask('select id, own_words, may_quote from help_request_sensitive')
    })
    expect(rows).toMatchObject([{ own_words: 'Hier luistert iemand.', may_quote: true }])
  })
})

test('a database of a newer version, and a migration that was rewritten, are refused by name', async () => {
  await withEmptyDatabase(async (url) => {
    const open = async () => {
      const db = await openDatabase(url, inject('loginPassword'))
      if (isRefusal(db)) return db
      await db.close()
      return undefined
    }
    expect(await open()).toBeUndefined()
    await runAt(url, (admin) =>
      admin.query(`insert into schema_migration values (9999, '9999-from-the-future.sql', 'x')`),
    )
    expect(await open()).toMatchObject({
      code: 'database_newer',
      details: { name: '9999-from-the-future.sql' },
    })
    await runAt(url, (admin) => admin.query(`delete from schema_migration where number = 9999`))
    await runAt(url, (admin) => admin.query(`update schema_migration set digest = 'x' where number = 1`))
    expect(await open()).toMatchObject({ code: 'migration_changed' })
  })
})

test('a server that is used with another secret is refused, and stays open for those that use it', async () => {
  await withEmptyDatabase(async (url) => {
    const first = await openDatabase(url, inject('loginPassword'))
    if (isRefusal(first)) throw new Error(first.code)
    expect(await openDatabase(url, 'the login of another installation')).toMatchObject({
      code: 'database_other_secret',
    })
    await first.close()
    const again = connect(url, inject('loginPassword'))
    expect(await again.auth.selectFrom('city').selectAll().execute()).toEqual([])
    await again.close()
  })
})

test('an address that asks for no TLS is taken at its word', async () => {
  await withEmptyDatabase(async (url) => {
    const db = await openDatabase(
      `${url}${url.includes('?') ? '&' : '?'}sslmode=disable`,
      inject('loginPassword'),
    )
    if (isRefusal(db)) throw new Error(db.code)
    expect(await db.auth.selectFrom('city').selectAll().execute()).toEqual([])
    await db.close()
  })
})
