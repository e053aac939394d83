import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from '../database.ts'

export interface DemoWords {
  /** Of the spreadsheet that the requests came from. */
  readonly row: number
  readonly words: string
  readonly mayQuote: boolean | null
}

/** Notes what people said beside their requests, as if it had been there from the beginning. */
export const noteDemoWords = (tx: Tx, said: readonly DemoWords[]) =>
  sql`
    insert into help_request_sensitive
      (city_id, id, received_on, guide_id, organization_id, own_words, may_quote)
    select r.city_id, r.id, r.received_on, r.guide_id, r.organization_id, given.words, given."mayQuote"
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as given (row integer, words text, "mayQuote" boolean)
      join help_request r on r.city_id = app_city() and r.import_row = given.row
    on conflict (city_id, id) do update set own_words = excluded.own_words, may_quote = excluded.may_quote`.execute(
    tx,
  )

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
