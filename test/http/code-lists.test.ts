import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { codeListItem, codeVersion } from '../../src/contract/code-list.ts'
import { problem } from '../../src/contract/problem.ts'
import { halfYearReport } from '../../src/contract/report.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let lies: Visitor
let tom: Visitor
let nadia: Visitor
let westdijk: Visitor

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  const emails = ['lies', 'tom', 'nadia'].map((name) => `${name}@oostdijk.example.org`)
  server = await openServer(db)
  const entered = await enterAll(db, server, [...emails, 'lies@westdijk.example.org'])
  lies = entered('lies@oostdijk.example.org')
  tom = entered('tom@oostdijk.example.org')
  nadia = entered('nadia@oostdijk.example.org')
  westdijk = entered('lies@westdijk.example.org')
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const lists = z.object({
  items: z.array(codeListItem),
  lists: z.array(z.object({ list: z.string(), version: z.int() })),
})
const readLists = (who: Visitor, on = '') => read(lists, who.ask(`/api/v1/code-lists${on && `?on=${on}`}`))
const path = (list: string, code: string, part = '') => `/api/v1/code-lists/${list}/${code}${part}`
const codeOf = async (list: string, code: string, who = lies) => read(codeListItem, who.ask(path(list, code)))
// A program says that it sends no form, also where it sends nothing (RFC 9110 has no body for these).
const on = (version: number) => ({
  headers: { 'if-match': `"${version}"`, 'content-type': 'application/json' },
})
const put = (list: string, code: string, body: unknown, who = lies) =>
  who.ask(path(list, code), { method: 'PUT', body })
const patch = (list: string, code: string, version: number, body: unknown, who = lies) =>
  who.ask(path(list, code), { method: 'PATCH', body, ...on(version) })
const retire = (list: string, code: string, version: number) =>
  lies.ask(path(list, code, '/retirement'), { method: 'PUT', ...on(version) })
const versionOf = async (list: string) =>
  (await readLists(lies)).lists.find((other) => other.list === list)?.version ?? 0
const order = (list: string, version: number, codes: readonly string[], parent: string | null = null) =>
  lies.ask(`/api/v1/code-lists/${list}/order`, { method: 'PUT', body: { parent, codes }, ...on(version) })
const orderOf = async (list: string, parent: string | null = null) =>
  (await readLists(lies)).items
    .filter((item) => item.list === list && item.parent === parent)
    .map(({ code }) => code)
const refusalOf = async (answer: Response | Promise<Response>) => {
  const { status, code } = await read(problem, answer)
  return `${status} ${code}`
}
const labels = (nl: string, fr = `${nl} fr`, en = `${nl} en`) => ({ nl, fr, en })

describe('a new choice', () => {
  test('stands at the end of its list, is never sensitive, and asking again adds nothing', async () => {
    const body = { labels: labels('chat'), synonyms: ['WhatsApp'] }
    const first = await put('channel', 'chat', body)
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"'])
    const item = await read(codeListItem, first)
    expect(item).toMatchObject({ code: 'chat', position: 5, active: true, sensitive: false, version: 1 })
    const again = await put('channel', 'chat', body)
    expect([again.status, await read(codeListItem, again)]).toEqual([200, item])
    expect(await refusalOf(put('channel', 'chat', { ...body, synonyms: [] }))).toBe('409 code_taken')
    expect((await orderOf('channel')).at(-1)).toBe('chat')
    expect(await orderOf('channel')).toHaveLength(6)
  })

  test('under a theme moves no other sub-theme, and is there for everybody of Oostdijk only', async () => {
    const before = await orderOf('theme', 'housing')
    const added = await put(
      'theme',
      'housing.garden',
      { parent: 'housing', labels: labels('volkstuin') },
      tom,
    )
    expect(added.status).toBe(201)
    expect(await orderOf('theme', 'housing')).toEqual([...before, 'housing.garden'])
    expect((await codeOf('theme', 'housing.garden', nadia)).parent).toBe('housing')
    expect(await refusalOf(westdijk.ask(path('theme', 'housing.garden')))).toBe('404 not_found')
  })

  test.each([
    ['a label too few', 'theme', 'sport', { labels: { nl: 'sport', fr: 'sport' } }, '400 invalid_input'],
    ['an empty label', 'theme', 'sport', { labels: labels('sport', ' ') }, '400 invalid_input'],
    ['a long label', 'theme', 'sport', { labels: labels('x'.repeat(121)) }, '400 invalid_input'],
    ['a control character', 'theme', 'sport', { labels: labels('a\u0007b') }, '400 invalid_input'],
    [
      'a wish to be sensitive',
      'theme',
      'sport',
      { labels: labels('sport'), sensitive: true },
      '400 invalid_input',
    ],
    ['a list that is none', 'moon', 'sport', { labels: labels('sport') }, '400 invalid_input'],
    ['a code with capitals', 'theme', 'Sport', { labels: labels('sport') }, '400 invalid_input'],
    ['the name of another theme', 'theme', 'home', { labels: labels('WONEN') }, '409 name_taken'],
    [
      'a synonym of another',
      'who_did_it',
      'both',
      { labels: labels('tweeën'), synonyms: ['Samen'] },
      '409 name_taken',
    ],
    [
      'a theme that is none',
      'theme',
      'moon.walk',
      { parent: 'moon', labels: labels('maan') },
      '422 parent_unknown',
    ],
    ['a code of no answer', 'channel', 'not_asked', { labels: labels('zomaar') }, '422 code_invalid'],
    [
      'a language without its code',
      'contact_language',
      'twee',
      { labels: labels('Twi') },
      '422 code_invalid',
    ],
    [
      'a register number',
      'theme',
      'sport',
      { labels: labels('85.07.30-033.28') },
      '422 words_register_number',
    ],
  ])('with %s is refused', async (_, list, code, body, refusal) => {
    expect(await refusalOf(put(list, code, body))).toBe(refusal)
  })

  test('that two people add at once under one name is added once', async () => {
    const answers = await Promise.all([
      put('barrier', 'fear', { labels: labels('angst') }),
      put('barrier', 'anxiety', { labels: labels('Angst') }, tom),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})

describe('other words', () => {
  test('keep the code, and Westdijk keeps its own', async () => {
    const { version } = await codeOf('theme', 'energy')
    const changed = await patch('theme', 'energy', version, {
      labels: labels('Energie en water', 'Énergie et eau', 'Energy and water'),
      definitions: { nl: 'gas, stroom, water' },
    })
    expect(changed.headers.get('etag')).toBe(`"${version + 1}"`)
    expect(await codeOf('theme', 'energy', nadia)).toMatchObject({
      code: 'energy',
      labels: { fr: 'Énergie et eau' },
      definitions: { nl: 'gas, stroom, water' },
    })
    expect((await codeOf('theme', 'energy', westdijk)).version).toBe(1)
  })

  test('are refused over the words of a colleague, and without saying which words they replace', async () => {
    const { version } = await codeOf('theme', 'money')
    expect((await patch('theme', 'money', version, { synonyms: ['geldzaken'] }, tom)).status).toBe(200)
    expect(await refusalOf(patch('theme', 'money', version, { synonyms: ['centen'] }))).toBe(
      '412 version_stale',
    )
    const bare = lies.ask(path('theme', 'money'), { method: 'PATCH', body: { synonyms: [] } })
    expect(await refusalOf(bare)).toBe('428 version_missing')
    expect(await refusalOf(patch('theme', 'moon', 1, {}))).toBe('404 not_found')
    expect((await codeOf('theme', 'money')).synonyms).toEqual(['geldzaken'])
  })

  test('of two colleagues at once: one of them is told', async () => {
    const { version } = await codeOf('theme', 'mobility')
    const answers = await Promise.all([
      patch('theme', 'mobility', version, { synonyms: ['fiets'] }),
      patch('theme', 'mobility', version, { synonyms: ['bus'] }, tom),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await codeOf('theme', 'mobility')).version).toBe(version + 1)
  })

  test('that say the same change nothing', async () => {
    const { version, labels: same } = await codeOf('theme', 'legal')
    const before = await versionOf('theme')
    expect((await read(codeListItem, patch('theme', 'legal', version, { labels: same }))).version).toBe(
      version,
    )
    expect(await versionOf('theme')).toBe(before)
  })

  test('may name a sensitive code otherwise, but never make it one that is not', async () => {
    const { version } = await codeOf('status', 'no_legal_stay')
    expect(await refusalOf(patch('status', 'no_legal_stay', version, { sensitive: false }))).toBe(
      '400 invalid_input',
    )
    const renamed = await read(
      codeListItem,
      patch('status', 'no_legal_stay', version, { labels: labels('geen verblijfsrecht') }),
    )
    expect([renamed.labels.nl, renamed.sensitive]).toEqual(['geen verblijfsrecht', true])
  })
})

describe('a choice that is retired', () => {
  test('is kept with its words, comes back as it was, and is refused while it is needed', async () => {
    const { version } = await codeOf('theme', 'leisure')
    const retired = await read(codeListItem, retire('theme', 'leisure', version))
    expect(retired).toMatchObject({ active: false, version: version + 1, labels: { nl: expect.any(String) } })
    // Asked again because the answer was lost: it is so already.
    expect((await read(codeListItem, retire('theme', 'leisure', version))).version).toBe(version + 1)
    expect((await read(codeListItem, retire('theme', 'leisure', version + 1))).version).toBe(version + 1)
    const back = await read(
      codeListItem,
      lies.ask(path('theme', 'leisure', '/retirement'), { method: 'DELETE', ...on(version + 1) }),
    )
    expect(back).toEqual({ ...retired, active: true, version: version + 2 })
    expect(await refusalOf(retire('status', 'unknown', 1))).toBe('422 code_needed_unanswered')
    expect(await refusalOf(retire('theme', 'other', 1))).toBe('422 code_needed_rest')
    expect(await refusalOf(retire('outcome', 'no_offer', 1))).toBe('422 code_needed_gap')
  })

  test('is not the last of its list', async () => {
    const codes = await orderOf('asked_by')
    const answers = []
    for (const code of codes) answers.push((await retire('asked_by', code, 1)).status)
    expect(answers).toEqual([200, 200, 200, 422])
  })

  test('cannot be deleted by anybody at work in the city', async () => {
    for (const person of ['lies', 'tom', 'nadia'] as const) {
      const attempt = asActor(db, oostdijk.people[person].actor, (tx) =>
        tx.deleteFrom('code_list_item').where('code', '=', 'leisure').execute(),
      )
      await expect(attempt).rejects.toThrow(/permission denied/)
    }
  })
})

describe('the order of a list', () => {
  test('is a permutation after whatever was asked, and counts in the version of the list', async () => {
    const codes = await orderOf('action')
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(codes), async (wanted) => {
        const [before, version] = [await orderOf('action'), await versionOf('action')]
        const answer = await order('action', version, wanted)
        const isWhole = wanted.length === codes.length
        expect(answer.status).toBe(isWhole ? 200 : 422)
        expect(await orderOf('action')).toEqual(isWhole ? wanted : before)
        const items = (await readLists(lies)).items.filter(({ list }) => list === 'action')
        expect(items.map(({ position }) => position)).toEqual(codes.map((_, place) => place))
      }),
      { numRuns: 15 },
    )
    const shuffled = codes.toReversed()
    expect((await order('action', await versionOf('action'), shuffled)).status).toBe(200)
    expect(await orderOf('action')).toEqual(shuffled)
  })

  test('of two colleagues at once: one of them is told', async () => {
    const [codes, version] = [await orderOf('origin'), await versionOf('origin')]
    const [first = '', second = '', ...rest] = codes
    const answers = await Promise.all([
      order('origin', version, [second, first, ...rest]),
      order('origin', version, [first, ...rest, second]),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await versionOf('origin')).toBe(version + 1)
  })

  test('of sub-themes stays within their theme, and knows no stranger', async () => {
    const [codes, version] = [await orderOf('theme', 'health'), await versionOf('theme')]
    const moved = codes.toReversed()
    expect((await order('theme', version, moved, 'health')).headers.get('etag')).toBe(`"${version + 1}"`)
    expect(await orderOf('theme', 'health')).toEqual(moved)
    expect(await refusalOf(order('theme', version + 1, ['housing', ...codes], 'health'))).toBe(
      '422 order_incomplete',
    )
    expect(await refusalOf(order('theme', version, codes, 'health'))).toBe('412 version_stale')
  })
})

describe('the words of a day', () => {
  const versionsOf = async (list: string, code: string) =>
    (await read(z.object({ items: z.array(codeVersion) }), lies.ask(path(list, code, '/versions')))).items

  test('are kept: who changed them, when, and from which version of the list on', async () => {
    const { version } = await codeOf('status', 'minor')
    const before = await versionOf('status')
    await patch('status', 'minor', version, { definitions: { nl: 'jonger dan 18 jaar op de dag zelf' } }, tom)
    await retire('status', 'minor', version + 1)
    const [latest, middle, first] = await versionsOf('status', 'minor')
    expect(first).toMatchObject({ listVersion: 1, changedBy: null, definitions: { nl: 'jonger dan 18' } })
    expect(middle).toMatchObject({ listVersion: before + 1, changedBy: 'tom', active: true })
    expect(latest).toMatchObject({ listVersion: before + 2, changedBy: 'lies', active: false })
    expect(middle?.definitions.nl).toBe('jonger dan 18 jaar op de dag zelf')
  })

  test('can be read back as they stood at the end of that day', async () => {
    const { labels: now } = await codeOf('outcome', 'open')
    const item = await read(codeListItem, patch('outcome', 'open', 1, { labels: labels('loopt nog') }))
    // The change becomes one of 2 March 2026, half past eleven at night in Oostdijk.
    await runAt(db.adminUrl, (admin) =>
      admin.query(
        'update code_list_item_version set changed_at = $1 where item_id = $2 and list_version > 1',
        ['2026-03-02T22:30:00Z', item.id],
      ),
    )
    const labelOn = async (day: string) =>
      (await readLists(nadia, day)).items.find(({ id }) => id === item.id)?.labels
    expect(await labelOn('2026-03-01')).toEqual(now)
    expect(await labelOn('2026-03-02')).toEqual(item.labels)
    expect(await labelOn('2016-03-01')).toEqual(now)
    const then = await readLists(nadia, '2016-03-01')
    expect(then.lists.every(({ version }) => version === 1)).toBe(true)
    expect(then.items.map(({ code }) => code)).not.toContain('chat')
    expect(await readLists(nadia, '2200-01-01')).toEqual(await readLists(nadia))
  })

  test('stand beside the figures by the version of the lists', async () => {
    const report = (who: Visitor) =>
      read(halfYearReport, who.ask('/api/v1/reports/live?from=2026-01-01&to=2026-06-30'))
    expect((await report(westdijk)).definitions.version).toBe('2026-1')
    const changes = (await readLists(lies)).lists.reduce((sum, { version }) => sum + version - 1, 0)
    expect((await report(lies)).definitions.version).toBe(`2026-1.${changes}`)
  })

  test('are written by nobody in the name of a colleague, and rewritten by nobody', async () => {
    const { id } = await codeOf('outcome', 'open')
    const { lies: author, tom: other } = oostdijk.people
    const row = {
      city_id: oostdijk.city.id,
      id: crypto.randomUUID(),
      item_id: id,
      list_version: 99,
      position: 0,
    }
    const forged = asActor(db, author.actor, (tx) =>
      tx
        .insertInto('code_list_item_version')
        .values({ ...row, active: true, labels: '{}', definitions: '{}', synonyms: [], member_id: other.id })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
    const rewritten = asActor(db, author.actor, (tx) =>
      tx.updateTable('code_list_item_version').set({ position: 9 }).execute(),
    )
    await expect(rewritten).rejects.toThrow(/permission denied/)
    const desensitised = asActor(db, author.actor, (tx) =>
      tx.updateTable('code_list_item').set({ sensitive: false }).execute(),
    )
    await expect(desensitised).rejects.toThrow(/permission denied/)
  })
})

test('the coordinator sees how often each choice is used, and of a sensitive one nothing', async () => {
  await registerRequest(db, oostdijk, 'nadia', { theme: 'housing', status: 'newcomer' })
  await registerRequest(db, oostdijk, 'zara', { theme: 'housing', sensitiveStatus: 'no_legal_stay' })
  const use = z.object({
    items: z.array(z.object({ list: z.string(), code: z.string(), requests: z.int() })),
  })
  const { items } = await read(use, lies.ask('/api/v1/code-lists/use'))
  const of = (list: string, code: string) =>
    items.find((item) => item.list === list && item.code === code)?.requests
  expect([of('theme', 'housing'), of('status', 'newcomer'), of('status', 'not_asked')]).toEqual([2, 1, 1])
  expect([of('status', 'no_legal_stay'), of('theme', 'work')]).toEqual([undefined, undefined])
  expect((await read(use, westdijk.ask('/api/v1/code-lists/use'))).items).toEqual([])
})

test('every change is on the record of the city, with codes and without words', async () => {
  const events = await asActor(db, oostdijk.people.eva.actor, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['event', 'member_id', 'details'])
      .where('event', 'like', 'code%')
      .execute(),
  )
  const names = new Set(events.map(({ event }) => event))
  expect(names).toEqual(
    new Set(['code.added', 'code.words_changed', 'code.retired', 'code.restored', 'codes.reordered']),
  )
  expect(events.every(({ member_id }) => member_id !== null)).toBe(true)
  expect(JSON.stringify(events)).not.toContain('Energie en water')
})

test('the lists travel compressed, and once: again only when something of them changed', async () => {
  const ask = (etag = '') => nadia.ask('/api/v1/code-lists', { headers: { 'if-none-match': etag } })
  const { headers } = await ask()
  expect([headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
    'gzip',
    'private, no-cache',
  ])
  const tag = headers.get('etag') ?? ''
  const again = await ask(tag)
  expect([again.status, await again.text()]).toEqual([304, ''])
  await put('channel', 'letter_box', { labels: labels('brievenbus') })
  expect((await ask(tag)).status).toBe(200)
  expect((await new Visitor(server).ask('/api/v1/code-lists')).status).toBe(401)
})
