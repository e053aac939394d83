import { sql } from 'kysely'
import pg from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { HelpRequestId, VisitId } from '../../domain/id.ts'
import { makeClock } from '../../domain/import/clock.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { withoutIdlePermission } from '../../domain/request/own-words.ts'
import {
  type HiddenFacts,
  hiddenOf,
  type SensitiveLists,
  withoutHidden,
} from '../../domain/request/request-difference.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import type { VisitMoment } from '../../domain/visit/visit-moment.ts'
import { statusDefinition } from '../city/code-list-store.ts'
import { askLastDay, holdLastDay } from '../city/last-day-lock.ts'
import { linkVisit } from '../client/client-store.ts'
import type { Asked, Question, Tx } from '../database.ts'
import { addFollowUps } from '../follow-up/follow-up-store.ts'
import { prepareQuery } from '../prepared-query.ts'
import { makeUuid } from '../uuid.ts'

export interface NewVisit {
  readonly visit: Visit
  readonly moment: VisitMoment
  /** A keyed hash of what was sent, to recognise it when it is sent again. */
  readonly digest: string
  /** Which of the city's codes are sensitive. */
  readonly sensitive: SensitiveLists
  /** Of the code lists that the visit was checked against. */
  readonly codesVersion: number
  readonly timeZone: string
}

type Guide = Extract<Actor, { kind: 'member' }>

/**
 * `again`: the lists that it was checked against are no longer those of the city, or it is being written at this very
 * moment; check it and ask once more.
 */
export type Registered = 'registered' | 'repeated' | 'again'

/**
 * Writes a visit with its requests and its audit event, once however often it is sent. Refuses a desk that is none or no
 * longer (`desk_unknown`) and an id that this guide has given to something else
 * (`id_taken`).
 */
export async function registerVisit(tx: Tx, guide: Guide, given: NewVisit): Promise<Registered | Refusal> {
  const rows = rowsOf(given)
  // Not awaited one by one: both go out in one piece.
  const [, written] = await Promise.all([
    holdLastDay(tx, given.visit.deskId),
    tx.executeQuery(askVisit(tx, guide, given, rows)),
  ])
  const registered = registeredOf(written.rows, given)
  if (registered === 'registered') {
    await writeSensitive(tx, guide, rows)
    await addFollowUps(tx, guide, given.visit.requests)
    await linkVisit(tx, guide, given.visit, given.moment.receivedAt)
  }
  return registered
}

/**
 * The same as one question, its answer for registeredOf; undefined for a visit that leaves rows elsewhere too: a sensitive
 * code, somebody's own words, a follow-up, a card, a note.
 */
export function askToRegister(tx: Tx, guide: Guide, given: NewVisit): Asked<Answer> | undefined {
  const rows = rowsOf(given)
  const { clientId, requests, deskId } = given.visit
  const leavesMore = requests.some(({ followUps = [], note }) => followUps.length > 0 || note)
  if (clientId !== undefined || leavesMore || rows.some(({ hidden }) => hidden !== null)) return undefined
  return { first: [askLastDay(tx, deskId)], question: askVisit(tx, guide, given, rows) }
}

/** What became of a visit. */
export function registeredOf([answer]: readonly Answer[], { digest }: NewVisit): Registered | Refusal {
  if (!answer) throw new Error('a statement without its row')
  if (answer.registered) return 'registered'
  if (answer.digest !== null) return answer.digest === digest ? 'repeated' : refuse('id_taken')
  return answer.deskInUse ? 'again' : refuse('desk_unknown', { field: 'deskId' })
}

/** Whether writing a visit failed because one of its requests, or of what is to be done for them, has the id of another. */
export const isRequestTaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  error.code === '23505' &&
  ['help_request_pkey', 'follow_up_pkey'].includes(error.constraint ?? '')

/** The requests of a visit that are still counted, as far as the actor may see them. */
export const readRequestsOf = (tx: Tx, id: VisitId) =>
  tx
    .selectFrom('help_request')
    .select(['id', 'theme', 'outcome', 'actions', 'tip', 'nationality'])
    .select(['client_kind as clientKind', 'contact_language as contactLanguage', 'received_at as receivedAt'])
    .where('visit_id', '=', id)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .execute()

interface VisitRow {
  readonly id: HelpRequestId
  readonly receivedOn: LocalDate
  readonly hidden: HiddenFacts | null
  readonly shown: object
}

function rowsOf({ visit, moment, sensitive, timeZone }: NewVisit): VisitRow[] {
  const receivedOn = makeClock(timeZone).dateAt(moment.receivedAt)
  return visit.requests.map((request) => {
    const facts = withoutIdlePermission({ ...request, status: visit.status })
    const [hidden, shown] = [hiddenOf(facts, sensitive), withoutHidden(facts, sensitive)]
    return { id: request.id, receivedOn, hidden, shown }
  })
}

export interface Answer {
  readonly registered: boolean
  readonly deskInUse: boolean
  readonly digest: string | null
}

function askVisit(
  tx: Tx,
  { cityId, memberId, organizationId }: Guide,
  { visit, moment, digest, codesVersion }: NewVisit,
  rows: readonly VisitRow[],
): Question<Answer> {
  const facts = {
    ...visit,
    ...moment,
    receivedOn: rows[0]?.receivedOn,
    requests: rows.map(({ shown }) => shown),
  }
  const given = { ...facts, cityId, memberId, organizationId, digest, codesVersion, auditId: makeUuid() }
  return writeVisit(tx, { given: JSON.stringify(given) })
}

const writeVisit = prepareQuery<{ given: string }, Answer>((tx, gap) => {
  const query = sql<Answer>`
    with given as materialized (
      select * from jsonb_to_record(${gap('given')}::jsonb) as g (
        "cityId" uuid, id uuid, "memberId" uuid, "organizationId" uuid, digest text, "codesVersion" integer,
        "auditId" uuid, "householdVisitId" uuid, "receivedAt" timestamptz, "receivedOn" date,
        "deviceReceivedAt" timestamptz, "deviceBehind" integer, "deskId" uuid, channel text, origin text,
        "clientKind" text, "askedBy" text, nationality text, "contactLanguage" text, "languageHelp" text,
        neighbourhood text, "firstVisit" boolean, requests jsonb)
    ), in_use as (
      select from given g join desk d on d.city_id = g."cityId" and d.id = g."deskId"
      where d.last_day is null or d.last_day >= g."receivedOn"
    ), known as (
      select from given g
      where g."codesVersion" = (select sum(l.version) from code_list l where l.city_id = g."cityId")
    ), new_visit as (
      insert into visit (city_id, id, member_id, digest, received_at, device_received_at, device_behind)
      select "cityId", id, "memberId", digest, "receivedAt", "deviceReceivedAt", "deviceBehind"
      from given, in_use, known
      on conflict (city_id, id) do nothing
      returning id
    ), new_requests as (
      insert into help_request (city_id, id, visit_id, household_visit_id, received_at, received_on, desk_id, guide_id,
        organization_id, channel, origin, client_kind, asked_by, status, status_definition, nationality,
        contact_language, language_help, neighbourhood, first_visit, theme, sub_theme, actions, who_did_it, outcome,
        barriers, minutes, referred_to_text, tip, unfinished)
      select g."cityId", r.id, g.id, g."householdVisitId", g."receivedAt", g."receivedOn", g."deskId", g."memberId",
        g."organizationId", g.channel, g.origin, g."clientKind", g."askedBy", r.status, ${statusDefinition},
        g.nationality, g."contactLanguage", g."languageHelp", g.neighbourhood, g."firstVisit", r.theme, r."subTheme",
        r.actions, r."whoDidIt", r.outcome, r.barriers, r.minutes, r."referredTo", r.tip, r.unfinished
      from new_visit join given g using (id), jsonb_to_recordset(g.requests) as r (
        id uuid, status text, theme text, "subTheme" text, actions text[], "whoDidIt" text, outcome text,
        barriers text[], minutes integer, "referredTo" text, tip text, unfinished boolean)
    ), told as (
      insert into audit_event (city_id, id, member_id, actor_kind, event, subject_id, details)
      select "cityId", "auditId", "memberId", 'member', 'visit.registered', id,
        jsonb_build_object('requests', jsonb_array_length(requests))
      from new_visit join given using (id)
    )
    -- because: a plan that was made when the databank was empty reads every visit for this, so only who needs it asks
    select exists (select from new_visit) as registered, exists (select from in_use) as "deskInUse",
      case when not exists (select from new_visit)
        then (select v.digest from given g join visit v on v.city_id = g."cityId" and v.id = g.id) end as digest`
  return { compile: () => query.compile(tx) }
})

async function writeSensitive(
  tx: Tx,
  { cityId, memberId, organizationId }: Guide,
  rows: readonly VisitRow[],
): Promise<void> {
  const values = rows.flatMap(({ id, receivedOn, hidden }) =>
    hidden === null
      ? []
      : [
          {
            city_id: cityId,
            id,
            received_on: receivedOn,
            guide_id: memberId,
            organization_id: organizationId,
            status: hidden.status,
            sub_theme: hidden.subTheme,
            own_words: hidden.ownWords,
            may_quote: hidden.mayQuote,
          },
        ],
  )
  if (values.length > 0) await tx.insertInto('help_request_sensitive').values(values).execute()
}
