import pg from 'pg'

/**
 * Erases the demo town, its rows and its accounts: invented data, so nothing is kept. Only the owner of the database
 * can, because the application may delete next to nothing.
 */
export async function removeDemoTown(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('begin')
    const { rows } = await admin.query<{ table: string }>(`
      select quote_ident(table_name) as table from information_schema.columns
      where table_schema = 'public' and column_name = 'city_id' and table_name <> 'session'`)
    await admin.query(`create temporary table demo_account on commit drop as
      select account_id as id from member where city_id in (select id from city where is_demo)`)
    // Because every row of the town goes, the order of its foreign keys does not matter.
    await admin.query("set local session_replication_role = 'replica'")
    for (const { table } of rows) {
      await admin.query(`delete from ${table} where city_id in (select id from city where is_demo)`)
    }
    await admin.query('delete from session where user_id in (select id from demo_account)')
    await admin.query('delete from account_credential where user_id in (select id from demo_account)')
    await admin.query('delete from account where id in (select id from demo_account)')
    await admin.query('delete from city where is_demo')
    await admin.query('commit')
  } finally {
    await admin.end()
  }
}
