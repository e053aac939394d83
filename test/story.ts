import { asActor, asFounder } from '../src/db/as-actor.ts'
import { addCity } from '../src/db/city/city-store.ts'
import { addCodes } from '../src/db/city/code-list-store.ts'
import type { Database } from '../src/db/database.ts'
import { ensureAccount } from '../src/db/people/account-store.ts'
import { addMember, addOrganization } from '../src/db/people/member-store.ts'
import { makeUuid } from '../src/db/uuid.ts'
import type { Actor } from '../src/domain/actor.ts'
import type { City } from '../src/domain/city.ts'
import { defaultCodeLists } from '../src/domain/code-list/code-list-default.ts'
import {
  type DeskId,
  deskId,
  helpRequestId,
  type MemberId,
  type OrganizationId,
  visitId,
} from '../src/domain/id.ts'
import { localDate } from '../src/domain/local-date.ts'
import type { Role } from '../src/domain/people/member.ts'

// The two invented towns of every test: what happens in Oostdijk must never be seen in Westdijk.

export interface Person {
  readonly id: MemberId
  readonly name: string
  readonly email: string
  readonly actor: Extract<Actor, { kind: 'member' }>
}

export interface Town {
  readonly city: City
  readonly cli: Actor
  /** Runs the one-stop shop. */
  readonly welcomeHouse: OrganizationId
  readonly school: OrganizationId
  readonly desk: DeskId
  /** nadia guides, zara guides, koen coaches nadia, samira is bridge figure at the school, lies coordinates … */
  readonly people: Record<PersonName, Person>
}

const cast = {
  nadia: { roles: ['guide'], at: 'welcomeHouse' },
  zara: { roles: ['guide'], at: 'welcomeHouse' },
  koen: { roles: ['coach'], at: 'welcomeHouse' },
  samira: { roles: ['bridge_figure'], at: 'school' },
  lies: { roles: ['coordinator'], at: 'welcomeHouse' },
  pieter: { roles: ['policy_officer'], at: 'welcomeHouse' },
  an: { roles: ['service_desk'], at: 'welcomeHouse' },
  bart: { roles: ['employer'], at: 'welcomeHouse' },
  eva: { roles: ['dpo'], at: 'welcomeHouse' },
  tom: { roles: ['admin'], at: 'welcomeHouse' },
} as const satisfies Record<string, { roles: Role[]; at: 'welcomeHouse' | 'school' }>

export type PersonName = keyof typeof cast
// because: Object.keys of the literal above gives exactly its keys
export const personNames = Object.keys(cast) as PersonName[]

export const buildOostdijk = (db: Database) => buildTown(db, 'oostdijk', 'Oostdijk')
export const buildWestdijk = (db: Database) => buildTown(db, 'westdijk', 'Westdijk')

async function buildTown(db: Database, code: string, name: string): Promise<Town> {
  const accounts = new Map<PersonName, Awaited<ReturnType<typeof ensureAccount>>>()
  for (const person of personNames)
    accounts.set(person, await ensureAccount(db, `${person}@${code}.example.org`, person))
  const facts = { code, name, timeZone: 'Europe/Brussels', isDemo: false }
  const town = await asFounder(
    db,
    (tx) => addCity(tx, facts),
    async (tx, id) => {
      const city = { ...facts, id }
      const cli: Actor = { kind: 'cli', cityId: id }
      await addCodes(
        tx,
        city.id,
        defaultCodeLists((tag) => tag),
      )
      const welcomeHouse = await addOrganization(tx, city.id, { name: `Onthaal ${name}`, kind: 'city' })
      const school = await addOrganization(tx, city.id, { name: `School ${name}`, kind: 'school' })
      const places = { welcomeHouse, school }
      const desk = deskId.parse(makeUuid())
      await tx
        .insertInto('desk')
        .values({ city_id: city.id, id: desk, organization_id: welcomeHouse, name: 'Onthaalbureau' })
        .execute()
      for (const weekday of [1, 2, 3, 4, 5])
        await tx
          .insertInto('desk_hours')
          .values({
            city_id: city.id,
            id: makeUuid(),
            desk_id: desk,
            weekday,
            opens: '09:00',
            closes: '16:00',
          })
          .execute()
      const people: Partial<Record<PersonName, Person>> = {}
      for (const person of ['koen', ...personNames.filter((other) => other !== 'koen')] as const) {
        const { roles, at } = cast[person]
        const id = await addMember(tx, city.id, {
          organizationId: places[at],
          name: person,
          roles,
          accountId: accounts.get(person) ?? null,
          ...(person === 'nadia' && people.koen ? { coachId: people.koen.id } : {}),
        })
        const actor = {
          kind: 'member',
          cityId: city.id,
          memberId: id,
          organizationId: places[at],
          roles,
        } as const
        people[person] = { id, name: person, email: `${person}@${code}.example.org`, actor }
      }
      // because: every name of the cast was added in the loop
      return { city, cli, welcomeHouse, school, desk, people: people as Record<PersonName, Person> }
    },
  )
  if (!town) throw new Error(`${code} exists already`)
  return town
}

/** One help request as `person` would have registered it. */
export async function registerRequest(
  db: Database,
  town: Town,
  person: PersonName,
  facts: {
    on?: string
    theme?: string
    status?: string
    outcome?: string
    sensitiveStatus?: string
    desk?: DeskId
    ownWords?: string
    mayQuote?: boolean
    neighbourhood?: string
  } = {},
) {
  const { id: guide, actor } = town.people[person]
  const id = helpRequestId.parse(makeUuid())
  const day = localDate.parse(facts.on ?? '2026-03-02')
  await asActor(db, actor, async (tx) => {
    await tx
      .insertInto('help_request')
      .values({
        city_id: town.city.id,
        id,
        visit_id: visitId.parse(makeUuid()),
        received_at: `${day}T10:00:00Z`,
        received_on: day,
        desk_id: facts.desk ?? town.desk,
        guide_id: guide,
        organization_id: actor.organizationId,
        theme: facts.theme ?? 'housing',
        status: facts.status ?? 'not_asked',
        outcome: facts.outcome ?? 'answered',
        neighbourhood: facts.neighbourhood ?? null,
      })
      .execute()
    if (facts.sensitiveStatus || facts.ownWords)
      await tx
        .insertInto('help_request_sensitive')
        .values({
          city_id: town.city.id,
          id,
          received_on: day,
          guide_id: guide,
          organization_id: actor.organizationId,
          status: facts.sensitiveStatus ?? null,
          own_words: facts.ownWords ?? null,
          may_quote: facts.mayQuote ?? null,
        })
        .execute()
  })
  return id
}
