import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type pg from 'pg'

const batchSize = 2000

/** The least that an import can be: lines cut at semicolons, written as they are into a copy of the table. */
export async function importRaw(pool: pg.Pool, city: string, file: string): Promise<void> {
  const client = await pool.connect()
  await client.query('begin')
  await client.query(
    'create table raw_help_request (like help_request including defaults including generated including indexes)',
  )
  const ids = await client.query(
    `select d.id as desk, m.id as guide, m.organization_id as organization from desk d join member m on m.city_id = d.city_id
     where d.city_id = $1 limit 1`,
    [city],
  )
  const [{ desk, guide, organization }] = ids.rows
  const write = (lines: string[][]) =>
    client.query(
      `insert into raw_help_request (city_id, id, visit_id, received_at, received_on, desk_id, guide_id, organization_id,
         theme, nationality, actions, outcome, referred_to_text, minutes, import_key)
       select $1, gen_random_uuid(), gen_random_uuid(), ("on" || ' ' || at)::timestamp, "on", $2, $3, $4, theme, country,
         array[action], outcome, referred, minutes, key
       from jsonb_to_recordset($5) as row ("on" date, at text, theme text, country text, action text, outcome text,
         referred text, minutes int, key text)`,
      [city, desk, guide, organization, JSON.stringify(lines.map(record))],
    )
  let lines: string[][] = []
  let isHead = true
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!isHead) lines.push(line.split(';'))
    isHead = false
    if (lines.length < batchSize) continue
    await write(lines)
    lines = []
  }
  if (lines.length > 0) await write(lines)
  await client.query('commit')
  await client.query('drop table raw_help_request')
  client.release()
}

function record([
  key,
  date = '',
  at,
  ,
  ,
  ,
  ,
  country,
  ,
  theme,
  action,
  ,
  outcome,
  referred,
  minutes,
]: string[]) {
  const [day, month, year] = date.split('/')
  return {
    on: `${year}-${month}-${day}`,
    at,
    theme,
    country,
    action,
    outcome,
    referred,
    minutes: Number(minutes),
    key,
  }
}
