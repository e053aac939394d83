import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { MemberId, ProjectId } from '../../domain/id.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import {
  type FrozenText,
  type Passage,
  sameVersionMinutes,
  settlePassage,
  type TextState,
  type WrittenPassage,
} from '../../domain/report/chapter/passage.ts'
import type { Period } from '../../domain/report/half-year-report.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** Whose texts: those of a period of the city, or of a partial report of a project. */
export interface TextPlace extends Period {
  readonly projectId?: ProjectId | undefined
}

export interface SavedPassage extends WrittenPassage {
  readonly passage: Passage
  readonly language: StaffLanguage
  readonly version: number
  readonly editedBy: string
  readonly editedAt: string
}

/** What was written for a report, in one language or in all. */
export async function listTexts(tx: Tx, place: TextPlace, language?: StaffLanguage): Promise<SavedPassage[]> {
  const rows = await selectTexts(tx, place)
    .$if(language !== undefined, (query) => query.where('t.language', '=', language ?? ''))
    .execute()
  return rows.map(savedOf)
}

/** The texts that may be frozen, in the order of their languages and passages. */
export const listReadyTexts = async (tx: Tx, place: TextPlace): Promise<FrozenText[]> =>
  (await listTexts(tx, place))
    .filter(({ state }) => state === 'ready')
    .map(({ language, passage, body }) => ({ language, passage, body }))

interface PassagePlace extends TextPlace {
  readonly language: StaffLanguage
  readonly passage: Passage
}

export interface PassageChange extends WrittenPassage {
  /** The version that it is meant for; 0: nobody saved one yet. */
  readonly version: number
  readonly memberId: MemberId
  readonly at: Date
}

/** What somebody else saved meanwhile. */
export interface Overtaken {
  readonly current: SavedPassage
}

/**
 * Saves a passage. Refuses what settlePassage refuses; when somebody saved another text meanwhile, nothing changes and
 * theirs is the answer. Saying the same again changes nothing.
 */
export async function savePassage(
  tx: Tx,
  actor: Actor,
  place: PassagePlace,
  { version, memberId, at, ...written }: PassageChange,
): Promise<SavedPassage | Overtaken | Refusal> {
  const wanted = settlePassage(written)
  if (isRefusal(wanted)) return wanted
  // Two people who begin one text at the same moment: the second finds that of the first.
  const key = [
    actor.cityId,
    place.from,
    place.to,
    place.projectId ?? '',
    place.language,
    place.passage,
  ].join()
  await sql`select pg_advisory_xact_lock(hashtextextended(${`text ${key}`}, 0))`.execute(tx)
  const found = await findRow(tx, place)
  if (found && found.body === wanted.body && found.state === wanted.state) return savedOf(found)
  if ((found?.version ?? 0) !== version) return found ? { current: savedOf(found) } : refuse('not_found')
  const change = { ...wanted, version: version + 1, member_id: memberId, saved_at: at }
  const textId = found?.id ?? makeUuid()
  if (found) await tx.updateTable('report_text').set(change).where('id', '=', textId).execute()
  else
    await tx
      .insertInto('report_text')
      .values({ ...change, ...keyOf(actor, place), id: textId })
      .execute()
  await keepVersion(tx, actor, textId, change)
  if (found?.state !== wanted.state)
    await writeAuditEvent(tx, actor, {
      event: 'report_text.saved',
      subjectId: textId,
      details: { passage: place.passage, language: place.language, state: wanted.state },
    })
  const saved = await findRow(tx, place)
  return saved ? savedOf(saved) : refuse('not_found')
}

const keyOf = (actor: Actor, { from, to, projectId, language, passage }: PassagePlace) => ({
  ...{ city_id: actor.cityId, period_from: from, period_to: to, project_id: projectId ?? null },
  ...{ language, passage },
})

interface VersionChange extends WrittenPassage {
  readonly version: number
  readonly member_id: MemberId
  readonly saved_at: Date
}

/** Goes on with the newest version of the same person, as long as it is young and as far; else begins another. */
async function keepVersion(tx: Tx, actor: Actor, textId: string, change: VersionChange): Promise<void> {
  const { body, state, version, member_id, saved_at } = change
  const since = new Date(saved_at.getTime() - sameVersionMinutes * 60_000)
  const newest = await tx
    .selectFrom('report_text_version')
    .select(['id', 'member_id', 'state', 'began_at'])
    .where('text_id', '=', textId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest && newest.member_id === member_id && newest.state === state && newest.began_at > since) {
    const kept = { body, state, version, saved_at }
    await tx.updateTable('report_text_version').set(kept).where('id', '=', newest.id).execute()
    return
  }
  await tx
    .insertInto('report_text_version')
    .values({
      ...{ city_id: actor.cityId, id: makeUuid(), text_id: textId, began_at: saved_at },
      ...{ body, state, version, member_id, saved_at },
    })
    .execute()
}

/** The versions that were kept of a passage, newest first. */
export async function listPassageVersions(tx: Tx, place: PassagePlace) {
  const found = await findRow(tx, place)
  if (!found) return []
  const rows = await tx
    .selectFrom('report_text_version as v')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'v.city_id').onRef('m.id', '=', 'v.member_id'),
    )
    .select(['v.version', 'v.body', 'v.state', 'v.saved_at', 'm.name as editedBy'])
    .where('v.text_id', '=', found.id)
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map(({ saved_at, state, ...row }) => ({
    ...row,
    // because: only savePassage writes this column, from this type
    state: state as TextState,
    editedAt: saved_at.toISOString(),
  }))
}

const findRow = (tx: Tx, { language, passage, ...place }: PassagePlace) =>
  selectTexts(tx, place)
    .where('t.language', '=', language)
    .where('t.passage', '=', passage)
    .executeTakeFirst()

const selectTexts = (tx: Tx, { from, to, projectId }: TextPlace) =>
  tx
    .selectFrom('report_text as t')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 't.city_id').onRef('m.id', '=', 't.member_id'),
    )
    .select(['t.id', 't.language', 't.passage', 't.body', 't.state', 't.version', 't.saved_at'])
    .select('m.name as editedBy')
    .where('t.period_from', '=', from)
    .where('t.period_to', '=', to)
    .where('t.project_id', projectId ? '=' : 'is', projectId ?? null)
    .orderBy('t.language')
    .orderBy('t.passage')

type TextRow = Awaited<ReturnType<ReturnType<typeof selectTexts>['executeTakeFirstOrThrow']>>

const savedOf = ({ language, passage, body, state, version, saved_at, editedBy }: TextRow): SavedPassage => ({
  // because: only savePassage writes these three columns, from these types
  language: language as StaffLanguage,
  passage: passage as Passage,
  state: state as TextState,
  ...{ body, version, editedBy, editedAt: saved_at.toISOString() },
})
