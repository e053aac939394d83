import { afterAll, beforeAll } from 'vitest'
import { openTestDatabase } from './database.ts'
import { enterAll, openServer, type TestServer, type Visitor } from './open-server.ts'
import { buildOostdijk, buildWestdijk, type PersonName, personNames, type Town } from './story.ts'

type TownName = 'oostdijk' | 'westdijk'

interface TwoTowns {
  readonly db: Awaited<ReturnType<typeof openTestDatabase>>
  readonly server: TestServer
  readonly towns: Readonly<Record<TownName, Town>>
  /** Somebody who is signed in. */
  readonly as: (person: PersonName, town?: string) => Visitor
}

type Options = Parameters<typeof openServer>[1] & {
  /** Who works here; everybody, unless a test says otherwise. */
  readonly people?: Readonly<Partial<Record<TownName, readonly PersonName[]>>>
}

const everybody = { oostdijk: personNames, westdijk: personNames }

/** Oostdijk and Westdijk for the tests of one file: their database, the product's own server, and people signed in. */
export function twoTowns({ people = everybody, ...options }: Options = {}): TwoTowns {
  // because: it is filled before the first test asks
  const here = {} as { -readonly [Part in keyof TwoTowns]: TwoTowns[Part] }
  beforeAll(async () => {
    here.db = await openTestDatabase()
    here.towns = { oostdijk: await buildOostdijk(here.db), westdijk: await buildWestdijk(here.db) }
    here.server = await openServer(here.db, { trustedProxies: 1, ...options })
    const addressOf = (person: string, town: string) => `${person}@${town}.example.org`
    const emails = Object.entries(people).flatMap(([town, names]) =>
      names.map((name) => addressOf(name, town)),
    )
    const entered = await enterAll(here.db, here.server, emails)
    here.as = (person, town = 'oostdijk') => entered(addressOf(person, town))
  }, 120_000)
  afterAll(async () => {
    await here.server.close()
    await here.db[Symbol.asyncDispose]()
  })
  return here
}
