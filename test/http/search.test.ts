import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listedRequest } from '../../src/contract/help-request.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { readTexts } from '../../src/db/request/search-word-store.ts'
import { refreshStatistics } from '../../src/db/statistics.ts'
import { foldWords } from '../../src/domain/request/folded-word.ts'
import { openTestDatabase } from '../database.ts'
import { anyRequest, type KnownRequest, writeRequests } from '../many-requests.ts'
import { enterAll, openServer, read, type TestServer } from '../open-server.ts'
import { runAt } from '../server.ts'
import { buildOostdijk, buildWestdijk, personNames, registerRequest, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let town: Town
let requests: readonly KnownRequest[]
let entered: Awaited<ReturnType<typeof enterAll>>

beforeAll(async () => {
  db = await openTestDatabase()
  town = await buildOostdijk(db)
  requests = fc.sample(anyRequest(town), { numRuns: 150, seed: 7 })
  await writeRequests(db, town, requests)
  await registerRequest(db, town, 'zara', { sensitiveStatus: 'no_legal_stay', theme: 'residence' })
  await buildWestdijk(db)
  await asActor(db, town.cli, refreshStatistics)
  const emails = ['lies@oostdijk', 'samira@oostdijk', 'lies@westdijk'].map((name) => `${name}.example.org`)
  server = await openServer(db)
  entered = await enterAll(db, server, emails)
}, 120_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const page = z.object({ items: z.array(listedRequest), next: z.string().optional() })

async function search(q: string, { by = 'lies@oostdijk', language = 'nl', filter = '' } = {}) {
  const visitor = entered(`${by}.example.org`)
  const address = `/api/v1/requests?limit=200&q=${encodeURIComponent(q)}${filter}`
  const { items } = await read(page, visitor.ask(address, { headers: { 'accept-language': language } }))
  return items.map(({ id }) => id as string).sort()
}

/** What a plain look finds. */
const where = (is: (request: KnownRequest) => boolean) =>
  requests
    .filter((request) => !request.voided && is(request))
    .map(({ id }) => id as string)
    .sort()

const housing = () => where(({ theme }) => theme === 'housing')
const key = () => where(({ referredTo }) => referredTo === 'Woonwinkel De Sleutel')

describe('a word finds', () => {
  test.each([
    ['nl', 'wonen'],
    ['nl', 'WONEN'],
    ['nl', 'wone'],
    ['nl', 'wonne'],
    ['fr', 'logement'],
    ['fr', 'logemnt'],
    ['en', 'housing'],
  ])('a theme by its label in the language of the reader: %s %s', async (language, q) => {
    expect(housing().length).toBeGreaterThan(20)
    expect(await search(q, { language })).toEqual(housing())
  })

  test.each([
    ['nl', 'oekraine', 'UA'],
    ['nl', 'Oekraïne', 'UA'],
    ['nl', 'oekrainne', 'UA'],
    ['nl', 'oekraïense', 'UA'],
    ['nl', 'Marroko', 'MA'],
    ['nl', 'maroko', 'MA'],
    ['fr', 'maroc', 'MA'],
    ['en', 'morocco', 'MA'],
    ['nl', 'syrie', 'SY'],
  ])('a country with or without its accents: %s %s', async (language, q, code) => {
    expect(await search(q, { language })).toEqual(where(({ nationality }) => nationality === code))
  })

  test('what stands in where somebody was sent, and in a tip, in any script', async () => {
    expect(await search('sleutel')).toEqual(key())
    expect(await search('woonw')).toEqual(key())
    expect(await search('sleutle')).toEqual(key())
    expect(await search('woonwnkel de sleutel')).toEqual(key())
    expect(await search('voor 10 uur')).toEqual(where(({ tip }) => tip === 'Bel vóór 10 uur'))
    expect(await search('СПРОСИТЬ')).toEqual(where(({ tip }) => tip === 'Спросить Олену'))
    expect(await search('اسال')).toEqual(where(({ tip }) => tip === 'اسأل فاطمة'))
    expect(await search('فاطمه')).toEqual(where(({ tip }) => tip === 'اسأل فاطمة'))
  })

  test('the requests of a guide, a desk and an organisation by name', async () => {
    const samiras = where(({ by }) => by === 'samira')
    expect(await search('samira')).toEqual(samiras)
    expect(await search('samria')).toEqual(samiras)
    expect(await search('school')).toEqual(samiras)
    expect(await search('onthaalbureau', { filter: `&guide=${town.people.samira.id}` })).toEqual(samiras)
  })

  test('what holds every word, each in any field, and narrows with the filters', async () => {
    const both = where((request) => request.theme === 'housing' && request.nationality === 'MA')
    expect(await search('wonen marokko')).toEqual(both)
    expect(await search('marokko wonen')).toEqual(both)
    expect(await search('marokko', { filter: '&theme=housing' })).toEqual(both)
    expect(await search('marokko oekraine')).toEqual([])
  })

  test('only what the reader may see, whatever the word is', async () => {
    const own = where((request) => request.by === 'samira' && request.theme === 'housing')
    expect(await search('wonen', { by: 'samira@oostdijk' })).toEqual(own)
    expect(await search('wonen', { by: 'lies@westdijk' })).toEqual([])
    expect(await search('sleutel', { by: 'lies@westdijk' })).toEqual([])
  })
})

describe('a word does not find', () => {
  test.each(['wettig', 'zonder wettig verblijf', 'wetig', 'no_legal_stay', 'DMH', 'regularisatie'])(
    'a sensitive code: %s is as a word that nobody ever wrote',
    async (q) => {
      expect(await search(q)).toEqual([])
      expect(await search(q, { filter: '&theme=residence' })).toEqual([])
    },
  )

  test('another word that is one letter away, when the word is there as it is written', async () => {
    expect(await search('man')).toEqual(where(({ clientKind }) => clientKind === 'man'))
    expect(await search('irak')).toEqual([])
  })

  test.each([
    ":*&|!'",
    "wonen' | 'theme:work",
    "\\' & !'a",
    '*',
    "'':*",
    '<-> (',
    'wonen\u0000 marokko',
    '٪؟',
    'ß'.repeat(200),
  ])('anything by its signs: %j is answered like any other words', async (q) => {
    const words = foldWords(q).join(' ')
    expect(await search(q)).toEqual(words === '' ? [] : await search(words))
  })
})

test('signs alone are in no request: they find none, and not all', async () => {
  for (const signs of ['?!', '%', '_', "'\\"]) expect(await search(signs)).toEqual([])
  expect(await search('  ')).toEqual(await search(''))
})

test('a word that arrives later is found at once, and forgiven soon', async () => {
  expect(await search('zwemclub')).toEqual([])
  const [late] = fc.sample(anyRequest(town), { numRuns: 1, seed: 99 })
  if (!late) throw new Error('no request was made')
  await writeRequests(db, town, [{ ...late, voided: false, referredTo: 'Zwemclub De Dolfijn' }])
  expect(await search('zwemclub')).toEqual([late.id])
  await expect.poll(() => search('zwemclbu'), { timeout: 5000 }).toEqual([late.id])
})

describe('words of another organisation', () => {
  beforeAll(async () => {
    const [one, other] = fc.sample(anyRequest(town), { numRuns: 2, seed: 41 })
    if (!one || !other) throw new Error('no request was made')
    const by = (request: KnownRequest, name: 'samira' | 'zara', referredTo: string) => ({
      ...request,
      ...{ by: name, guide: town.people[name].id, voided: false, referredTo, tip: null },
    })
    own = one.id
    others = other.id
    await writeRequests(db, town, [
      by(one, 'samira', 'Zwemvereniging'),
      by(other, 'zara', 'Zwemverenigung Kapelhof'),
    ])
  })
  let own: string
  let others: string

  test('neither hide the own ones, nor are guessed from a slip of the pen', async () => {
    const near = ['zwemverenigunh', 'zwemverenigun']
    for (const q of near) {
      await expect.poll(() => search(q, { by: 'samira@oostdijk' }), { timeout: 5000 }).toEqual([own])
      await expect.poll(() => search(q), { timeout: 5000 }).toEqual([others])
    }
    // What the city's search knows, the next reader's does not.
    for (const q of [...near, 'kapelhog', 'kapelh'])
      expect(await search(q, { by: 'samira@oostdijk' })).toEqual(near.includes(q) ? [own] : [])
    expect(await search('kapelhog')).toEqual([others])
  })

  test('are passed over once, and not looked at again for each search', async () => {
    const { actor } = town.people.samira
    const [{ newest }, [first, again]] = await Promise.all([
      asActor(db, town.cli, (tx) =>
        tx
          .selectFrom('help_request')
          .select(({ fn }) => fn.max<string>(sql`id::text`).as('newest'))
          .where('voided_at', 'is', null)
          .where(sql<boolean>`(referred_to_text is not null or tip is not null)`)
          .executeTakeFirstOrThrow(),
      ),
      asActor(db, actor, async (tx) => {
        const lastOf = async (after: string | null) => {
          let last = after
          let batches = 0
          for await (const batch of readTexts(tx, after)) {
            last = batch.last
            batches++
          }
          return { last, batches }
        }
        const whole = await lastOf(null)
        return [whole, await lastOf(whole.last)] as const
      }),
    ])
    expect(first).toEqual({ last: newest, batches: 1 })
    expect(again).toEqual({ last: newest, batches: 0 })
  })

  test.each(personNames)('are not given to %s by the database either', async (person) => {
    const { actor } = town.people[person]
    const [given, seen] = await asActor(db, actor, async (tx) => {
      const texts = new Set<string>()
      for await (const batch of readTexts(tx, null)) for (const text of batch.texts) texts.add(text)
      const rows = await tx
        .selectFrom('help_request')
        .select(['referred_to_text as referredTo', 'tip'])
        .where('voided_at', 'is', null)
        .execute()
      return [texts, new Set(rows.flatMap(({ referredTo, tip }) => [referredTo ?? [], tip ?? []].flat()))]
    })
    expect([...given].sort()).toEqual([...seen].sort())
  })
})

test('what is typed and what is noted fold into the same words, in every script', async () => {
  const letter = fc.oneof(
    fc.integer({ min: 1, max: 0x24f }),
    fc.integer({ min: 0x300, max: 0x52f }),
    fc.integer({ min: 0x5d0, max: 0x6ff }),
    fc.integer({ min: 0x1e00, max: 0x20cf }),
    fc.constantFrom(...[...' \t-’«»…é№ßİŁøﬁ½²']).map((sign) => sign.codePointAt(0) ?? 32),
  )
  const text = fc.array(letter, { maxLength: 60 }).map((points) => String.fromCodePoint(...points))
  await runAt(db.adminUrl, (admin) =>
    fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 20 }), async (texts) => {
        const { rows } = await admin.query(
          'select folded_words(given) as words from unnest($1::text[]) with ordinality as t (given, place) order by place',
          [texts],
        )
        expect(rows.map(({ words }) => [...words].sort())).toEqual(
          texts.map((each) => foldWords(each).sort()),
        )
      }),
      { numRuns: 60, seed: 3 },
    ),
  )
})
