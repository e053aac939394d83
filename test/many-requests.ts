import fc from 'fast-check'
import { sql } from 'kysely'
import { asActor } from '../src/db/as-actor.ts'
import type { Database } from '../src/db/database.ts'
import { makeUuid } from '../src/db/uuid.ts'
import type { DeskId, HelpRequestId, MemberId } from '../src/domain/id.ts'
import { helpRequestId, visitId } from '../src/domain/id.ts'
import { type LocalDate, localDate } from '../src/domain/local-date.ts'
import { firstVisits, type RequestFilter } from '../src/domain/request/request-filter.ts'
import type { PersonName, Town } from './story.ts'

/** What a test knows of a request that it wrote itself. */
export interface KnownRequest {
  readonly id: HelpRequestId
  readonly day: LocalDate
  readonly time: string
  readonly desk: DeskId
  readonly guide: MemberId
  readonly by: PersonName
  readonly theme: string
  readonly subTheme: string | null
  readonly clientKind: string
  readonly status: string
  readonly nationality: string
  readonly contactLanguage: string
  readonly firstVisit: (typeof firstVisits)[number]
  readonly actions: readonly string[]
  readonly whoDidIt: string
  readonly outcome: string
  readonly barriers: readonly string[]
  readonly origin: string
  readonly referredTo: string | null
  readonly tip: string | null
  readonly voided: boolean
}

export const values = {
  theme: ['housing', 'work', 'health'],
  subTheme: ['housing.rental_search', 'work.job_search'],
  clientKind: ['woman', 'man', 'family'],
  status: ['newcomer', 'not_asked', 'other'],
  nationality: ['MA', 'UA', 'SY', 'not_asked'],
  contactLanguage: ['ara', 'nld', 'rus'],
  firstVisit: firstVisits,
  action: ['explained', 'letter', 'called'],
  whoDidIt: ['together', 'guide', 'not_asked'],
  outcome: ['answered', 'open', 'no_offer'],
  barrier: ['language', 'waiting_time', 'cost'],
  origin: ['walk_in', 'phone', 'not_asked'],
} as const

const guides = ['nadia', 'zara', 'samira'] as const

/** Any request that somebody in the town could have registered, over ten years. */
export const anyRequest = (town: Town): fc.Arbitrary<KnownRequest> =>
  fc
    .record({
      id: fc.constant(null).map(() => helpRequestId.parse(makeUuid())),
      day: fc.integer({ min: 0, max: 3650 }).map((days) => dayAfter('2016-01-01', days)),
      time: fc.constantFrom('08:00', '09:30', '09:30', '15:00'),
      desk: fc.constant(town.desk),
      by: fc.constantFrom(...guides),
      theme: fc.constantFrom(...values.theme),
      subTheme: fc.option(fc.constantFrom(...values.subTheme)),
      clientKind: fc.constantFrom(...values.clientKind),
      status: fc.constantFrom(...values.status),
      nationality: fc.constantFrom(...values.nationality),
      contactLanguage: fc.constantFrom(...values.contactLanguage),
      firstVisit: fc.constantFrom(...values.firstVisit),
      actions: fc.subarray([...values.action]),
      whoDidIt: fc.constantFrom(...values.whoDidIt),
      outcome: fc.constantFrom(...values.outcome),
      barriers: fc.subarray([...values.barrier]),
      origin: fc.constantFrom(...values.origin),
      referredTo: fc.option(fc.constantFrom('Woonwinkel De Sleutel', 'OCMW', 'Huis van het Kind')),
      tip: fc.option(
        fc.constantFrom('Bel vóór 10 uur', 'Neem een badge mee', 'Спросить Олену', 'اسأل فاطمة'),
      ),
      voided: fc.nat(9).map((chance) => chance === 0),
    })
    .map((facts) => ({ ...facts, guide: town.people[facts.by].id }))

export const dayAfter = (first: string, days: number): LocalDate =>
  localDate.parse(new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10))

/** Writes them as their guides; the coordinator has voided those that are marked so. */
export async function writeRequests(
  db: Database,
  town: Town,
  requests: readonly KnownRequest[],
): Promise<void> {
  for (const name of guides) {
    const own = requests.filter(({ by }) => by === name)
    const { actor } = town.people[name]
    await asActor(db, actor, async (tx) => {
      for (const request of own)
        await tx
          .insertInto('help_request')
          .values({
            city_id: town.city.id,
            id: request.id,
            visit_id: visitId.parse(makeUuid()),
            received_at: `${request.day}T${request.time}:00Z`,
            received_on: request.day,
            desk_id: request.desk,
            guide_id: request.guide,
            organization_id: actor.organizationId,
            theme: request.theme,
            sub_theme: request.subTheme,
            client_kind: request.clientKind,
            status: request.status,
            nationality: request.nationality,
            contact_language: request.contactLanguage,
            first_visit: request.firstVisit === 'not_asked' ? null : request.firstVisit === 'first',
            actions: [...request.actions],
            who_did_it: request.whoDidIt,
            outcome: request.outcome,
            barriers: [...request.barriers],
            origin: request.origin,
            referred_to_text: request.referredTo,
            tip: request.tip,
          })
          .execute()
    })
  }
  const voided = requests.filter((request) => request.voided).map(({ id }) => id)
  if (voided.length > 0)
    await asActor(db, town.people.lies.actor, (tx) =>
      tx
        .updateTable('help_request')
        .set({ voided_at: new Date(), void_reason: 'Dubbel', version: sql`version + 1` })
        .where('id', 'in', voided)
        .execute(),
    )
}

/** Whose requests each person of the story sees. */
export const seenBy: Partial<Record<PersonName, readonly PersonName[]>> = {
  nadia: ['nadia', 'zara'],
  zara: ['nadia', 'zara'],
  koen: ['nadia'],
  samira: ['samira'],
  lies: ['nadia', 'zara', 'samira'],
}

/** The plainest filter that could be right: what the list must answer, newest first. */
export const plainFilter = (
  requests: readonly KnownRequest[],
  person: PersonName,
  { from, to, action, barrier, q, ...codes }: Omit<RequestFilter, 'caretaker'>,
): HelpRequestId[] =>
  requests
    .filter((request) => !request.voided && (seenBy[person] ?? []).includes(request.by))
    .filter(({ day }) => (!from || day >= from) && (!to || day <= to))
    .filter(({ actions }) => !action || action.some((code) => actions.includes(code)))
    .filter(({ barriers }) => !barrier || barrier.some((code) => barriers.includes(code)))
    .filter((request) =>
      // because: Object.entries forgets the names of the fields
      (
        Object.entries(codes) as [Exclude<keyof typeof codes, undefined>, readonly string[] | undefined][]
      ).every(([field, wanted]) => !wanted || wanted.includes(request[field] ?? 'none')),
    )
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))
    .map(({ id }) => id)

const orderOf = ({ day, time, id }: KnownRequest) => `${day} ${time} ${id}`
