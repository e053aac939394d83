import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { asActor, askAsActor } from '../../src/db/as-actor.ts'
import { countHelpRequests } from '../../src/db/request/help-request-store.ts'
import {
  askPage,
  type ListedPage,
  type ListPosition,
  pageIn,
  type WantedPage,
} from '../../src/db/request/request-page-store.ts'
import { refreshStatistics } from '../../src/db/statistics.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { type RequestFilter, searchOfFilter, writeSearch } from '../../src/domain/request/request-filter.ts'
import { openTestDatabase } from '../database.ts'
import {
  anyRequest,
  dayAfter,
  type KnownRequest,
  plainFilter,
  seenBy,
  values,
  writeRequests,
} from '../many-requests.ts'
import { buildOostdijk, buildWestdijk, type PersonName, personNames, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let town: Town
let requests: KnownRequest[]

beforeAll(async () => {
  db = await openTestDatabase()
  town = await buildOostdijk(db)
  const westdijk = await buildWestdijk(db)
  requests = sample(town, 400)
  await writeRequests(db, town, requests)
  await writeRequests(db, westdijk, sample(westdijk, 100))
  await asActor(db, town.cli, refreshStatistics)
}, 120_000)
afterAll(() => db[Symbol.asyncDispose]())

const sample = (of: Town, count: number) => fc.sample(anyRequest(of), { numRuns: count, seed: 20261125 })

const wantedBy = (filter: RequestFilter) => ({
  asked: writeSearch(searchOfFilter(filter), town.city.id),
  ...(filter.theme?.length === 1 && Object.values(filter).filter(Boolean).length === 1
    ? { onlyTheme: filter.theme[0] }
    : {}),
  from: filter.from,
  to: filter.to,
})

/** Everything that the list answers, page after page. */
async function listed(person: PersonName, filter: RequestFilter, limit: number) {
  const found: string[] = []
  const { actor } = town.people[person]
  let after: ListPosition | undefined
  do {
    const page = await readPage(actor, { ...wantedBy(filter), after, limit, timeZone: 'Europe/Brussels' })
    found.push(...idsOf(page))
    after = page.next
  } while (after)
  return found
}

const readPage = async (actor: Actor, page: WantedPage) =>
  pageIn(await askAsActor(db, actor, askPage(db.app, actor, page)), page.limit)

const idsOf = ({ items }: ListedPage) =>
  z
    .array(z.object({ id: z.string() }))
    .parse(JSON.parse(items))
    .map(({ id }) => id)

const counted = (person: PersonName, filter: RequestFilter) =>
  asActor(db, town.people[person].actor, (tx) => countHelpRequests(tx, wantedBy(filter)))

const some = <Value>(of: readonly Value[]) =>
  fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined, freq: 1 })
const anyDay = fc.option(
  fc.integer({ min: -100, max: 3800 }).map((days) => dayAfter('2016-01-01', days)),
  { nil: undefined },
)

describe('any combination of filters finds what a plain look would find', () => {
  const people = Object.keys(seenBy).filter((name): name is PersonName =>
    personNames.some((known) => known === name),
  )

  test('in the order of the list, page by page, and in the count, for whoever asks', async () => {
    const anyFilter: fc.Arbitrary<Omit<RequestFilter, 'caretaker'>> = fc.record({
      from: anyDay,
      to: anyDay,
      theme: some([...values.theme, 'unknown_theme']),
      subTheme: some(values.subTheme),
      clientKind: some(values.clientKind),
      status: some([...values.status, 'no_legal_stay']),
      nationality: some(values.nationality),
      contactLanguage: some(values.contactLanguage),
      firstVisit: some(values.firstVisit),
      outcome: some(values.outcome),
      action: some(values.action),
      whoDidIt: some(values.whoDidIt),
      barrier: some(values.barrier),
      origin: some(values.origin),
      guide: some(requests.slice(0, 6).map(({ guide }) => guide)),
    })
    await fc.assert(
      fc.asyncProperty(
        anyFilter,
        fc.constantFrom(...people),
        fc.constantFrom(7, 50, 500),
        async (filter, person, limit) => {
          const expected = plainFilter(requests, person, filter)
          expect(await listed(person, filter, limit)).toEqual(expected)
          expect(await counted(person, filter)).toBe(expected.length)
        },
      ),
      { numRuns: 120, seed: 25 },
    )
  }, 60_000)

  test.each(people)('each value alone, for %s', async (person) => {
    for (const [field, codes] of Object.entries(values)) {
      for (const code of codes) {
        const filter = { [field]: [code] }
        const expected = plainFilter(requests, person, filter)
        expect([field, code, await listed(person, filter, 60)]).toEqual([field, code, expected])
        expect([field, code, await counted(person, filter)]).toEqual([field, code, expected.length])
      }
    }
  })

  test.each(personNames.filter((name) => !people.includes(name)))(
    '%s finds nothing at all',
    async (person) => {
      expect([await listed(person, {}, 50), await counted(person, {})]).toEqual([[], 0])
    },
  )
})

test('rows that arrive between two pages neither repeat nor hide a request', async () => {
  const { actor } = town.people.lies
  const page = (after?: ListPosition) => readPage(actor, { after, limit: 100, timeZone: 'Europe/Brussels' })
  const before = await listed('lies', {}, 500)
  const first = await page()
  const newer = sample(town, 500).slice(400, 420)
  await writeRequests(db, town, newer)
  requests = [...requests, ...newer]
  const shown = idsOf(first)
  for (let { next } = first; next; ) {
    const more = await page(next)
    shown.push(...idsOf(more))
    next = more.next
  }
  expect(new Set(shown).size).toBe(shown.length)
  expect(shown.filter((id) => before.includes(id))).toEqual(before)
})
