import { createServer } from 'node:http'
import pg from 'pg'
import { importRaw } from './raw-import.ts'

// The raw limit: a bare node:http handler doing our fastest hand-written SQL, without policies, sessions or framework.
// node raw-server.ts ADMIN_URL CITY_ID

const [adminUrl, city = ''] = process.argv.slice(2)
// The fastest search that we know asks who is searching; here it is whoever may see everything.
const options = `-c random_page_cost=1.1 -c app.city=${city} -c app.roles=coordinator`
const pool = new pg.Pool({ connectionString: adminUrl ?? '', max: 12, options, application_name: 'raw' })

const columns = `r.id, r.received_on, to_char(r.received_at at time zone 'Europe/Brussels', 'HH24:MI') as time,
  d.name as desk, g.name as guide, o.name as organization, r.channel, r.origin, r.client_kind, r.asked_by, r.status,
  r.nationality, r.contact_language, r.language_help, r.neighbourhood, r.first_visit, r.theme, r.sub_theme, r.actions,
  r.who_did_it, r.outcome, r.barriers, r.referred_to_text, r.tip`
const joined = `help_request r join desk d on d.city_id = r.city_id and d.id = r.desk_id
  join member g on g.city_id = r.city_id and g.id = r.guide_id
  join organization o on o.city_id = r.city_id and o.id = r.organization_id`
const newest = 'order by r.received_on desc, r.received_at desc, r.id desc limit 51'

interface Question {
  readonly text: string
  readonly values: readonly unknown[]
  readonly name?: string
}

const questions: Record<string, (query: URLSearchParams) => Question> = {
  '/list': (query) => {
    const { where, values } = filter(query)
    return {
      text: `select ${columns} from ${joined} where ${where} ${newest}`,
      values,
      name: `list ${[...query.keys()].join(' ')}`,
    }
  },
  '/search': (query) => ({
    text: `select ${columns} from ${joined}
      where r.city_id = $1
        and r.id = any(array(select find_requests($2::tsquery, null, null, null, null, null, 51))) ${newest}`,
    values: [city, `'${city.slice(-12)}:${query.get('lexeme')}'`],
    name: 'search',
  }),
  '/count': (query) => {
    const { where, values } = filter(query)
    return {
      text: `select count(*) from help_request r where ${where}`,
      values,
      name: `count ${[...query.keys()].join(' ')}`,
    }
  },
  '/one': (query) => ({
    text: `select r.*, d.name as desk, g.name as guide, o.name as organization from ${joined}
      where r.city_id = $1 and r.id = $2`,
    values: [city, query.get('id')],
    name: 'one',
  }),
  '/report': (query) => ({
    text: `select received_on, desk_id, client_kind, first_visit, status, origin, nationality, who_did_it, contact_language, outcome,
        theme, sub_theme, actions, barriers, count(*)
      from help_request where city_id = $1 and received_on between $2 and $3 and voided_at is null
      group by grouping sets ((received_on), (desk_id, client_kind, first_visit), (status, origin), (nationality, who_did_it),
        (contact_language, outcome), (theme, sub_theme), (actions, barriers))`,
    values: [city, query.get('from'), query.get('to')],
    name: 'report',
  }),
  '/export': () => ({
    text: `select ${columns} from ${joined} where r.city_id = $1 and r.voided_at is null
      order by r.received_on desc, r.received_at desc, r.id desc`,
    values: [city],
  }),
}

function filter(query: URLSearchParams) {
  const values: unknown[] = [city]
  const parts = ['r.city_id = $1', 'r.voided_at is null']
  for (const column of ['theme', 'nationality', 'outcome']) {
    if (!query.has(column)) continue
    values.push(query.get(column))
    parts.push(`r.${column} = $${values.length}`)
  }
  if (query.has('barrier')) {
    values.push([query.get('barrier')])
    parts.push(`r.barriers && $${values.length}`)
  }
  return { where: parts.join(' and '), values }
}

interface RawVisit {
  readonly id: string
  readonly receivedAt: string
  readonly deskId: string
  readonly guide: string
  readonly organization: string
  readonly clientKind: string
  readonly status: string
  readonly nationality: string
  readonly contactLanguage: string
  readonly requests: readonly { id: string; theme: string; actions: string[]; outcome: string }[]
}

/** A visit of one request, with its line in the audit, in one statement. */
const register = ({ requests: [one], ...visit }: RawVisit) =>
  pool.query({
    name: 'register',
    text: `with v as (
        insert into visit (city_id, id, member_id, digest, received_at, device_received_at)
        values ($1, $2, $3, 'digest', $4, $4)
      ), r as (
        insert into help_request (city_id, id, visit_id, received_at, received_on, desk_id, guide_id, organization_id,
          client_kind, status, status_definition, nationality, contact_language, theme, actions, outcome)
        values ($1, $5, $2, $4, ($4::timestamptz at time zone 'Europe/Brussels')::date, $6, $3, $7, $8, $9, 1, $10, $11, $12, $13, $14)
      )
      insert into audit_event (city_id, id, member_id, actor_kind, event, subject_id)
      values ($1, gen_random_uuid(), $3, 'member', 'visit.registered', $2)`,
    values: [
      city,
      visit.id,
      visit.guide,
      visit.receivedAt,
      one?.id,
      visit.deskId,
      visit.organization,
      visit.clientKind,
      visit.status,
      visit.nationality,
      visit.contactLanguage,
      one?.theme,
      one?.actions,
      one?.outcome,
    ],
  })

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (url.pathname === '/import') {
    await importRaw(pool, city, url.searchParams.get('file') ?? '')
    return void response.end('{}')
  }
  if (url.pathname === '/register') {
    await register(JSON.parse(Buffer.concat(await request.toArray()).toString()))
    return void response.writeHead(201).end('{}')
  }
  const question = questions[url.pathname]?.(url.searchParams)
  if (!question) return void response.writeHead(404).end()
  const { rows } = await pool.query({ ...question, values: [...question.values] })
  response.setHeader('content-type', 'application/json')
  // In pieces: a million rows are longer than one string may be.
  for (let begin = 0; begin < rows.length; begin += 10_000)
    response.write(JSON.stringify(rows.slice(begin, begin + 10_000)))
  response.end()
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})
