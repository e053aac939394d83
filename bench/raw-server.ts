import { createServer } from 'node:http'
import pg from 'pg'

// The raw limit: a bare node:http handler doing our fastest hand-written SQL, without policies, sessions or framework.
// node raw-server.ts ADMIN_URL CITY_ID

const [adminUrl, city] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: adminUrl ?? '', max: 12 })

const queries: Record<string, { text: string; values: (query: URLSearchParams) => unknown[] }> = {
  '/list': {
    text: `select r.id, r.received_on, to_char(r.received_at at time zone 'Europe/Brussels', 'HH24:MI') as time,
        d.name as desk, g.name as guide, r.minutes, r.client_kind, r.status, r.nationality, r.contact_language, r.theme,
        r.sub_theme, r.actions, r.who_did_it, r.outcome
      from help_request r join desk d on d.city_id = r.city_id and d.id = r.desk_id
        join member g on g.city_id = r.city_id and g.id = r.guide_id
      where r.city_id = $1 and r.voided_at is null and r.theme = $2
      order by r.received_on desc, r.received_at desc, r.id desc limit 51`,
    values: (query) => [city, query.get('theme')],
  },
  '/report': {
    text: `select received_on, desk_id, client_kind, status, origin, nationality, who_did_it, contact_language, outcome,
        theme, sub_theme, actions, barriers, count(*)
      from help_request where city_id = $1 and received_on between $2 and $3 and voided_at is null
      group by grouping sets ((received_on), (desk_id, client_kind), (status, origin), (nationality, who_did_it),
        (contact_language, outcome), (theme, sub_theme), (actions, barriers))`,
    values: (query) => [city, query.get('from'), query.get('to')],
  },
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const query = queries[url.pathname]
  if (!query) return void response.writeHead(404).end()
  const { rows } = await pool.query(query.text, query.values(url.searchParams))
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ items: rows }))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})
