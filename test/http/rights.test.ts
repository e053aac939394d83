import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listedRequest } from '../../src/contract/help-request.ts'
import { problem } from '../../src/contract/problem.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { type Right, rightsOf } from '../../src/domain/people/right.ts'
import { writeCursor } from '../../src/http/cursor.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import {
  buildOostdijk,
  buildWestdijk,
  type PersonName,
  personNames,
  registerRequest,
  type Town,
} from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let towns: Record<'oostdijk' | 'westdijk', Town>
let entered: Awaited<ReturnType<typeof enterAll>>
const registered = new Map<string, string>()

beforeAll(async () => {
  db = await openTestDatabase()
  towns = { oostdijk: await buildOostdijk(db), westdijk: await buildWestdijk(db) }
  for (const town of Object.values(towns))
    for (const person of ['nadia', 'zara', 'samira'] as const)
      registered.set(await registerRequest(db, town, person), `${town.city.code} ${person}`)
  await registerRequest(db, towns.oostdijk, 'nadia', { sensitiveStatus: 'no_legal_stay', theme: 'health' })
  const emails = Object.keys(towns).flatMap((code) =>
    personNames.map((name) => `${name}@${code}.example.org`),
  )
  server = await openServer(db, { trustedProxies: 1 })
  entered = await enterAll(db, server, emails)
}, 120_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const as = (town: string, person: PersonName) => entered(`${person}@${town}.example.org`)

const requestPage = z.object({ items: z.array(listedRequest), next: z.string().optional() })
const requestCount = z.object({ requests: z.int() })
const period = 'from=2026-01-01&to=2026-06-30'
const nobodys = '/api/v1/requests/019a0000-0000-7000-8000-000000000000'

interface Walked {
  /** Made anew for each person where an id may be used once. */
  readonly ask: string | (() => string)
  readonly method?: string
  /** Null: signed in is enough. */
  readonly right: Right | null
  readonly body?: unknown
  /** What whoever may gets; a change without a version is not asked further than that. */
  readonly answer?: number
}

const absent = '01900000-0000-7000-8000-00000000dead'
const nobody = `/api/v1/members/${absent}`
const nobodyServed = `/api/v1/clients/${absent}`
const days = { from: '2026-05-04', to: '2026-05-01' }

/** Every route behind sign-in, with what it needs. A method stands before the path where the path has several. */
const routes: Record<string, Walked> = {
  '/api/v1/session': { ask: '/api/v1/session', right: null },
  '/api/v1/session/city': { ask: '/api/v1/session/city', method: 'PUT', right: null },
  '/api/v1/code-lists': { ask: '/api/v1/code-lists', right: null },
  '/api/v1/code-lists/use': { ask: '/api/v1/code-lists/use', right: 'reports.live' },
  '/api/v1/code-lists/{list}/order': {
    ask: '/api/v1/code-lists/barrier/order',
    method: 'PUT',
    right: 'code_lists.change',
    body: { codes: [] },
    answer: 428,
  },
  'GET /api/v1/code-lists/{list}/{code}': { ask: '/api/v1/code-lists/theme/housing', right: null },
  'PUT /api/v1/code-lists/{list}/{code}': {
    ask: '/api/v1/code-lists/channel/desk',
    method: 'PUT',
    right: 'code_lists.change',
    body: { labels: { nl: 'aan het loket', fr: 'au guichet', en: 'at the desk' } },
  },
  'PATCH /api/v1/code-lists/{list}/{code}': {
    ask: '/api/v1/code-lists/theme/housing',
    method: 'PATCH',
    right: 'code_lists.change',
    body: {},
    answer: 428,
  },
  'PUT /api/v1/code-lists/{list}/{code}/retirement': {
    ask: '/api/v1/code-lists/theme/housing/retirement',
    method: 'PUT',
    right: 'code_lists.change',
    body: {},
    answer: 428,
  },
  'DELETE /api/v1/code-lists/{list}/{code}/retirement': {
    ask: '/api/v1/code-lists/theme/housing/retirement',
    method: 'DELETE',
    right: 'code_lists.change',
    body: {},
    answer: 428,
  },
  '/api/v1/code-lists/{list}/{code}/versions': {
    ask: '/api/v1/code-lists/theme/housing/versions',
    right: null,
  },
  '/api/v1/sealing-key': { ask: '/api/v1/sealing-key', right: 'visits.register' },
  'PUT /api/v1/pins/{id}': {
    ask: () => `/api/v1/pins/${randomUUID()}`,
    method: 'PUT',
    body: {},
    right: 'drafts.keep',
  },
  'DELETE /api/v1/pins/{id}': {
    ask: `/api/v1/pins/${absent}`,
    method: 'DELETE',
    body: {},
    right: 'drafts.keep',
    answer: 204,
  },
  '/api/v1/draft-key': { ask: '/api/v1/draft-key', right: 'drafts.keep' },
  '/api/v1/sealed-visits': {
    ask: '/api/v1/sealed-visits',
    method: 'POST',
    right: 'visits.register',
    body: { sentAt: '2026-03-02T10:00:00Z', items: [{ id: absent, keyId: absent, sealed: 'AA==' }] },
  },
  'GET /api/v1/own-buttons': { ask: '/api/v1/own-buttons', right: 'visits.register' },
  'PUT /api/v1/own-buttons': {
    ask: '/api/v1/own-buttons',
    method: 'PUT',
    right: 'visits.register',
    body: { items: [] },
    answer: 428,
  },
  '/api/v1/group-contacts': { ask: `/api/v1/group-contacts?${period}`, right: 'requests.read' },
  '/api/v1/group-contacts/{id}': {
    ask: `/api/v1/group-contacts/${absent}`,
    method: 'PUT',
    right: 'visits.register',
    body: { heldOn: '2026-03-02', deskId: absent, theme: 'housing', people: 12 },
    answer: 422,
  },
  'PUT /api/v1/group-contacts/{id}/voiding': {
    ask: `/api/v1/group-contacts/${absent}/voiding`,
    method: 'PUT',
    right: 'requests.correct',
    body: { reason: 'dubbel genoteerd' },
    answer: 404,
  },
  'DELETE /api/v1/group-contacts/{id}/voiding': {
    ask: `/api/v1/group-contacts/${absent}/voiding`,
    method: 'DELETE',
    right: 'requests.correct',
    body: {},
    answer: 404,
  },
  '/api/v1/follow-ups': { ask: '/api/v1/follow-ups', right: 'follow_ups.read' },
  '/api/v1/follow-ups/{id}': {
    ask: `/api/v1/follow-ups/${absent}`,
    method: 'PUT',
    right: 'visits.register',
    body: { requestId: absent, sender: 'school', what: 'inschrijven', dueOn: '2026-03-09' },
    answer: 404,
  },
  'PUT /api/v1/follow-ups/{id}/completion': {
    ask: `/api/v1/follow-ups/${absent}/completion`,
    method: 'PUT',
    right: 'visits.register',
    body: {},
    answer: 404,
  },
  'DELETE /api/v1/follow-ups/{id}/completion': {
    ask: `/api/v1/follow-ups/${absent}/completion`,
    method: 'DELETE',
    right: 'visits.register',
    body: {},
    answer: 404,
  },
  '/api/v1/own-results': { ask: `/api/v1/own-results?${period}`, right: 'visits.register' },
  'PUT /api/v1/devices/{id}': {
    ask: () => `/api/v1/devices/${randomUUID()}`,
    method: 'PUT',
    right: 'visits.register',
    body: { secret: 'x'.repeat(43) },
    answer: 201,
  },
  'PATCH /api/v1/devices/{id}': {
    ask: `/api/v1/devices/${absent}`,
    method: 'PATCH',
    right: 'devices.change',
    body: { name: 'tablet onthaal' },
    answer: 428,
  },
  '/api/v1/devices': { ask: '/api/v1/devices', right: 'devices.change' },
  '/api/v1/devices/{id}/revocation': {
    ask: `/api/v1/devices/${absent}/revocation`,
    method: 'PUT',
    right: 'devices.change',
    body: {},
    answer: 404,
  },
  // What a device hands over without anybody signed in is in devices.test.ts.
  'GET /api/v1/quarantined-visits': { ask: '/api/v1/quarantined-visits', right: 'quarantine.decide' },
  '/api/v1/quarantined-visits/{id}/openings': {
    ask: `/api/v1/quarantined-visits/${absent}/openings`,
    method: 'POST',
    right: 'quarantine.decide',
    body: {},
    answer: 404,
  },
  '/api/v1/quarantined-visits/{id}/acceptance': {
    ask: `/api/v1/quarantined-visits/${absent}/acceptance`,
    method: 'PUT',
    right: 'quarantine.decide',
    body: {},
    answer: 404,
  },
  '/api/v1/quarantined-visits/{id}/discarding': {
    ask: `/api/v1/quarantined-visits/${absent}/discarding`,
    method: 'PUT',
    right: 'quarantine.decide',
    body: { reason: 'het toestel was gestolen' },
    answer: 404,
  },
  '/api/v1/visits/habits': { ask: '/api/v1/visits/habits', right: 'visits.register' },
  '/api/v1/visits/insight': { ask: '/api/v1/visits/insight?theme=housing', right: 'visits.register' },
  '/api/v1/visits': {
    ask: '/api/v1/visits',
    method: 'POST',
    right: 'visits.register',
    body: {
      id: absent,
      receivedAt: '2026-03-02T10:00:00Z',
      deskId: absent,
      requests: [{ id: absent, theme: 'housing', unfinished: true }],
    },
    answer: 422,
  },
  '/api/v1/client-words': { ask: '/api/v1/client-words', right: 'client_words.read' },
  '/api/v1/client-words/{language}': { ask: '/api/v1/client-words/ce', right: 'client_words.read' },
  'PUT /api/v1/client-words/{language}/sentences/{key}': {
    ask: '/api/v1/client-words/ce/sentences/first.title',
    method: 'PUT',
    right: 'client_words.change',
    body: { words: 'Welkom' },
    answer: 428,
  },
  'DELETE /api/v1/client-words/{language}/sentences/{key}': {
    ask: '/api/v1/client-words/ce/sentences/first.title',
    method: 'DELETE',
    right: 'client_words.change',
    body: {},
    answer: 428,
  },
  'PUT /api/v1/client-words/{language}/recordings/{part}': {
    ask: `/api/v1/client-words/ce/recordings/first?seconds=12&text=${'0'.repeat(64)}`,
    method: 'PUT',
    right: 'client_words.change',
    body: {},
    answer: 422,
  },
  'DELETE /api/v1/client-words/{language}/recordings/{part}': {
    ask: '/api/v1/client-words/ce/recordings/first',
    method: 'DELETE',
    right: 'client_words.change',
    body: {},
    answer: 428,
  },
  '/api/v1/client-words/{language}/recordings/{part}/{checksum}': {
    ask: `/api/v1/client-words/ce/recordings/first/${'0'.repeat(64)}`,
    right: 'client_words.read',
    answer: 404,
  },
  '/api/v1/card-sheets': {
    ask: '/api/v1/card-sheets',
    method: 'POST',
    right: 'clients.serve',
    body: { id: absent, language: 'de' },
    answer: 400,
  },
  '/api/v1/card-lookups': {
    ask: '/api/v1/card-lookups',
    method: 'POST',
    right: 'clients.serve',
    body: { code: '00000000000' },
    answer: 404,
  },
  '/api/v1/clients/{id}': {
    ask: nobodyServed,
    method: 'PUT',
    right: 'clients.serve',
    body: { kind: 'person', cardId: absent },
    answer: 404,
  },
  '/api/v1/clients/{id}/history': { ask: `${nobodyServed}/history`, right: 'clients.serve', answer: 404 },
  '/api/v1/clients/{id}/follow-ups': {
    ask: `${nobodyServed}/follow-ups`,
    right: 'clients.serve',
    answer: 404,
  },
  '/api/v1/clients/{id}/agreements/{agreementId}': {
    ask: `${nobodyServed}/agreements/${absent}`,
    method: 'PUT',
    right: 'clients.serve',
    body: { days: 1, language: 'ara' },
    answer: 404,
  },
  '/api/v1/clients/{id}/agreements/{agreementId}/withdrawal': {
    ask: `${nobodyServed}/agreements/${absent}/withdrawal`,
    method: 'PUT',
    right: 'clients.serve',
    body: {},
    answer: 404,
  },
  'PUT /api/v1/clients/{id}/file': {
    ask: `${nobodyServed}/file`,
    method: 'PUT',
    right: 'clients.serve',
    body: {
      name: 'Amira',
      explanation: { language: 'ara', languageHelp: 'guide', points: ['what', 'who', 'how_long', 'stop'] },
    },
    answer: 404,
  },
  'GET /api/v1/clients/{id}/file': { ask: `${nobodyServed}/file`, right: 'clients.serve', answer: 404 },
  'DELETE /api/v1/clients/{id}/file': {
    ask: `${nobodyServed}/file`,
    method: 'DELETE',
    right: 'clients.serve',
    body: {},
    answer: 404,
  },
  '/api/v1/client-file-lookups': {
    ask: '/api/v1/client-file-lookups',
    method: 'POST',
    right: 'clients.serve',
    body: { words: 'Amira' },
  },
  '/api/v1/client-cards/{id}/replacement': {
    ask: `/api/v1/client-cards/${absent}/replacement`,
    method: 'PUT',
    right: 'clients.serve',
    body: { cardId: absent },
    answer: 404,
  },
  '/api/v1/client-cards/{id}/stop': {
    ask: `/api/v1/client-cards/${absent}/stop`,
    method: 'PUT',
    right: 'clients.serve',
    body: {},
    answer: 404,
  },
  '/api/v1/requests': { ask: '/api/v1/requests', right: 'requests.read' },
  '/api/v1/requests/count': { ask: '/api/v1/requests/count', right: 'requests.read' },
  'GET /api/v1/requests/{id}': { ask: nobodys, right: 'requests.read', answer: 404 },
  'PATCH /api/v1/requests/{id}': {
    ask: nobodys,
    method: 'PATCH',
    right: 'requests.correct',
    body: {},
    answer: 428,
  },
  'PUT /api/v1/requests/{id}/voiding': {
    ask: `${nobodys}/voiding`,
    method: 'PUT',
    right: 'requests.correct',
    body: { reason: 'dubbel genoteerd' },
    answer: 428,
  },
  'DELETE /api/v1/requests/{id}/voiding': {
    ask: `${nobodys}/voiding`,
    method: 'DELETE',
    right: 'requests.correct',
    body: {},
    answer: 428,
  },
  'GET /api/v1/requests/{id}/note': { ask: `${nobodys}/note`, right: 'notes.write', answer: 404 },
  'PUT /api/v1/requests/{id}/note': {
    ask: `${nobodys}/note`,
    method: 'PUT',
    right: 'notes.write',
    body: { text: 'Brengt de brief mee.' },
    answer: 404,
  },
  'DELETE /api/v1/requests/{id}/note': {
    ask: `${nobodys}/note`,
    method: 'DELETE',
    right: 'notes.write',
    body: {},
    answer: 428,
  },
  '/api/v1/coaching-cases': { ask: '/api/v1/coaching-cases', right: 'coaching.read' },
  '/api/v1/coaching-cases/{id}': {
    ask: `/api/v1/coaching-cases/${absent}`,
    method: 'PUT',
    right: 'coaching.ask',
    body: { requestId: absent },
    answer: 404,
  },
  '/api/v1/coaching-cases/{id}/answer': {
    ask: `/api/v1/coaching-cases/${absent}/answer`,
    method: 'PUT',
    right: 'coaching.answer',
    body: { text: 'Bel samen.' },
    answer: 428,
  },
  'PUT /api/v1/coaching-cases/{id}/closing': {
    ask: `/api/v1/coaching-cases/${absent}/closing`,
    method: 'PUT',
    right: 'coaching.read',
    body: {},
    answer: 428,
  },
  'DELETE /api/v1/coaching-cases/{id}/closing': {
    ask: `/api/v1/coaching-cases/${absent}/closing`,
    method: 'DELETE',
    right: 'coaching.read',
    body: {},
    answer: 428,
  },
  '/api/v1/coached-team': { ask: '/api/v1/coached-team', right: 'coaching.answer' },
  '/api/v1/training-wishes': { ask: '/api/v1/training-wishes', right: 'coaching.read' },
  'PUT /api/v1/training-wishes/{id}': {
    ask: () => `/api/v1/training-wishes/${randomUUID()}`,
    method: 'PUT',
    right: 'coaching.ask',
    body: { wish: 'Werken met tolken' },
    answer: 201,
  },
  'DELETE /api/v1/training-wishes/{id}': {
    ask: `/api/v1/training-wishes/${absent}`,
    method: 'DELETE',
    right: 'coaching.ask',
    body: {},
    answer: 404,
  },
  'PUT /api/v1/training-wishes/{id}/fulfilment': {
    ask: `/api/v1/training-wishes/${absent}/fulfilment`,
    method: 'PUT',
    right: 'coaching.answer',
    body: {},
    answer: 404,
  },
  'DELETE /api/v1/training-wishes/{id}/fulfilment': {
    ask: `/api/v1/training-wishes/${absent}/fulfilment`,
    method: 'DELETE',
    right: 'coaching.answer',
    body: {},
    answer: 404,
  },
  '/api/v1/presence': { ask: '/api/v1/presence', right: 'presence.read' },
  'GET /api/v1/roster': { ask: '/api/v1/roster', right: 'rosters.keep' },
  'PUT /api/v1/roster': {
    ask: '/api/v1/roster',
    method: 'PUT',
    right: 'rosters.keep',
    body: { languages: [], weeks: [], absences: [] },
    answer: 428,
  },
  '/api/v1/rosters': { ask: '/api/v1/rosters', right: 'rosters.change' },
  'GET /api/v1/members/{id}/roster': { ask: `${nobody}/roster`, right: 'rosters.change', answer: 404 },
  'PUT /api/v1/members/{id}/roster': {
    ask: `${nobody}/roster`,
    method: 'PUT',
    right: 'rosters.change',
    body: { languages: [], weeks: [], absences: [] },
    answer: 404,
  },
  '/api/v1/handovers': { ask: '/api/v1/handovers', right: 'handovers.make' },
  '/api/v1/handover-colleagues': { ask: '/api/v1/handover-colleagues', right: 'handovers.make' },
  '/api/v1/handovers/{id}': {
    ask: `/api/v1/handovers/${absent}`,
    method: 'PUT',
    right: 'handovers.make',
    body: { requestId: absent, toId: absent, reason: 'Ik ben er niet.' },
    answer: 404,
  },
  '/api/v1/handovers/{id}/acceptance': {
    ask: `/api/v1/handovers/${absent}/acceptance`,
    method: 'PUT',
    right: 'handovers.make',
    body: {},
    answer: 428,
  },
  '/api/v1/handovers/{id}/ending': {
    ask: `/api/v1/handovers/${absent}/ending`,
    method: 'PUT',
    right: 'handovers.make',
    body: {},
    answer: 428,
  },
  '/api/v1/requests/{id}/history': { ask: `${nobodys}/history`, right: 'requests.read', answer: 404 },
  '/api/v1/unfinished-requests': { ask: '/api/v1/unfinished-requests', right: 'requests.correct' },
  '/api/v1/requests/exports': {
    ask: '/api/v1/requests/exports',
    method: 'POST',
    body: { format: 'csv', language: 'nl', reason: 'Voor het verslag aan de gemeenteraad' },
    right: 'requests.export',
  },
  '/api/v1/request-exports': { ask: '/api/v1/request-exports', right: 'exports.read' },
  '/api/v1/request-desks': { ask: '/api/v1/request-desks', right: 'requests.read' },
  '/api/v1/request-caretakers': { ask: '/api/v1/request-caretakers', right: 'requests.read' },
  '/api/v1/request-guides': { ask: '/api/v1/request-guides', right: 'requests.read' },
  '/api/v1/request-views': { ask: '/api/v1/request-views', right: 'requests.read' },
  'PUT /api/v1/request-views/{id}': {
    ask: () => `/api/v1/request-views/${randomUUID()}`,
    method: 'PUT',
    body: { name: 'Mijn filter', search: '' },
    right: 'requests.read',
  },
  'DELETE /api/v1/request-views/{id}': {
    ask: `/api/v1/request-views/${absent}`,
    method: 'DELETE',
    body: {},
    right: 'requests.read',
    answer: 404,
  },
  '/api/v1/request-columns': {
    ask: '/api/v1/request-columns',
    method: 'PUT',
    body: { columns: ['theme'] },
    right: 'requests.read',
  },
  '/api/v1/reports/live': { ask: `/api/v1/reports/live?${period}`, right: 'reports.live' },
  '/api/v1/reports/live/page': {
    ask: `/api/v1/reports/live/page?${period}&language=nl`,
    right: 'reports.live',
  },
  '/api/v1/reports/live/comparisons': {
    ask: `/api/v1/reports/live/comparisons?${period}&language=nl`,
    right: 'reports.live',
  },
  '/api/v1/reports/due': { ask: '/api/v1/reports/due', right: 'reports.live' },
  '/api/v1/reports/{file}': {
    ask: `/api/v1/reports/live.csv?${period}&language=nl`,
    right: 'reports.live',
  },
  '/api/v1/reports/live/pages': {
    ask: `/api/v1/reports/live/pages?${period}&language=nl&audience=coordinator`,
    right: 'reports.live',
  },
  '/api/v1/reports/pages/{digest}': {
    ask: `/api/v1/reports/pages/${'0'.repeat(64)}`,
    right: 'reports.live',
    answer: 404,
  },
  '/api/v1/snapshots/{id}/pages': {
    ask: `/api/v1/snapshots/${absent}/pages?language=nl&audience=coordinator`,
    right: 'reports.live',
    answer: 404,
  },
  'GET /api/v1/snapshots': { ask: '/api/v1/snapshots', right: 'reports.live' },
  'POST /api/v1/snapshots': {
    ask: '/api/v1/snapshots',
    method: 'POST',
    right: 'reports.freeze',
    body: { id: absent, ...days },
    answer: 422,
  },
  '/api/v1/snapshots/{id}': { ask: `/api/v1/snapshots/${absent}`, right: 'reports.live', answer: 404 },
  '/api/v1/snapshots/{id}/page': {
    ask: `/api/v1/snapshots/${absent}/page?language=nl`,
    right: 'reports.live',
    answer: 404,
  },
  '/api/v1/snapshots/{id}/changes': {
    ask: `/api/v1/snapshots/${absent}/changes?language=nl`,
    right: 'reports.live',
    answer: 404,
  },
  '/api/v1/snapshots/{id}/files/{format}': {
    ask: `/api/v1/snapshots/${absent}/files/docx?language=nl&audience=coordinator`,
    right: 'reports.read',
    answer: 404,
  },
  '/api/v1/publications': { ask: '/api/v1/publications', right: null },
  'GET /api/v1/snapshots/{id}/publication': {
    ask: `/api/v1/snapshots/${absent}/publication?language=nl&audience=council`,
    right: 'reports.read',
    answer: 404,
  },
  'PUT /api/v1/snapshots/{id}/publication': {
    ask: `/api/v1/snapshots/${absent}/publication`,
    method: 'PUT',
    right: 'reports.publish',
    body: { audience: 'council' },
    answer: 404,
  },
  '/api/v1/snapshots/{id}/withdrawal': {
    ask: `/api/v1/snapshots/${absent}/withdrawal`,
    method: 'PUT',
    right: 'reports.publish',
    body: { reason: 'fout in maart' },
    answer: 404,
  },
  '/api/v1/snapshots/{id}/publication/preview': {
    ask: `/api/v1/snapshots/${absent}/publication/preview?language=nl&audience=council`,
    right: 'reports.publish',
    answer: 404,
  },
  '/api/v1/populations': { ask: '/api/v1/populations', right: 'reports.write' },
  '/api/v1/populations/readings': {
    ask: '/api/v1/populations/readings?language=nl',
    method: 'POST',
    right: 'reports.write',
    body: { text: 'Marokko;12' },
  },
  'PUT /api/v1/populations/{countedOn}': {
    ask: '/api/v1/populations/2026-01-01',
    method: 'PUT',
    right: 'reports.write',
    body: { source: 'register', groups: [{ country: 'Atlantis', people: 1 }] },
    answer: 400,
  },
  'DELETE /api/v1/populations/{countedOn}': {
    ask: '/api/v1/populations/2026-01-01',
    method: 'DELETE',
    right: 'reports.write',
    body: {},
    answer: 428,
  },
  '/api/v1/reports/stories': { ask: `/api/v1/reports/stories?${period}`, right: 'reports.write' },
  '/api/v1/reports/texts': { ask: `/api/v1/reports/texts?${period}&language=nl`, right: 'reports.write' },
  '/api/v1/reports/texts/{passage}': {
    ask: `/api/v1/reports/texts/requests?${period}&language=nl`,
    method: 'PUT',
    right: 'reports.write',
    body: { body: 'Druk.', state: 'proposed' },
    answer: 428,
  },
  '/api/v1/reports/texts/{passage}/versions': {
    ask: `/api/v1/reports/texts/requests/versions?${period}&language=nl`,
    right: 'reports.write',
  },
  '/api/v1/snapshots/{id}/mailings': {
    ask: `/api/v1/snapshots/${absent}/mailings`,
    right: 'reports.send',
  },
  '/api/v1/snapshots/{id}/mailings/{mailingId}': {
    ask: `/api/v1/snapshots/${absent}/mailings/${absent}`,
    method: 'PUT',
    right: 'reports.send',
    body: {
      ...{ audience: 'everybody', language: 'nl', formats: ['pdf'], message: '' },
      addresses: ['raad@example.org'],
    },
    answer: 422,
  },
  '/api/v1/snapshots/{id}/mailings/{mailingId}/attempts': {
    ask: `/api/v1/snapshots/${absent}/mailings/${absent}/attempts`,
    method: 'POST',
    right: 'reports.send',
    body: {},
    answer: 422,
  },
  '/api/v1/projects': { ask: '/api/v1/projects', right: 'projects.read' },
  'GET /api/v1/projects/{id}': { ask: `/api/v1/projects/${absent}`, right: 'projects.read', answer: 404 },
  'PUT /api/v1/projects/{id}': {
    ask: `/api/v1/projects/${absent}`,
    method: 'PUT',
    right: 'projects.change',
    body: { ...days, name: 'De Brug', funders: [], partners: [], goals: [], reportingMoments: [days.to] },
    answer: 422,
  },
  'DELETE /api/v1/projects/{id}': {
    ask: `/api/v1/projects/${absent}`,
    method: 'DELETE',
    right: 'projects.change',
    body: {},
    answer: 428,
  },
  'PUT /api/v1/projects/{id}/retirement': {
    ask: `/api/v1/projects/${absent}/retirement`,
    method: 'PUT',
    right: 'projects.change',
    body: {},
    answer: 428,
  },
  'DELETE /api/v1/projects/{id}/retirement': {
    ask: `/api/v1/projects/${absent}/retirement`,
    method: 'DELETE',
    right: 'projects.change',
    body: {},
    answer: 428,
  },
  '/api/v1/desks': { ask: '/api/v1/desks', right: null },
  'GET /api/v1/desks/{id}': { ask: `/api/v1/desks/${absent}`, right: null, answer: 404 },
  'PUT /api/v1/desks/{id}': {
    ask: `/api/v1/desks/${absent}`,
    method: 'PUT',
    right: 'calendar.change',
    body: { name: 'Zeedijk', organizationId: absent, timetables: [] },
    answer: 404,
  },
  'PUT /api/v1/desks/{id}/retirement': {
    ask: `/api/v1/desks/${absent}/retirement`,
    method: 'PUT',
    right: 'calendar.change',
    body: { lastDay: '2026-05-01' },
    answer: 428,
  },
  'DELETE /api/v1/desks/{id}/retirement': {
    ask: `/api/v1/desks/${absent}/retirement`,
    method: 'DELETE',
    right: 'calendar.change',
    body: {},
    answer: 428,
  },
  '/api/v1/desk-order': {
    ask: '/api/v1/desk-order',
    method: 'PUT',
    right: 'calendar.change',
    body: { ids: [] },
    answer: 422,
  },
  '/api/v1/calendar': { ask: `/api/v1/calendar?${period}`, right: null },
  '/api/v1/calendar/holidays': { ask: '/api/v1/calendar/holidays?year=2026', right: null },
  '/api/v1/calendar/holidays/{code}': {
    ask: '/api/v1/calendar/holidays/armistice',
    method: 'PUT',
    right: 'calendar.change',
    body: { years: [] },
    answer: 428,
  },
  '/api/v1/calendar/previews': {
    ask: '/api/v1/calendar/previews',
    method: 'POST',
    right: 'calendar.change',
    body: { kind: 'closure', id: absent, closure: null },
  },
  'PUT /api/v1/calendar/closures/{id}': {
    ask: `/api/v1/calendar/closures/${absent}`,
    method: 'PUT',
    right: 'calendar.change',
    body: { deskId: null, reason: 'brugdag', ...days },
    answer: 422,
  },
  'DELETE /api/v1/calendar/closures/{id}': {
    ask: `/api/v1/calendar/closures/${absent}`,
    method: 'DELETE',
    right: 'calendar.change',
    body: {},
    answer: 428,
  },
  'PUT /api/v1/calendar/events/{id}': {
    ask: `/api/v1/calendar/events/${absent}`,
    method: 'PUT',
    right: 'calendar.change',
    body: { title: 'nieuwe collega', ...days },
    answer: 422,
  },
  'DELETE /api/v1/calendar/events/{id}': {
    ask: `/api/v1/calendar/events/${absent}`,
    method: 'DELETE',
    right: 'calendar.change',
    body: {},
    answer: 428,
  },
  '/api/v1/imports': { ask: '/api/v1/imports', right: 'imports.run' },
  '/api/v1/imports/files': {
    ask: '/api/v1/imports/files?id=01900000-0000-7000-8000-00000000f11e&name=a.csv',
    method: 'POST',
    right: 'imports.run',
    body: {},
    answer: 422,
  },
  '/api/v1/imports/{id}': { ask: `/api/v1/imports/${absent}`, right: 'imports.run', answer: 404 },
  '/api/v1/imports/{id}/trial': {
    ask: `/api/v1/imports/${absent}/trial`,
    method: 'PUT',
    right: 'imports.run',
    body: {},
    answer: 404,
  },
  '/api/v1/imports/{id}/run': {
    ask: `/api/v1/imports/${absent}/run`,
    method: 'PUT',
    right: 'imports.run',
    body: {},
    answer: 404,
  },
  '/api/v1/imports/{id}/undoing': {
    ask: `/api/v1/imports/${absent}/undoing`,
    method: 'PUT',
    right: 'imports.run',
    body: {},
    answer: 404,
  },
  '/api/v1/imports/{id}/file': {
    ask: `/api/v1/imports/${absent}/file`,
    method: 'DELETE',
    right: 'imports.run',
    body: {},
    answer: 404,
  },
  '/api/v1/imports/{id}/rejected.csv': {
    ask: `/api/v1/imports/${absent}/rejected.csv?language=nl`,
    right: 'imports.run',
    answer: 404,
  },
  'GET /api/v1/imports/{id}/columns': {
    ask: `/api/v1/imports/${absent}/columns`,
    right: 'imports.run',
    answer: 404,
  },
  'PUT /api/v1/imports/{id}/columns': {
    ask: `/api/v1/imports/${absent}/columns`,
    method: 'PUT',
    right: 'imports.run',
    body: { organizationId: absent, columns: [] },
    answer: 428,
  },
  '/api/v1/imports/{id}/values': {
    ask: `/api/v1/imports/${absent}/values`,
    right: 'imports.run',
    answer: 404,
  },
  '/api/v1/imports/{id}/decisions': {
    ask: `/api/v1/imports/${absent}/decisions`,
    method: 'PUT',
    right: 'imports.run',
    body: { field: 'status', spelling: 'x', code: null },
    answer: 428,
  },
  '/api/v1/imports/{id}/changes': {
    ask: `/api/v1/imports/${absent}/changes`,
    right: 'imports.run',
    answer: 404,
  },
  '/api/v1/imports/{id}/changes/{row}/acceptance': {
    ask: `/api/v1/imports/${absent}/changes/2/acceptance`,
    method: 'PUT',
    right: 'imports.run',
    body: {},
    answer: 428,
  },
  '/api/v1/import-codes': { ask: '/api/v1/import-codes?field=status', right: 'imports.run' },
  '/api/v1/import-mappings': {
    ask: '/api/v1/import-mappings',
    right: 'imports.run',
  },
  '/api/v1/import-mappings/{id}': {
    ask: `/api/v1/import-mappings/${absent}`,
    method: 'DELETE',
    right: 'imports.run',
    body: {},
    answer: 404,
  },
  '/api/v1/members': {
    ask: '/api/v1/members?q=nadia&role=guide&state=active',
    right: 'members.change',
  },
  '/api/v1/coaches': { ask: '/api/v1/coaches', right: null },
  'GET /api/v1/members/{id}': { ask: nobody, right: 'members.change', answer: 404 },
  'PATCH /api/v1/members/{id}': {
    ask: nobody,
    method: 'PATCH',
    right: 'members.admit',
    body: {},
    answer: 428,
  },
  'GET /api/v1/members/{id}/disabling': { ask: `${nobody}/disabling`, right: 'members.change', answer: 404 },
  'PUT /api/v1/members/{id}/disabling': {
    ask: `${nobody}/disabling`,
    method: 'PUT',
    right: 'members.change',
    body: { successorId: null },
    answer: 404,
  },
  'DELETE /api/v1/members/{id}/disabling': {
    ask: `${nobody}/disabling`,
    method: 'DELETE',
    right: 'members.admit',
    body: {},
    answer: 404,
  },
  '/api/v1/members/{id}/password-links': {
    ask: `${nobody}/password-links`,
    method: 'POST',
    right: 'members.admit',
    body: {},
    answer: 404,
  },
  'GET /api/v1/organizations': { ask: '/api/v1/organizations', right: null },
  'POST /api/v1/organizations': {
    ask: '/api/v1/organizations',
    method: 'POST',
    right: 'members.change',
    body: { id: absent, name: 'Wijkhuis De Linde', kind: 'partner' },
    answer: 201,
  },
  '/api/v1/organizations/{id}': {
    ask: `/api/v1/organizations/${absent}`,
    method: 'PATCH',
    right: 'members.change',
    body: { name: 'Wijkhuis', kind: 'partner' },
    answer: 428,
  },
  'GET /api/v1/invitations': { ask: '/api/v1/invitations', right: 'members.change' },
  'POST /api/v1/invitations': {
    ask: '/api/v1/invitations',
    method: 'POST',
    right: 'members.admit',
    body: {
      id: absent,
      email: 'fatima@oostdijk.example.org',
      name: 'Fatima',
      roles: ['guide'],
      organizationId: '01900000-0000-7000-8000-00000000beef',
      coachId: null,
      language: 'nl',
    },
    answer: 422,
  },
  '/api/v1/invitations/{id}/mails': {
    ask: `/api/v1/invitations/${absent}/mails`,
    method: 'POST',
    right: 'members.admit',
    body: {},
    answer: 404,
  },
  '/api/v1/invitations/{id}/withdrawal': {
    ask: `/api/v1/invitations/${absent}/withdrawal`,
    method: 'PUT',
    right: 'members.change',
    body: {},
    answer: 404,
  },
  'GET /api/v1/api-keys': { ask: '/api/v1/api-keys', right: 'members.change' },
  'POST /api/v1/api-keys': {
    ask: '/api/v1/api-keys',
    method: 'POST',
    right: 'members.admit',
    body: { id: absent, memberId: absent, name: 'Cijferbord', roles: ['guide'] },
    answer: 422,
  },
  '/api/v1/api-keys/{id}/revocation': {
    ask: `/api/v1/api-keys/${absent}/revocation`,
    method: 'PUT',
    right: 'members.change',
    body: {},
    answer: 404,
  },
}
const open = ['/api/v1/welcome']

test('every route of the contract is walked here', () => {
  const walked = new Set(Object.keys(routes).map((key) => key.replace(/^[A-Z]+ /, '')))
  expect(Object.keys(openApiDocument().paths ?? {}).sort()).toEqual([...walked, ...open].sort())
})

describe.each(Object.entries(routes))(
  '%s',
  (_path, { ask, method = 'GET', right, answer: good = 200, ...walked }) => {
    const body = (town: Town) => {
      if (walked.body !== undefined) return { body: walked.body }
      return ask === '/api/v1/session/city' ? { body: { cityId: town.city.id } } : {}
    }

    const address = () => (typeof ask === 'string' ? ask : ask())

    test('asks everybody to sign in', async () => {
      const answer = await new Visitor(server).ask(address(), { method, ...body(towns.oostdijk) })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
      expect(await answer.json()).toMatchObject({ code: 'signed_out', status: 401 })
    })

    test.each(personNames)('answers %s exactly when the role holds the right', async (person) => {
      const { roles } = towns.oostdijk.people[person].actor
      const allowed = right === null || rightsOf(roles).includes(right)
      const answer = await as('oostdijk', person).ask(address(), { method, ...body(towns.oostdijk) })
      expect([person, answer.status]).toEqual([person, allowed ? good : 403])
      if (!allowed) expect(await answer.json()).toMatchObject({ code: 'forbidden' })
    })
  },
)

/** What each role finds in the list: own organisation, own team, the city. */
const seen: Partial<Record<PersonName, string[]>> = {
  nadia: ['nadia', 'zara'],
  zara: ['nadia', 'zara'],
  koen: ['nadia'],
  samira: ['samira'],
  lies: ['nadia', 'samira', 'zara'],
}

describe.each(['oostdijk', 'westdijk'] as const)('the list of requests in %s', (code) => {
  test.each(Object.entries(seen))(
    'shows %s the own rows only, page by page and in the count',
    async (person, names) => {
      // because: the keys of `seen` are names of the cast
      const visitor = as(code, person as PersonName)
      const found: string[] = []
      let cursor = ''
      do {
        const page = await read(requestPage, visitor.ask(`/api/v1/requests?limit=1${cursor}`))
        found.push(...page.items.map(({ id }) => registered.get(id) ?? 'other'))
        cursor = page.next ? `&cursor=${page.next}` : ''
      } while (cursor)
      const named = found.filter((name) => name !== 'other')
      expect(named.sort()).toEqual(names.map((name) => `${code} ${name}`))
      const { requests } = await read(requestCount, visitor.ask('/api/v1/requests/count'))
      expect(requests).toBe(found.length)
    },
  )
})

describe('a sensitive status', () => {
  test('is in no list, count or address: not by name, not by absence', async () => {
    const answer = await as('oostdijk', 'lies').ask('/api/v1/requests?theme=health')
    const text = await answer.text()
    expect(JSON.parse(text).items).toHaveLength(1)
    expect(JSON.parse(text).items[0].status).toBe('not_asked')
    expect(text).not.toContain('no_legal_stay')
    const filtered = await as('oostdijk', 'lies').ask('/api/v1/requests?status=no_legal_stay')
    const unknown = await as('oostdijk', 'lies').ask('/api/v1/requests?status=no_such_status')
    expect(await filtered.json()).toEqual(await unknown.json())
  })

  test('is a figure in the report of the coordinator, of the own town only', async () => {
    const report = async (town: string) =>
      (await read(halfYearReport, as(town, 'lies').ask(`/api/v1/reports/live?${period}`))).statuses
    expect(await report('oostdijk')).toEqual([
      { code: 'not_asked', requests: 3, percent: 75 },
      { code: 'no_legal_stay', requests: 1, percent: 25 },
    ])
    expect(await report('westdijk')).toEqual([{ code: 'not_asked', requests: 3, percent: 100 }])
  })
})

test('a role that is taken away is gone at the next request', async () => {
  const { asActor } = await import('../../src/db/as-actor.ts')
  const { westdijk } = towns
  await asActor(db, westdijk.cli, (tx) =>
    tx
      .updateTable('member')
      .set({ disabled_at: new Date() })
      .where('id', '=', westdijk.people.zara.id)
      .execute(),
  )
  expect((await as('westdijk', 'zara').ask('/api/v1/requests')).status).toBe(401)
})

describe('a question that is not well formed', () => {
  const someId = '019a0000-0000-7000-8000-000000000000'
  const impossible = [
    ['2026-01-01', '0000-01-01T00:00:00Z'],
    ['2026-01-01', '+275760-09-13T00:00:00Z'],
    ['2026-01-01', '2026-01-01T24:00:00Z'],
    ['0000-01-01', '2026-01-01T00:00:00Z'],
  ]
  test.each<[string, string]>([
    ['/api/v1/requests?from=2026-02-30', 'from'],
    ['/api/v1/requests?limit=0', 'limit'],
    ['/api/v1/requests?theme=%00', 'theme'],
    [`/api/v1/imports/${someId}/changes?after=99999999999`, 'after'],
    ['/api/v1/requests?from=0000-01-01', 'from'],
    ['/api/v1/requests?cursor=bm9uc2Vuc2U', 'cursor'],
    ...impossible.map((days): [string, string] => [
      `/api/v1/requests?cursor=${writeCursor([...days, someId])}`,
      'cursor',
    ]),
    ['/api/v1/reports/live?from=2026-01-01', 'to'],
    ['/api/v1/reports/live/page?from=2026-01-01&to=2026-06-30&language=de', 'language'],
  ])('%s is answered with the field %s, in the language of the reader', async (path, field) => {
    const answer = await as('oostdijk', 'lies').ask(path, {
      headers: { 'accept-language': 'fr-BE,fr;q=0.9' },
    })
    const refused = await read(problem, answer)
    expect([answer.status, refused.code]).toEqual([400, 'invalid_input'])
    expect(refused.title).toContain(field)
    expect(refused.title).toContain('Vérifiez')
  })

  test('a period that ends before it begins or lasts a lifetime is refused by name', async () => {
    const lies = as('oostdijk', 'lies')
    const codeOf = async (path: string) => (await read(problem, lies.ask(path))).code
    expect(await codeOf('/api/v1/reports/live?from=2026-02-01&to=2026-01-01')).toBe('period_invalid')
    expect(await codeOf('/api/v1/reports/live?from=1926-02-01&to=2026-01-01')).toBe('period_too_long')
  })
})
